"""What is told of an exercise file that cannot be used."""

from kit.casefile.fault import FileError


class ExerciseError(FileError):
    """A set of exercises that cannot be used; `faults` holds all that is wrong, in the order of the lines."""
