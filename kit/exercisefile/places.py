"""The folders where sets of exercises are kept, and which sets the kit has."""

from pathlib import Path

from kit.home import home

TOPICS = (
    "spanningen",
    "verwachtingen",
    "context",
    "werkstijlen",
    "nabijheid",
    "teamontwerp",
    "collectief",
    "casus",
)
"""The kit's own sets, in the order of the notebooks they go with."""


def exercises() -> Path:
    """The folder of the kit's own sets: inside the installed kit, else beside it in the repository."""
    package = Path(__file__).parent.parent
    inside = package / "exercises"
    return inside if inside.is_dir() else package.parent / "exercises"


def own_sets() -> Path:
    """The folder for sets of one's own."""
    return home() / "exercises"


def folders() -> list[Path]:
    """The folders of sets: one's own, then the present one (beside a notebook on a hub), then the kit's."""
    return [own_sets(), Path(), exercises()]
