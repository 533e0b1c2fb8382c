"""nbgrader, run for real in an environment of its own, and a course with all that the kit ships."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NBGRADER = ROOT / ".venv" / "nbgrader" / "bin"
DRIVE = Path(__file__).with_name("drive.py")
ADVICE = "nbgrader has no environment here, so its round trip was not made: make .venv/.nbgrader makes one"

Drive = Callable[[Path, list[list[str]]], dict[str, Any]]


@pytest.fixture(scope="session")
def drive() -> Drive:
    """Runs command lines of nbgrader in the folder of a course; see `drive.py` for what comes back."""
    python = NBGRADER / "python"
    if not python.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(ADVICE)
        pytest.skip(ADVICE)

    def run(course: Path, commands: list[list[str]]) -> dict[str, Any]:
        # nbgrader starts programs of its own by name; nothing of who runs this may leak into what it does.
        environment = {**os.environ, "PATH": f"{NBGRADER}{os.pathsep}{os.environ['PATH']}", "HOME": str(course.parent)}
        environment["KIT_HOME"] = str(course.parent / "kit-home")
        environment.pop("PYTHONPATH", None)
        done = subprocess.run(
            [python, DRIVE],
            cwd=course,
            env=environment,
            input=json.dumps(commands),
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    return run
