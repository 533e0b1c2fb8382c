"""What a page needs to know of the world outside the case: where answers are kept, and what was found there."""

import os
from dataclasses import dataclass
from pathlib import Path

from kit.journal.run import Run
from kit.language import _


@dataclass(frozen=True)
class Surroundings:
    """folder: where answers are kept; trouble: why nothing can be kept now, or ""; earlier: other runs of this case,
    the last first; set_aside: damaged journals that were found; resumed: whether this run goes on from an earlier
    visit; apart: whether another window wrote the same run, so that this one goes on under a name of its own."""

    folder: Path
    trouble: str = ""
    earlier: tuple[Run, ...] = ()
    set_aside: tuple[Path, ...] = ()
    resumed: bool = False
    apart: bool = False

    def kept_where(self) -> str:
        """One sentence on where what the learner types stays."""
        if os.environ.get("JUPYTERHUB_USER"):
            return _("What you type stays in your own space on the school's server, in the folder %(folder)s.") % {
                "folder": f"`{self.folder}`"
            }
        return _("What you type stays on this computer, in the folder %(folder)s. It goes nowhere else.") % {
            "folder": f"`{self.folder}`"
        }
