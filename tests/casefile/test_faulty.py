"""One file a rule, and the words of its faults: whoever changes a wording sees here what a lecturer will read."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from kit import check_case, use_language

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FAULTY = HERE / "faulty"
FILES = sorted(FAULTY.rglob("*.yaml"))


@pytest.fixture(autouse=True)
def _shared_parts(own_datasets: Path) -> None:
    """All files lean on the shared parts of the tests."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_faulty_file_gives_the_pinned_faults(file: Path) -> None:
    told = [str(fault).replace(str(file), file.relative_to(FAULTY).as_posix(), 1) for fault in check_case(file)]
    assert "\n".join(told) + "\n" == file.with_suffix(".txt").read_text("utf-8")
    assert told


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_fault_is_told_in_either_language(file: Path) -> None:
    dutch = check_case(file)
    use_language("en")
    english = check_case(file)
    assert [fault.line for fault in dutch] == [fault.line for fault in english]
    for one, other in zip(dutch, english, strict=True):
        assert one.rule != other.rule
        assert one.fix != other.fix


@pytest.mark.parametrize("name", ["sound", "whole"])
def test_the_files_from_which_the_faulty_ones_are_made_are_sound(name: str) -> None:
    assert check_case(HERE / f"{name}.yaml") == []


def test_the_example_of_the_architecture_reads_as_written_there() -> None:
    [fault] = check_case(FAULTY / "strength_out_of_range.yaml")
    assert str(fault) == (
        f"{FAULTY / 'strength_out_of_range.yaml'}:37  moments[0].forces[0].strength\n"
        "  moet tussen 0 en 1 liggen, maar is 12. Zet hier bijvoorbeeld 0.8."
    )


def test_every_sentence_about_a_case_file_is_in_the_dutch_catalogue() -> None:
    keywords = {"_": None, "ngettext": (1, 2)}
    extracted = extract_from_dir(ROOT / "kit" / "casefile", keywords=keywords, method_map=[("**.py", "python")])
    sentences = {message for _file, _line, message, _comments, _context in extracted}
    with (ROOT / "kit/locale/nl/faults.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.id and message.string}
    assert len(sentences) > 100
    assert sentences <= translated
