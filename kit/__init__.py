"""Krachtenveld: a teaching kit on deciding under tension in Dutch neighbourhood social teams.

Importing the kit loads nothing heavy: each public name brings what it needs when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.casefile import CaseError, Fault, check_case, list_cases, load_case
    from kit.dossier import portfolio
    from kit.exercise_pages import class_view, exercises, progress
    from kit.language import use_language
    from kit.lessons import lesson
    from kit.shelf import casebook
    from kit.tables import TableError, load_table
    from kit.widgets.board import force_board
    from kit.widgets.context_map import context_map
    from kit.widgets.expectation_map import expectation_map
    from kit.widgets.languages import language_switch
    from kit.widgets.roles import roles as roles_table
    from kit.widgets.walk import walk

__all__ = [
    "CaseError",
    "Fault",
    "TableError",
    "casebook",
    "check_case",
    "class_view",
    "context_map",
    "exercises",
    "expectation_map",
    "force_board",
    "language_switch",
    "lesson",
    "list_cases",
    "load_case",
    "load_table",
    "models",
    "portfolio",
    "progress",
    "roles_table",
    "use_language",
    "walk",
]

_HOMES = {
    "CaseError": "kit.casefile",
    "Fault": "kit.casefile",
    "TableError": "kit.tables",
    "casebook": "kit.shelf",
    "check_case": "kit.casefile",
    "class_view": "kit.exercise_pages",
    "context_map": "kit.widgets.context_map",
    "exercises": "kit.exercise_pages",
    "expectation_map": "kit.widgets.expectation_map",
    "force_board": "kit.widgets.board",
    "language_switch": "kit.widgets.languages",
    "lesson": "kit.lessons",
    "list_cases": "kit.casefile",
    "load_case": "kit.casefile",
    "load_table": "kit.tables",
    "portfolio": "kit.dossier",
    "progress": "kit.exercise_pages",
    "roles_table": "kit.widgets.roles:roles",
    "use_language": "kit.language",
    "walk": "kit.widgets.walk",
}


def __getattr__(name: str) -> Any:
    if name == "models":
        return import_module("kit.models")
    if name in _HOMES:
        module, _, under = _HOMES[name].partition(":")
        return getattr(import_module(module), under or name)
    raise AttributeError(f"module 'kit' has no attribute {name!r}; it offers {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
