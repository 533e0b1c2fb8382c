"""Exercises on a page: how each kind is answered, what is told of an answer, and the way through a set."""
