"""Exercises on a page: how each kind is answered, what is told of an answer, the way through a set, and a class."""
