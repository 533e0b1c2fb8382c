"""How an answer that was typed in a cell is read, and what is told of its form; never whether it is right.

This file is used twice: by the kit, when it looks at an answer, and as it stands in the notebook that a student has,
where there is no kit. So it is plain Python for any version, and everything that it says is handed to it.

`asked` says how an exercise is answered: {"kind": …, "letters": "ABCD"} for what is chosen, put in order or matched,
with "rows" for a match, and for a board "fields" (label, start, least, most), "lines" and "forces".
"""

from __future__ import annotations

import math
import re
from typing import Any

MISSING, EMPTY, UNREADABLE, GIVEN = "missing", "empty", "unreadable", "given"


def given(asked: dict[str, Any], answer: Any) -> tuple[str, Any]:
    """How an answer stands (one of the four words above), and what it says where it is GIVEN.

    Letters become a letter, or a list of them; a match {"1": "C"}; a board {label: number}; a place a number.
    """
    if answer is None:
        return MISSING, None
    kind = asked["kind"]
    if kind == "read":
        return given_board(asked["fields"], answer)
    if kind == "match":
        return given_match(asked, answer)
    if kind == "compute":
        return given_value(answer)
    if isinstance(answer, str) and not answer.strip():
        return EMPTY, None
    if kind == "place":
        place = number_in(answer, -1, 1)
        return (UNREADABLE, None) if place is None else (GIVEN, place)
    found = letters_in(answer, asked["letters"])
    if kind == "choose":
        return (GIVEN, found[0]) if len(found) == 1 else (UNREADABLE, None)
    once = len(set(found)) == len(found)
    whole = once and bool(found) and (kind != "order" or len(found) == len(asked["letters"]))
    return (GIVEN, found) if whole else (UNREADABLE, None)


def letters_in(answer: Any, offered: str) -> list[str]:
    """The letters in an answer, in their order; none where anything else stands there than those offered."""
    if isinstance(answer, (list, tuple, set)):
        answer = " ".join(sorted(map(str, answer)) if isinstance(answer, set) else map(str, answer))
    if not isinstance(answer, str):
        return []
    words = [word for word in re.split(r"[^A-Z]+", answer[:400].upper()) if word and word not in ("EN", "AND")]
    letters = [letter for word in words for letter in word]
    return letters if set(letters) <= set(offered) else []


def number_in(answer: Any, least: float, most: float) -> float | None:
    """The number that an answer is, with a comma or a point; None where it is none, or lies outside the bounds."""
    if isinstance(answer, str):
        text = answer.strip()[:40].replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-").replace(",", ".")
        answer = float(text) if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", text) else None
    if isinstance(answer, bool) or not isinstance(answer, (int, float)):
        return None
    return float(answer) if least <= answer <= most else None


def given_match(asked: dict[str, Any], answer: Any) -> tuple[str, Any]:
    """A match: a letter for each number."""
    if isinstance(answer, str):
        answer = dict(re.findall(r"(\d+)\W*([A-Z])", answer[:400].upper()))
    if not isinstance(answer, dict):
        return UNREADABLE, None
    typed = {str(key).strip(): value for key, value in list(answer.items())[:100]}
    rows = [str(row) for row in range(1, asked["rows"] + 1)]
    if not any(str(typed.get(row, "")).strip() for row in rows):
        return EMPTY, None
    made = {row: letters_in(typed.get(row), asked["letters"]) for row in rows}
    if any(len(found) != 1 for found in made.values()):
        return UNREADABLE, None
    return GIVEN, {row: found[0] for row, found in made.items()}


def given_board(fields: list[dict[str, Any]], answer: Any) -> tuple[str, Any]:
    """A board: a number for each label; where nothing was moved, nothing was answered.

    Where a label reads otherwise, the numbers are taken in their order: the words for them may change.
    """
    if not isinstance(answer, dict):
        return (EMPTY if isinstance(answer, str) and not answer.strip() else UNREADABLE), None
    labels = [field["label"] for field in fields]
    numbers = [answer[label] for label in labels] if set(labels) <= set(answer) else list(answer.values())
    if len(numbers) != len(fields):
        return UNREADABLE, None
    places = {field["label"]: number_in(one, *field["bounds"]) for field, one in zip(fields, numbers)}  # noqa: B905
    if any(place is None for place in places.values()):
        return UNREADABLE, None
    moved = any(abs(places[field["label"]] - field["start"]) > 1e-9 for field in fields)
    return (GIVEN, places) if moved else (EMPTY, None)


def given_value(answer: Any) -> tuple[str, Any]:
    """What a computation ends in: a number, also one of a table's own kinds, or a text."""
    if not isinstance(answer, (str, int, float)) and hasattr(answer, "item"):
        try:
            answer = answer.item()
        except (ValueError, TypeError):
            return UNREADABLE, None
    if isinstance(answer, str):
        return (GIVEN, answer[:1000]) if answer.strip() else (EMPTY, None)
    if isinstance(answer, bool) or not isinstance(answer, (int, float)) or not math.isfinite(answer):
        return UNREADABLE, None
    return GIVEN, answer


def form_words(asked: dict[str, Any], words: dict[str, str], number: int, answer: Any) -> str:
    """One sentence: whether there is an answer to this exercise, and whether it can be read."""
    stands, value = given(asked, answer)
    if stands == UNREADABLE:
        told = words[stands] + " " + words[asked["kind"]]
    elif stands == GIVEN:
        told = words[stands] + ("\n" + board_words(asked, words, value) if asked["kind"] == "read" else "")
    else:
        told = words[stands]
    return told % {"n": number, "letters": ", ".join(asked.get("letters", ""))}


def board_words(asked: dict[str, Any], words: dict[str, str], places: dict[str, float]) -> str:
    """What a board shows with these places: the middle of each field, who pulls which way, who bears the strain."""
    rows: list[str] = []
    borne: dict[str, float] = {}
    total = 0.0
    for line in asked["lines"]:
        knot = places[line["label"]]
        pulls = [
            (force["name"], places.get(force["toward"], force["toward"]), places.get(force["weight"], force["weight"]))
            for force in asked["forces"]
            if force["line"] == line["label"]
        ]
        heavy = sum(weight for _name, _at, weight in pulls)
        if heavy:
            middle = sum(at * weight for _name, at, weight in pulls) / heavy
            away = sum(abs(at - knot) * weight for _name, at, weight in pulls) / heavy
            shown = {"line": line["label"], "middle": amount(middle), "knot": amount(knot), "away": amount(away)}
            rows.append(words["field"] % shown)
        for pole, side in ((line["poles"][0], -1), (line["poles"][1], 1)):
            those = [name for name, at, weight in pulls if weight and (at - knot) * side > 1e-9]
            rows.append(words["pull"] % {"pole": pole, "names": ", ".join(those) or words["nobody"]})
        for name, at, weight in pulls:
            borne[name] = borne.get(name, 0.0) + weight * (at - knot) ** 2
            total += weight * (at - knot) ** 2
    if total > 1e-9:
        shares = [f"{name} {round(100 * part / total)}%" for name, part in borne.items()]
        rows.append(words["strain"] % {"shares": ", ".join(shares)})
    # What is said here goes through one more round of placeholders.
    return "\n".join(rows).replace("%", "%%")


def amount(number: float) -> str:
    """A number with two decimals, as Dutch writes it."""
    return f"{round(number, 2) + 0.0:.2f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def all_words(
    exercises: dict[int, dict[str, Any]], words: dict[str, str], written: list[int], names: dict[str, Any]
) -> str:
    """Which exercises still lack an answer that can be read, and where to look oneself; in a sentence or two.

    exercises: by number how each is answered; written: the numbers of texts to write, which cannot be seen from here;
    names: what the notebook knows by name, `antwoord_3` for one.
    """
    lacking = [
        str(number)
        for number, asked in exercises.items()
        if given(asked, names.get("antwoord_" + str(number)))[0] != GIVEN
    ]
    told = [words["lacking"] % {"numbers": ", ".join(lacking)} if lacking else words["complete"]]
    if written:
        told.append(words["look"] % {"numbers": ", ".join(map(str, written))})
    return "\n".join(told)
