"""The question of an exercise as a student reads it: scene, question, options by letter, and how to answer."""

from kit.assignment.asked import letters
from kit.assignment.board import board_picture, board_table
from kit.assignment.text import folded, line, quote
from kit.exercise import Exercise, ExerciseSet, Level
from kit.language import _, ngettext


def question(them: ExerciseSet, exercise: Exercise, seed: str, number: int, points: int) -> str:
    """All that stands above the answer, in Markdown. Nothing in it tells what is right."""
    title = _("Exercise %(n)d") % {"n": number}
    parts = [
        f"## {title}",
        f"*{_head(exercise, points)}*",
        quote(exercise.vignette) if exercise.vignette else "",
        f"**{_emphasised(exercise.question)}**",
        _offered(exercise, seed),
        how_to_answer(exercise, number),
        _looked_at(exercise),
        _whence(them, exercise),
        *(folded(_("Hint %(n)s") % {"n": n}, hint) for n, hint in enumerate(exercise.hints, start=1)),
    ]
    return "\n\n".join(part for part in parts if part)


def points_of(exercise: Exercise) -> int:
    """What an exercise is worth: one point, or one for each thing that a lecturer looks for in a text."""
    return len(looked_for(exercise)) if exercise.without_right else 1


def looked_for(exercise: Exercise) -> list[str]:
    """What a lecturer looks for where there is no right answer: in a text its criteria, else in the reasons."""
    if exercise.kind == "write":
        return [criterion.text for criterion in exercise.criteria]
    return [
        _("You give a reason that you would also give to somebody who disagrees."),
        _("You say who would object to this, and why."),
    ]


def level_name(level: Level) -> str:
    """What an exercise asks, as a learner reads it."""
    return {"recognise": _("Recognise"), "apply": _("Apply"), "weigh": _("Weigh up"), "justify": _("Account for")}[
        level
    ]


def _head(exercise: Exercise, points: int) -> str:
    worth = ngettext("%(n)d point", "%(n)d points", points) % {"n": points}
    by = _("your lecturer reads it") if exercise.without_right else _("looked at by the computer")
    return " · ".join([level_name(exercise.level), worth, by])


def _emphasised(text: str) -> str:
    # Stress within stress would end it.
    return line(text).replace("*", "")


def _offered(exercise: Exercise, seed: str) -> str:
    texts = {option.id: option.text for option in exercise.options}
    texts |= {item.id: item.text for item in exercise.items} | {pair.id: pair.right for pair in exercise.pairs}
    match exercise.kind:
        case "place":
            assert exercise.line is not None, "checked when the file was read"
            ends = {"left": line(exercise.line.left), "right": line(exercise.line.right)}
            return _("The line runs from **−1** (%(left)s) to **1** (%(right)s).") % ends
        case "read":
            return f"{board_picture(exercise)}\n\n{board_table(exercise)}"
        case "write" | "compute":
            return ""
    numbered = "\n".join(f"{row}. {line(pair.left)}" for row, pair in enumerate(exercise.pairs, start=1))
    lettered = "\n".join(f"- **{letter}.** {line(texts[id])}" for letter, id in letters(exercise, seed).items())
    return f"{numbered}\n\n{lettered}" if numbered else lettered


def how_to_answer(exercise: Exercise, number: int) -> str:
    """How to fill in the cell below, in one or two sentences."""
    told = {
        "choose": _("Type one letter between the quotation marks."),
        "several": _("Type all letters that fit between the quotation marks, one after another."),
        "order": _("Type all letters between the quotation marks, one after another, in your order."),
        "match": _("Type a letter between the quotation marks behind each number."),
        "place": _(
            "Type your place between the quotation marks: a number from −1 to 1, with a comma where it needs one."
        ),
        "read": _(
            "Change the numbers between the quotation marks: a place lies from −1 to 1, a strength from 0 to 1. Run "
            "the cell under it as well: it says what your board shows. You may try as often as you like."
        ),
        "write": _("Double-click on the text below, put your own in its place, and press Shift+Enter."),
        "compute": _(
            "The first lines load the table as `tabel`. Write your own code below them. Let the last line say what you "
            "found: `antwoord_%(n)d = …`"
        ),
    }[exercise.kind]
    told = told % {"n": number} if exercise.kind == "compute" else told
    if exercise.open and exercise.kind != "write":
        told += " " + _("Then double-click on the text below it, and write why.")
    return told


def _looked_at(exercise: Exercise) -> str:
    """Where nothing is right or wrong: what the lecturer looks for."""
    if not exercise.without_right:
        return ""
    head = _("This question has no right answer. Your lecturer looks for this, a point each:")
    if exercise.kind == "write":
        head = _("Your lecturer looks for this in your text, a point each:")
    return "\n".join([head, "", *(f"- {line(one)}" for one in looked_for(exercise))])


def _whence(them: ExerciseSet, exercise: Exercise) -> str:
    if exercise.provenance == "fictie":
        return ""
    cite = them.source(exercise.source).cite if exercise.source else ""
    if exercise.provenance == "bron":
        told = _("source: %(cite)s") % {"cite": cite}
    else:
        told = _("our reading of %(cite)s") % {"cite": cite} if cite else _("our reading")
    return line(told[:1].upper() + told[1:])
