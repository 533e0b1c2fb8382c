"""A cell with a name in it: a street, a theme, a household."""

import re

from kit.language import _
from kit.register.columns import column_word
from kit.register.export import freed
from kit.register.fault import Fault, Faults, shown
from kit.register.limits import LONGEST

_WHOLE = re.compile(r"(\d{1,15})[.,]0+")

ERRORS = frozenset(
    {"#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#NAME?", "#NAAM?", "#DIV/0!", "#DEEL/0!"}
)


def text_of(value: object, row: int, column: str, name: str, faults: Faults) -> str:
    """The text of a cell on one line, never worked out; "" and a fault where it is empty, an error or too long.

    A whole number is text without a point: 12.0 and 12 are the same household.
    """
    text = "" if value is None else freed("".join(c for c in " ".join(str(value).split()) if c.isprintable())).strip()
    if found := _WHOLE.fullmatch(text):
        text = found[1]
    if not text:
        rule = _("The %(column)s must be filled in.") % {"column": column_word(name)}
        faults.add(Fault(row, column, rule, _("Fill it in, or remove the row."), _("nothing")))
        return ""
    if text.upper() in ERRORS:
        rule = _("A cell must hold text or a number, and no error.")
        faults.add(Fault(row, column, rule, _("Mend the formula in your file, or paste its value."), shown(text)))
        return ""
    if len(text) > LONGEST:
        rule = _("A name may have at most %(most)s characters.") % {"most": LONGEST}
        repair = _("Use few and fixed names: a street without number, a short theme.")
        faults.add(Fault(row, column, rule, repair, shown(text)))
        return ""
    return text
