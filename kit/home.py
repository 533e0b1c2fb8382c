"""The folder in which the kit keeps what a learner makes: journals, cases of one's own, and what was chosen."""

import json
import os
from pathlib import Path


def home() -> Path:
    """KIT_HOME where that is set, else the user's data folder as the operating system has it."""
    if os.environ.get("KIT_HOME"):
        return Path(os.environ["KIT_HOME"]).expanduser()
    from platformdirs import user_data_path

    return user_data_path("krachtenveld", appauthor=False)


def settings() -> dict[str, object]:
    """What was chosen in this home, such as the language: `settings.json`; empty where that cannot be read."""
    try:
        read = json.loads((home() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def keep_setting(name: str, value: object) -> None:
    """Keep one of them, beside the others. Raises OSError where nothing can be written."""
    folder = home()
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / "settings.json", json.dumps({**settings(), name: value}, indent=1))


def write_whole(path: Path, text: str) -> None:
    """Write a small file through another one, so that a reader sees the old text or the new. Raises OSError."""
    part = path.with_name(f".{path.stem}-{os.getpid()}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
