"""For every Python test: nothing kept between tests, and properties that fail the same way twice."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kit import language

# No deadline: the machines that run this are shared. Derandomised: a red run must be red again on the next machine.
settings.register_profile(
    "kit", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.load_profile("kit")


def pytest_sessionfinish() -> None:
    """Close the widgets that tests made: left to the end of Python, each complains that its modules are gone."""
    if "ipywidgets" in sys.modules:
        sys.modules["ipywidgets"].Widget.close_all()


@pytest.fixture(autouse=True)
def fresh_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has a KIT_HOME of its own and starts in Dutch."""
    home = tmp_path / "kit-home"
    monkeypatch.setenv("KIT_HOME", str(home))
    monkeypatch.setenv("KIT_LANG", "nl")
    monkeypatch.setattr(language, "_chosen", None)
    return home
