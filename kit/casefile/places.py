"""The folders where cases, and what cases share, are kept."""

from pathlib import Path

from kit.home import home


def datasets() -> Path:
    """The folder of cases, tensions and sources: inside the installed kit, else beside it in the repository."""
    package = Path(__file__).parent.parent
    inside = package / "datasets"
    return inside if inside.is_dir() else package.parent / "datasets"


def own_cases() -> Path:
    """The folder for cases of one's own."""
    return home() / "cases"


def folders() -> list[Path]:
    """The folders of cases: one's own, then the present one (beside a notebook on a hub), then the kit's."""
    return [own_cases(), Path(), datasets() / "cases"]
