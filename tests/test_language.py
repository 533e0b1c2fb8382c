"""Dutch is complete: every sentence of the kit has its translation, every translation its sentence."""

import ast
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import kit.language

ROOT = Path(__file__).parents[1]
KIT = ROOT / "kit"
KEYWORDS = {"_": (1,), "ngettext": (1, 2)}
"""The functions that translate, and which of their arguments are sentences."""

Id = str | tuple[str, ...]


def sentences() -> dict[Id, str]:
    """Every sentence in the kit's source, with the first place it stands."""
    found: dict[Id, str] = {}
    for file, line, message, _comments, _context in extract_from_dir(
        KIT, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.setdefault(message, f"kit/{file}:{line}")
    return found


def catalogues() -> list[tuple[str, Catalog]]:
    read = []
    for path in sorted((KIT / "locale" / "nl").glob("*.po")):
        with path.open("rb") as source:
            read.append((path.name, read_po(source, locale="nl", abort_invalid=True)))
    return read


def entries() -> list[tuple[str, Message]]:
    return [(name, message) for name, catalogue in catalogues() for message in catalogue if message.id]


def both(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def placeholders(text: str) -> set[str]:
    named = set(re.findall(r"%\((\w+)\)", text)) | set(re.findall(r"%[sdrf]", text))
    with suppress(ValueError):  # a brace that is only a brace
        named |= {field for _literal, field, _spec, _conversion in Formatter().parse(text) if field is not None}
    return named


def test_every_sentence_is_translated() -> None:
    translated = {message.id for _file, message in entries()}
    assert {place: message for message, place in sentences().items() if message not in translated} == {}


def test_every_translation_is_used() -> None:
    used = sentences()
    assert [(file, message.id) for file, message in entries() if message.id not in used] == []


def test_nothing_fuzzy_empty_or_obsolete() -> None:
    assert [(file, message.id) for file, message in entries() if message.fuzzy] == []
    assert [(file, message.id) for file, message in entries() if not all(both(message.string))] == []
    assert [(name, list(catalogue.obsolete)) for name, catalogue in catalogues() if catalogue.obsolete] == []


def test_one_sentence_one_translation() -> None:
    """All files of a language become one catalogue: a sentence in two of them would have two owners."""
    times = Counter(message.id for _file, message in entries())
    assert [message for message, n in times.items() if n > 1] == []


def test_same_placeholders() -> None:
    wrong = []
    for file, message in entries():
        asked = set().union(*map(placeholders, both(message.id)))
        # The singular may leave the number out: "één kaart".
        exact = both(message.string)[-1]
        if placeholders(exact) != asked or any(not placeholders(text) <= asked for text in both(message.string)):
            wrong.append((file, message.id, message.string))
    assert wrong == []


def test_plurals_are_dutch() -> None:
    assert {(name, catalogue.num_plurals, catalogue.plural_expr) for name, catalogue in catalogues()} == {
        (name, 2, "(n != 1)") for name, _catalogue in catalogues()
    }


def test_calm() -> None:
    """No exclamation marks, in either language."""
    texts = [text for _file, message in entries() for text in (*both(message.id), *both(message.string))]
    assert [text for text in texts if "!" in text] == []


class Calls(ast.NodeVisitor):
    """Every call of `_` and `ngettext`, and whether it stands in the body of a function."""

    def __init__(self) -> None:
        self.depth = 0
        self.found: list[tuple[ast.Call, bool]] = []

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            self.found.append((node, self.depth > 0))
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        self.visit(node.args)  # defaults are worked out where the function is defined, so outside it
        for decorator in getattr(node, "decorator_list", []):
            self.visit(decorator)
        self.depth += 1
        for part in node.body if isinstance(node.body, list) else [node.body]:
            self.visit(part)
        self.depth -= 1

    visit_AsyncFunctionDef = visit_FunctionDef
    visit_Lambda = visit_FunctionDef


@pytest.mark.parametrize(
    "path", sorted(set(KIT.rglob("*.py")) - {KIT / "language.py"}), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_sentences_are_asked_for_when_shown(path: Path) -> None:
    """At import the language is not yet chosen; and only a literal sentence can be found by the extractor."""
    calls = Calls()
    calls.visit(ast.parse(path.read_text("utf-8")))
    assert [call.lineno for call, in_function in calls.found if not in_function] == []
    given = {call: call.args[: len(KEYWORDS[call.func.id])] for call, _in_function in calls.found}
    assert [call.lineno for call, texts in given.items() if not all(isinstance(t, ast.Constant) for t in texts)] == []


def test_dutch_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIT_LANG")
    assert kit.language.language() == "nl"
    monkeypatch.setenv("KIT_LANG", "en_GB.UTF-8")
    assert kit.language.language() == "en"
    monkeypatch.setenv("KIT_LANG", "fr")
    assert kit.language.language() == "nl"


def test_the_switch() -> None:
    sentence, dutch = next((message.id, message.string) for _file, message in entries() if message.id != message.string)
    assert kit.language._(sentence) == dutch
    kit.use_language("en")
    assert kit.language._(sentence) == sentence


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match=r"^language must be one of nl, en, got 'fr'$"):
        kit.use_language("fr")
