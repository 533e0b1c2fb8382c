"""The JSON Schema of a case file, which gives completion and explanation in an editor.

It follows from the declarations in `kit/case`, with the bare ids of shared parts allowed where they are.
"""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from kit.case import Case
from kit.casefile.fault import Place
from kit.casefile.shared import SHARED


@cache
def case_adapter() -> TypeAdapter[Case]:
    """Pydantic's reader of a Case; made once, for it takes a tenth of a second."""
    return TypeAdapter(Case)


@cache
def _bare_schema() -> dict[str, Any]:
    return case_adapter().json_schema()


def case_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a case file as a lecturer may write it."""
    schema: dict[str, Any] = json.loads(json.dumps(_bare_schema()))
    for key, file in SHARED.items():
        items = schema["properties"][key]
        shared = {"type": "string", "description": f"Kenmerk uit {file}."}
        items["items"] = {"anyOf": [items["items"], shared]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_at(place: Place) -> dict[str, Any]:
    """What the schema says of `place`; empty where it does not know the place."""
    schema = _bare_schema()
    definitions = schema["$defs"]
    here: dict[str, Any] = schema
    for step in place:
        if isinstance(step, int):
            by_place = here.get("prefixItems", [])
            here = by_place[step] if step < len(by_place) else here.get("items", {})
        else:
            here = here.get("properties", {}).get(step) or here.get("additionalProperties") or {}
        for choice in here.get("anyOf", []):
            if choice != {"type": "null"}:  # what may be left out is described by what it is where it is given
                here = {**choice, **{k: v for k, v in here.items() if k != "anyOf"}}
        if "$ref" in here:
            here = {**definitions[here["$ref"].rsplit("/", 1)[1]], **{k: v for k, v in here.items() if k != "$ref"}}
    return here
