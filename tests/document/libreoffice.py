"""The LibreOffice that opens what the kit writes: found by `find`, obtained by running this file.

`python tests/document/libreoffice.py` installs Debian's package when run as root on a Debian-like system; else it says
in one sentence what to install.
"""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # run as a script, tests/ is not on the path

import apt

ADVICE = "No LibreOffice was found: install it (on Debian and Ubuntu: sudo apt install libreoffice-writer-nogui)."


def find() -> str | None:
    """The path of LibreOffice; None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(path: Path, folder: Path) -> Path:
    """What LibreOffice makes of a document: a PDF in `folder`. Raises CalledProcessError where it cannot open it."""
    program = find()
    assert program is not None, ADVICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.pdf"


if __name__ == "__main__":
    if find() is None:
        apt.install("libreoffice-writer-nogui")
    print(find() or ADVICE)
    sys.exit(0 if find() else 1)
