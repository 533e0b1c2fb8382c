"""What is written and what is computed: criteria to look for, and code that does one thing and nothing else."""

from collections.abc import Iterator

from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.references import repair
from kit.casefile.wording import listed, short, shown
from kit.exercisefile.choices import few
from kit.exercisefile.code import LONGEST, ends_in_answer, only_loads, parsed
from kit.exercisefile.kinds import missing
from kit.language import _
from kit.practice.marking import same_value
from kit.tables import list_tables

MOST_LINES = 5


def broken_task(exercise: Part) -> Iterator[Finding]:
    """All that breaks a rule in what an exercise has written or computed."""
    kind = exercise.text("kind")
    if kind == "write":
        yield from few(exercise, "criteria", 3, 6)
    elif kind == "compute":
        yield from _table(exercise)
        yield from _start(exercise)
        yield from _solution(exercise)
        yield from _values(exercise)


def _table(exercise: Part) -> Iterator[Finding]:
    table, known = exercise.text("table"), list_tables()
    if table is not None and table not in known:
        rule = _("must be a table there is (%(known)s), but is %(got)s.")
        rule %= {"known": listed(known) or "–", "got": shown(table)}
        yield Finding((*exercise.place, "table"), rule, repair(table, known))


def _start(exercise: Part) -> Iterator[Finding]:
    """Code that a page runs by itself, so nothing may stand there but what loads the table."""
    start, table = exercise.text("start"), exercise.text("table")
    if start is not None and table is not None and not only_loads(start, table):
        rule = _("may only load the table, and choose columns or an index, for it runs as soon as the page opens.")
        example = f'tabel = kit.load_table("{short(table)}").to_frame()'
        fix = _("Write: %(key)s: %(example)s") % {"key": "start", "example": example}
        yield Finding((*exercise.place, "start"), rule, fix)


def _solution(exercise: Part) -> Iterator[Finding]:
    solution, place = exercise.text("solution"), (*exercise.place, "solution")
    if solution is None:
        return
    lines = [line for line in solution.splitlines() if line.strip()]
    tree = parsed(solution)
    if len(lines) > MOST_LINES or len(solution) > LONGEST:
        rule = _("may have at most %(most)d lines, but has %(got)d.") % {"most": MOST_LINES, "got": len(lines)}
        yield Finding(place, rule, _("Make the task smaller."))
    elif tree is None:
        yield Finding(place, _("must be Python, but cannot be read."), _("Try it in a notebook first."))
    elif not ends_in_answer(tree):
        rule = _("must end in a line that gives the answer its name.")
        yield Finding(place, rule, _("Let the last line be: antwoord = …"))


def _values(exercise: Part) -> Iterator[Finding]:
    expected, tolerance = _value(exercise, "expected"), exercise.number("tolerance") or 0.0
    if isinstance(expected, str) and tolerance:
        rule = _("only belongs with a number, but what is expected is %(got)s.") % {"got": shown(expected)}
        yield Finding((*exercise.place, "tolerance"), rule, _("Take it out."))
    before = [] if expected is None else [expected]
    for wrong in exercise.parts("wrongs"):
        yield from missing(wrong, ("misconception",))
        value = _value(wrong, "value")
        if value is not None and any(same_value(value, one, tolerance) for one in before):
            rule = _("must differ from what the others have, but %(got)s stands there already.")
            yield Finding((*wrong.place, "value"), rule % {"got": shown(value)}, _("Change one of the two."))
        before += [] if value is None else [value]


def _value(part: Part, key: str) -> str | float | None:
    number = part.number(key)
    return part.text(key) if number is None else number
