"""The JSON Schema of an exercise file, which gives completion and explanation in an editor.

It follows from the declarations in `kit/exercise`, with the bare ids of shared parts allowed where they are.
"""

from typing import Any

from kit.casefile.declared import Declared
from kit.casefile.schema import allow_id
from kit.casefile.shared import SHARED
from kit.exercise import ExerciseSet

SET = Declared(ExerciseSet)


def exercise_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an exercise file as a lecturer may write it."""
    schema = SET.schema()
    allow_id(schema["properties"]["sources"], SHARED["sources"])
    allow_id(schema["$defs"]["Board"]["properties"]["tensions"], SHARED["tensions"])
    return schema
