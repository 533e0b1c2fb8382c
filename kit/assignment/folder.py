"""Writing an assignment into the folder of a course, as nbgrader has it: `source/<set>/<set>.ipynb`."""

import json
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from kit.assignment.notebook import notebook
from kit.assignment.pinned import FOLDER, file_of, text_of
from kit.casefile.places import datasets
from kit.exercise import ExerciseSet
from kit.language import _

CONFIG = "nbgrader_config.py"
PUT_BACK = "kit.assignment.mending.put_back"
"""What nbgrader has to run before it marks; by this a config is known to have our settings."""


@dataclass(frozen=True)
class Written:
    """Where an assignment stands. settings: a file with settings that the course does not have yet, or None."""

    notebook: Path
    settings: Path | None = None


def fresh_seed() -> str:
    """A seed of one's own: in another class, or another year, the letters stand in another order."""
    return secrets.token_hex(3)


def write_assignment(them: ExerciseSet, course: Path, seed: str) -> Written:
    """Write the assignment, its tables, the set as it is now, and nbgrader's settings; nothing is overwritten.

    Raises FileExistsError where the course has this assignment already; OSError where nothing can be written.
    """
    source = course / "source" / them.id
    if source.exists():
        raise FileExistsError(source)
    text = json.dumps(notebook(them, seed), ensure_ascii=False, indent=1) + "\n"
    tables = sorted({one.table for one in them.exercises if one.table})
    kept = course / FOLDER
    kept.mkdir(parents=True, exist_ok=True)
    # The name tells the contents: a file that is there already is the same one.
    _once(kept / file_of(them), text_of(them))
    beside = _settings(course)
    # Last, so that an assignment that is there is whole.
    source.mkdir(parents=True)
    for table in tables:
        shutil.copyfile(datasets() / "tables" / f"{table}.csv", source / f"{table}.csv")
    path = source / f"{them.id}.ipynb"
    _once(path, text)
    return Written(path, beside)


def _settings(course: Path) -> Path | None:
    """Put nbgrader's settings in the course; where it has settings of its own, beside the kept set, to be copied."""
    ours = settings()
    own = course / CONFIG
    if not own.exists():
        _once(own, ours)
        return None
    if PUT_BACK in own.read_text("utf-8", errors="replace"):
        return None
    beside = course / FOLDER / CONFIG
    _once(beside, ours)
    return beside


def _once(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    if not path.exists():
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def settings() -> str:
    """What nbgrader has to know to make and mark an assignment, as its config file has it."""
    text_stub = _("*Write your text here.*")
    rows = [
        "# "
        + _("Settings of nbgrader for assignments of Krachtenveld; they hold for every assignment in this folder."),
        "c = get_config()",
        "",
        "# " + _("What a student fills in stands in each cell already: nothing comes in the place of a solution."),
        'c.ClearSolutions.code_stub = {"python": ""}',
        f"c.ClearSolutions.text_stub = {text_stub!r}",
        "",
        "# " + _("Before the marking: tell which cells were deleted, changed or moved, and put back what is needed."),
        f'c.Autograde.sanitize_preprocessors.prepend(["{PUT_BACK}"])',
    ]
    return "\n".join(rows) + "\n"
