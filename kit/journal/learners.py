"""Who learns on this machine: a few people who each keep their own journals, under a label of their own choosing.

No name is asked: a nickname or a colour will do. Who never chooses is the one learner there is, and keeps everything
in the kit's home itself; every other has a folder in `learners`.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from kit.home import home, keep_setting, settings, write_whole

LONGEST_LABEL = 40
"""Characters of a label."""

_FILE = "learner.json"
_CHOSEN = "learner"
_MOST = 500


@dataclass(frozen=True)
class Learner:
    """Somebody who learns here. id: "" for the one who never chose, else the name of the folder."""

    id: str
    folder: Path

    @property
    def journal(self) -> Path:
        """Where this learner's runs are."""
        return self.folder / "journal"

    @property
    def label(self) -> str:
        """What this learner goes by here: a text to be shown as text. "" for the one who never chose."""
        label = self._kept().get("label")
        return label[:LONGEST_LABEL] if isinstance(label, str) and label else self.id

    @property
    def seed(self) -> str:
        """What options are shuffled by, so that they lie in one order for this learner and another for the next.

        It is made when it is first asked for, and kept. Where nothing can be written it is one and the same.
        """
        seed = self._kept().get("seed")
        if isinstance(seed, str) and seed:
            return seed[:100]
        fresh = token_hex(8)
        try:
            self.keep(seed=fresh)
        except OSError:
            return self.id or "krachtenveld"
        return fresh

    def keep(self, **changes: str) -> None:
        """Keep another label or seed. Raises OSError where nothing can be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / _FILE, json.dumps({**self._kept(), **changes}, ensure_ascii=False, indent=1))

    def _kept(self) -> dict[str, object]:
        try:
            read = json.loads((self.folder / _FILE).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return read if isinstance(read, dict) else {}


def tidy(label: str) -> str:
    """A label on one line, without what cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in label).split())


def learners() -> list[Learner]:
    """All who learn here: first the one who never chose, then the others by label."""
    try:
        folders = sorted(path for path in (home() / "learners").iterdir() if (path / _FILE).is_file())
    except OSError:
        folders = []
    others = [Learner(path.name, path) for path in folders[:_MOST]]
    return [Learner("", home()), *sorted(others, key=lambda one: (one.label.casefold(), one.id))]


def chosen_learner() -> Learner:
    """The learner whose pages open now: chosen before, else the one who never chose."""
    id = settings().get(_CHOSEN)
    if isinstance(id, str) and id:
        return next((one for one in learners() if one.id == id), Learner("", home()))
    return Learner("", home())


def choose_learner(learner: Learner) -> None:
    """Let pages that open from now on be this learner's. Raises OSError where that cannot be kept."""
    keep_setting(_CHOSEN, learner.id)


def add_learner(label: str) -> Learner:
    """A new learner with this label, not chosen yet.

    Raises ValueError for a label that is empty, too long, or somebody's already; OSError where nothing can be written.
    """
    shown = tidy(label)
    if not 0 < len(shown) <= LONGEST_LABEL:
        raise ValueError(f"label must have 1 to {LONGEST_LABEL} characters, got {len(shown)}")
    if shown.casefold() in {one.label.casefold() for one in learners()}:
        raise ValueError(f"label must be nobody's yet, got {shown!r}")
    id = token_hex(4)
    learner = Learner(id, home() / "learners" / id)
    learner.keep(label=shown, seed=token_hex(8))
    return learner
