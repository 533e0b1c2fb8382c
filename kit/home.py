"""The folder in which the kit keeps what a learner makes: journals, cases of one's own, the language chosen."""

import os
from pathlib import Path


def home() -> Path:
    """KIT_HOME where that is set, else the user's data folder as the operating system has it."""
    if os.environ.get("KIT_HOME"):
        return Path(os.environ["KIT_HOME"]).expanduser()
    from platformdirs import user_data_path

    return user_data_path("krachtenveld", appauthor=False)
