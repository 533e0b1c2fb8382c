"""The widgets of lessons: each a part of a page, to be read between pieces of text."""
