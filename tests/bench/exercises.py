"""A set of a hundred exercises against one of ten, and a class that hands in its progress."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kit.exercise import LEVELS, Exercise, ExerciseSet
from kit.exercisefile import list_sets, load_set
from kit.exercisefile.places import exercises
from kit.journal import in_folder, read_handed_in
from kit.journal.run import now
from kit.practice import ANSWER, CHECKED, HINTS, GroupReading, key, read_group
from kit.practice.fields import start_of

from .row import Row
from .timing import by_turns, timed

_OPEN = "import sys, kit; kit.exercises(sys.argv[1])"


def rows(times: int = 6, files: int = 200) -> Iterator[Row]:
    """Two rows, with what issue 5 promises of them."""
    with TemporaryDirectory() as folder:
        large, small = (written(Path(folder), count) for count in (100, 10))
        cost, baseline_cost = by_turns(timed(lambda: _opened(large)), timed(lambda: _opened(small)), times=times)
    yield Row(
        what="first page of 100 exercises, in a new Python",
        cost=cost,
        baseline="of 10 exercises",
        baseline_cost=baseline_cost,
        ratio_at_most=2,
        note="starting Python, importing, reading and checking the file, and the page; a browser's share comes on top",
    )
    sets = {id: load_set(id) for id in list_sets([exercises()])}
    handed_in = [_file(sets, n) for n in range(files)]
    with TemporaryDirectory() as folder:
        for n, data in enumerate(handed_in):
            (Path(folder) / f"voortgang ({n}).json").write_bytes(data)
        counted = _counted(sets, Path(folder))
        assert min(reading.learners for reading in counted) == files, "each file is somebody's"
        cost, baseline_cost = by_turns(
            timed(lambda: _counted(sets, Path(folder))),
            timed(lambda: [json.loads(data) for data in handed_in]),
            times=times,
        )
    yield Row(
        what=f"{files} progress files, read and counted",
        cost=cost,
        baseline="json.loads, same files",
        baseline_cost=baseline_cost,
        cost_below=2000,
        note=f"{len(handed_in[0]) / 1000:.0f} kB a file: every exercise of {len(sets)} sets answered twice",
    )


def written(folder: Path, count: int) -> Path:
    """A file with this many of the kit's own exercises, of all sets, some of them more than once."""
    own = []
    for path in sorted(exercises().glob("*.yaml")):
        _head, body = re.split(r"^exercises:.*\n", path.read_text("utf-8"), maxsplit=1, flags=re.MULTILINE)
        own += [part for part in re.split(r"^(?=  - id: )", body, flags=re.MULTILINE) if "kind:" in part]
    taken = sorted((own[n * max(1, len(own) // count) % len(own)] for n in range(count)), key=_level)
    named = [re.sub(r"^  - id: \S+", f"  - id: opgave-{n}", part, count=1) for n, part in enumerate(taken)]
    used = sorted({*re.findall(r"\bsource: ([\w-]+)", "".join(named))})
    sources = "".join(f"  - {{id: {id}, cite: Een bron}}\n" for id in used)
    path = folder / f"reeks-{count}.yaml"
    head = f"format: 1\nid: reeks-{count}\ntitle: Een reeks\nsources:\n{sources}exercises:\n"
    path.write_text(head + "".join(named), "utf-8")
    return path


def _level(part: str) -> int:
    return next(n for n, level in enumerate(LEVELS) if f"level: {level}" in part)


def _opened(path: Path) -> None:
    subprocess.run([sys.executable, "-c", _OPEN, str(path)], check=True, cwd=Path(__file__).parents[2])


def _file(sets: dict[str, ExerciseSet], n: int) -> bytes:
    """What somebody hands in who answered everything, and looked at a hint here and there."""
    rng = Random(n)
    whole: dict[str, list[dict[str, object]]] = {}
    minute = 0
    for id, one in sets.items():
        entries = whole.setdefault(id, [])
        for exercise in (exercise for _ in range(2) for exercise in one.exercises):
            answer = _answer(exercise, rng)
            for field, value in ((HINTS, rng.randrange(3)), (ANSWER, answer), (CHECKED, answer)):
                minute += 1
                at = f"2026-03-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00.000+00:00"
                entries.append({"at": at, "key": key(exercise.id, field), "value": value})
    made = {"kind": "krachtenveld-voortgang", "format": 1, "made": now(), "label": "", "seed": f"{n}", "sets": whole}
    return json.dumps(made).encode("utf-8")


def _answer(exercise: Exercise, rng: Random) -> object:
    match exercise.kind:
        case "choose":
            return rng.choice(exercise.options).id
        case "several":
            return [option.id for option in exercise.options if rng.random() < 0.5] or [exercise.options[0].id]
        case "order":
            return rng.sample([item.id for item in exercise.items], len(exercise.items))
        case "match":
            ids = [pair.id for pair in exercise.pairs]
            return dict(zip(ids, rng.sample(ids, len(ids)), strict=True))
        case "place":
            return round(rng.uniform(-1, 1), 2)
        case "read":
            lines = () if exercise.board is None else start_of(exercise.board)
            return {"stance": {id: round(rng.uniform(-1, 1), 2) for id in lines}}
        case "write":
            return "Ik zou eerst vragen wat zij zelf nodig heeft. " * 12
        case _:
            return rng.randrange(30)


def _counted(sets: dict[str, ExerciseSet], folder: Path) -> list[GroupReading]:
    """What a lecturer's view needs: the files of a folder, and what the class shows in every set."""
    people = read_handed_in(in_folder(folder)).people
    return [read_group(whole, [one[id] for one in people if id in one]) for id, whole in sets.items()]
