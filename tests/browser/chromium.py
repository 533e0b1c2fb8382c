"""The Chromium that the browser tests drive: found by `find`, obtained by running this file.

`python tests/browser/chromium.py` installs one where there is none: Debian's package when run as root on a
Debian-like system, else Playwright's own build; where neither succeeds it says in one sentence what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # run as a script, tests/ is not on the path

import apt

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

#: Without these a fresh profile looks up its maker's hosts at every start.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

ADVICE = (
    "No Chromium was found: install Debian's package `chromium`, or run `playwright install chromium`, "
    "or name the program in the environment variable CHROMIUM."
)


def find() -> str | None:
    """The path of a Chromium: CHROMIUM, else one on the PATH, else Playwright's own; None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def obtain() -> str | None:
    """The path of a Chromium, installed first where there was none; None where that failed."""
    if path := find():
        return path
    if not apt.install("chromium"):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


if __name__ == "__main__":
    found = obtain()
    print(found or ADVICE)
    sys.exit(0 if found else 1)
