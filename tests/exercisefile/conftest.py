from pathlib import Path

import pytest

from kit import language
from kit.casefile import shared
from kit.exercisefile import library, tasks

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "nl")


@pytest.fixture
def own_datasets(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shared parts and tables that stay as they are, whatever the kit's own datasets become."""
    monkeypatch.setattr(shared, "datasets", lambda: HERE.parent / "casefile" / "datasets")
    monkeypatch.setattr(tasks, "list_tables", lambda: ["caseload", "twente-steden"])
    return HERE.parent / "casefile" / "datasets"


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is the only one where sets are looked for."""
    monkeypatch.setattr(library, "folders", lambda: [tmp_path])
    return tmp_path


@pytest.fixture
def kinds() -> str:
    return (HERE / "kinds.yaml").read_text("utf-8")
