"""Run by the Python that has nbgrader, in the folder of a course: its own command lines one after another, then what
its gradebook says.

One process, for nbgrader takes seconds to start. Reads the command lines as JSON from standard input; writes to
standard output, as JSON, what each ended with and logged, and each grade of each submission.
"""

import io
import json
import logging
import sys
from typing import Any

from jupyter_core.application import NoStart
from nbgrader.api import Gradebook
from nbgrader.apps.nbgraderapp import NbGraderApp


def run(arguments: list[str]) -> tuple[Any, str]:
    """What `nbgrader …` ended with, and its log."""
    log = io.StringIO()
    app = NbGraderApp.instance()
    ended: Any = 0
    try:
        app.initialize(arguments)
        app.init_logging(logging.StreamHandler, [log], color=False, subapps=True)
        app.start()
    except NoStart:
        pass  # the command within it did
    except SystemExit as stop:
        ended = stop.code
    finally:
        app.reset()
        NbGraderApp.clear_instance()
    return ended or 0, log.getvalue()


def grades() -> list[dict[str, Any]]:
    """All grades in the gradebook of this folder."""
    with Gradebook("sqlite:///gradebook.db") as gradebook:
        return [
            {
                "student": submission.student.id,
                "set": assignment.name,
                "cell": grade.name,
                "score": grade.score,
                "most": grade.max_score,
                "by_hand": grade.needs_manual_grade,
                "failed": bool(grade.failed_tests),
            }
            for assignment in gradebook.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
            for grade in notebook.grades
        ]


if __name__ == "__main__":
    told, sys.stdout = sys.stdout, sys.stderr
    ran = [run(arguments) for arguments in json.load(sys.stdin)]
    json.dump({"ran": ran, "grades": grades()}, told)
