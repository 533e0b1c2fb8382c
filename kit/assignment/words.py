"""What an assignment says beside its questions: how to answer, how to hand in, and what is told of an answer's form."""

from kit.assignment.text import line, safe
from kit.exercise import ExerciseSet
from kit.language import _


def opening(them: ExerciseSet) -> str:
    """The first cell: what this is, how to answer, what to leave alone."""
    rows = [
        _("Under each question stands a cell for your answer. Type between the quotation marks that stand there."),
        _("Press Shift+Enter there twice: the second time you are told whether your answer can be read."),
        _("Whether it holds, and why, you are told when the assignment has been marked."),
        _("Here and there you write a text. Double-click on it, write, and press Shift+Enter."),
        _("Leave out the names of real people and places."),
        _(
            "Delete no cells and move none. Was something lost? Undo it with *Edit* and *Undo Cell Operation*, or "
            "fetch the assignment again."
        ),
    ]
    parts = [
        f"# {line(them.title)}",
        safe(them.intro),
        "## " + _("How this works"),
        "\n".join(f"- {row}" for row in rows),
    ]
    return "\n\n".join(part for part in parts if part)


def closing() -> str:
    """What stands above the last cell: how to finish."""
    told = _(
        "Choose *Run* in the menu, and there *Restart Kernel and Run All Cells*. Below you then read what still lacks "
        "an answer. Save the notebook, and hand it in as your lecturer told you."
    )
    return "## " + _("Finished?") + f"\n\n{told}"


def form_sentences() -> dict[str, str]:
    """What is told of the form of an answer, by what `kit.assignment.reading` calls it."""
    return {
        "missing": _(
            "Exercise %(n)d: there is no answer. Run the cell of your answer first. Does that give a fault? Then look "
            "whether the quotation marks are still there."
        ),
        "empty": _("Exercise %(n)d: nothing is filled in yet."),
        "unreadable": _("Exercise %(n)d: this cannot be read as an answer."),
        "given": _("Exercise %(n)d is filled in."),
        "choose": _("Type one letter: %(letters)s."),
        "several": _("Type letters, each once: %(letters)s."),
        "order": _("Type each of these letters once: %(letters)s."),
        "match": _("Type one letter behind each number: %(letters)s."),
        "place": _("Type a number from -1 to 1."),
        "read": _("Type a number everywhere: places from -1 to 1, strengths from 0 to 1."),
        "compute": _("Let the last line give one number or one text."),
        "field": _(
            "The middle of the field lies at %(middle)s, %(line)s at %(knot)s. What pulls is %(away)s away from your "
            "knot on average."
        ),
        "pull": _("Towards '%(pole)s' pull: %(names)s."),
        "nobody": _("no one"),
        "strain": _("Of the strain each bears: %(shares)s."),
        "lacking": _("Still without an answer that can be read: exercise %(numbers)s."),
        "complete": _("Everything that can be seen from here is filled in."),
        "look": _("See for yourself whether your text stands there: exercise %(numbers)s."),
    }
