"""Debian's packages, where tests need a program that is not there and may be installed."""

import os
import shutil
import subprocess


def install(package: str) -> bool:
    """Install a package where this is a Debian-like system and we are root; says whether it could be tried."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], env=quiet, check=False)
    return True
