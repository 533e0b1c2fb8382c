"""The models: one concept a file, pure Python on the standard library.

`kit.models.force_field` and its like are loaded when they are first named.
"""

from importlib import import_module
from types import ModuleType

__all__ = [
    "caseload",
    "collective",
    "expectation",
    "force_field",
    "influence",
    "proximity",
    "register",
    "role",
    "scenario",
    "signal",
    "team_design",
    "working_style",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"kit.models.{name}")
    raise AttributeError(f"module 'kit.models' has no attribute {name!r}; it offers {', '.join(__all__)}")
