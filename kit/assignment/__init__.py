"""Exercises as an assignment that nbgrader hands out, marks and gives feedback on.

`krachtenveld assignment` writes the lecturer's copy. What is right is looked up when it is marked, by `check`, which
the students' copy does not have: neither an answer nor feedback is ever in it. Nothing heavy is loaded before it is
needed.
"""

from typing import Any

__all__ = ["check"]


def check(topic: str, id: str, answer: Any, seed: str, digest: str, code: str) -> None:
    """Show what the kit tells of one answer in an assignment; raises NotRightError where it is not right.

    See `kit.assignment.marking.check`. Assignments that are handed out call it with these arguments: once they are,
    this may take more, but not other ones.
    """
    from kit.assignment import marking

    marking.check(topic, id, answer, seed, digest, code)
