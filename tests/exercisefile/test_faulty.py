"""One file a rule, and the words of its faults: whoever changes a wording sees here what a lecturer will read."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from kit import use_language
from kit.exercisefile import check_set
from kit.exercisefile.library import is_set
from kit.language import _

HERE = Path(__file__).parent
FAULTY = HERE / "faulty"
FILES = sorted(FAULTY.glob("*.yaml"))


@pytest.fixture(autouse=True)
def _shared_parts(own_datasets: Path) -> None:
    """All files lean on the shared parts of the tests."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_faulty_file_gives_the_pinned_faults(file: Path) -> None:
    told = [str(fault).replace(str(file), file.name, 1) for fault in check_set(file)]
    assert "\n".join(told) + "\n" == file.with_suffix(".txt").read_text("utf-8")
    assert told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_fault_is_told_in_either_language(file: Path) -> None:
    dutch = check_set(file)
    use_language("en")
    english = check_set(file)
    assert [fault.line for fault in dutch] == [fault.line for fault in english]
    for one, other in zip(dutch, english, strict=True):
        assert one.rule != other.rule
        assert one.fix != other.fix


@pytest.mark.parametrize("file", [one for one in FILES if one.stem != "empty_file"], ids=lambda file: file.stem)
def test_a_faulty_set_is_known_as_a_set(file: Path) -> None:
    assert is_set(file)


def test_every_sentence_about_an_exercise_file_is_seen_in_one() -> None:
    """A rule of which no file is an example would be one that nobody has seen working."""
    told = "".join(file.with_suffix(".txt").read_text("utf-8") for file in FILES)
    folder = HERE.parents[1] / "kit" / "exercisefile"
    found = extract_from_dir(folder, keywords={"_": None}, method_map=[("**.py", "python")])
    sentences = {str(message) for _file, _line, message, _comments, _context in found}
    assert len(sentences) > 60
    assert {one for one in sentences if not all(piece in told for piece in re.split(r"%\(\w+\)[sd]", _(one)))} == OF_IDS


OF_IDS = {"must be a set of exercises there is (%(known)s), but is %(got)s.", "the set of exercises"}
"""What is told of an id that there is not: tests/exercisefile/test_library.py."""
