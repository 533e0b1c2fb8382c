from pathlib import Path

import pytest

from kit import language
from kit.casefile import library, shared

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_chosen", "nl")


@pytest.fixture
def own_datasets(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shared parts that stay as they are, whatever the kit's own datasets become."""
    monkeypatch.setattr(shared, "datasets", lambda: HERE / "datasets")
    return HERE / "datasets"


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is the only one where cases are looked for."""
    monkeypatch.setattr(library, "folders", lambda: [tmp_path])
    return tmp_path


@pytest.fixture
def sound() -> str:
    return (HERE / "sound.yaml").read_text("utf-8")
