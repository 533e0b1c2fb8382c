"""The JSON Schema of a case file, which gives completion and explanation in an editor.

It follows from the declarations in `kit/case`, with the bare ids of shared parts allowed where they are.
"""

from typing import Any

from kit.case import Case
from kit.casefile.declared import Declared
from kit.casefile.shared import SHARED

CASE = Declared(Case)


def case_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a case file as a lecturer may write it."""
    schema = CASE.schema()
    for key, file in SHARED.items():
        allow_id(schema["properties"][key], file)
    return schema


def allow_id(items: dict[str, Any], file: str) -> None:
    """Let a list in a schema hold the bare id of a shared part of `file` as well."""
    items["items"] = {"anyOf": [items["items"], {"type": "string", "description": f"Kenmerk uit {file}."}]}
