"""The answers of a lesson, as two windows write them at the same time."""

from pathlib import Path

from kit.journal import Store
from kit.widgets.lessons.answers import Answers


def two_windows(folder: Path) -> tuple[Answers, Answers]:
    first = Answers("les", Store(folder))
    first.keep("part/a", "begin")
    return first, Answers("les", Store(folder))


def test_what_two_windows_wrote_is_there_for_the_third(tmp_path: Path) -> None:
    one, two = two_windows(tmp_path)
    one.keep("part/a", "venster een")
    two.keep("part/b", "venster twee")
    one.keep("part/c", 3)
    third = Answers("les", Store(tmp_path))
    assert third.run.answers == {"part/a": "venster een", "part/b": "venster twee", "part/c": 3}
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_a_window_hears_what_the_other_wrote(tmp_path: Path) -> None:
    one, two = two_windows(tmp_path)
    heard: list[str] = []
    one.keep("part/a", "venster een")
    two.listen(heard.append)
    two.keep("part/b", "venster twee")
    assert heard == ["part/a", "part/b"]
    assert two.get("part/a", "") == "venster een"


def test_a_new_beginning_is_not_joined_with_what_lies_behind_it(tmp_path: Path) -> None:
    one, two = two_windows(tmp_path)
    one.begin()
    two.keep("part/b", "venster twee")
    assert one.run.answers == {} and two.run.answers == {"part/a": "begin", "part/b": "venster twee"}
    one.keep("part/c", "nieuw")
    assert one.run.answers == {"part/c": "nieuw"}
