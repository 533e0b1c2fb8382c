"""What a file may hold, as the classes of a vocabulary declare it: how it is read, and its JSON Schema."""

import json
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from kit.casefile.fault import Place

T = TypeVar("T")

NOTHING = {"type": "null"}


class Declared(Generic[T]):
    """The declarations behind one kind of file, from the class of the whole downwards."""

    def __init__(self, whole: type[T]) -> None:
        self._whole = whole

    @cached_property
    def adapter(self) -> TypeAdapter[T]:
        """Pydantic's reader; made once, for it takes a tenth of a second."""
        return TypeAdapter(self._whole)

    @cached_property
    def _bare(self) -> dict[str, Any]:
        return self.adapter.json_schema()

    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12), as a copy that may be added to."""
        bare: dict[str, Any] = json.loads(json.dumps(self._bare))
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **bare}

    def at(self, place: Place) -> dict[str, Any]:
        """What the schema says of `place`; empty where it does not know the place."""
        definitions = self._bare["$defs"]
        here: dict[str, Any] = self._bare
        for step in place:
            if isinstance(step, int):
                by_place = here.get("prefixItems", [])
                here = by_place[step] if step < len(by_place) else here.get("items", {})
            else:
                here = here.get("properties", {}).get(step) or here.get("additionalProperties") or {}
            given = [choice for choice in here.get("anyOf", []) if choice != NOTHING]
            if len(given) == 1:  # what may be left out is described by what it is where it is given
                here = {**given[0], **{k: v for k, v in here.items() if k != "anyOf"}}
            if "$ref" in here:
                definition = definitions[here["$ref"].rsplit("/", 1)[1]]
                here = {**definition, **{k: v for k, v in here.items() if k != "$ref"}}
        return here
