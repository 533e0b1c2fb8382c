"""What the house promises: equal lists of packages, a light import, documented names, commands that exist."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

import kit

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PUBLIC = {
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
}
"""The names that notebooks, tests and lecturers rely on. One may be added; none may go."""

HEAVY = {"ipywidgets", "matplotlib", "networkx", "numpy", "pandas", "plotly", "pydantic", "ruamel"}
MODULES = sorted((ROOT / "kit").rglob("*.py"))
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "datasets/README.md", "exercises/README.md"]

# In brackets, so that this file does not hold what it looks for.
OFF_THE_MACHINE = (
    r"pypi[.]org|pythonhosted[.]|test[.]pypi|registry[.]npmjs|npmjs[.]org|repo[.]anaconda|conda[.]anaconda"
)
ON_THIS_MACHINE = r"(?<![\w.~])/(?:home|root|Users|work)/\w|[A-Z]:\\Users\\\w"


def requirements(lines: list[str]) -> dict[str, Requirement]:
    read = [Requirement(line) for line in lines]
    return {canonicalize_name(requirement.name): requirement for requirement in read}


def pins(lock: str) -> dict[str, str]:
    """Every package that a lock pins."""
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def asked_by_us(lock: str) -> set[str]:
    """The packages of a lock that are there because pyproject.toml names them."""
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8"))
    return {canonicalize_name(block.partition("==")[0]) for block in blocks if "krachtenveld (pyproject.toml)" in block}


RUNTIME = requirements(PROJECT["dependencies"])
TEST = requirements(PROJECT["optional-dependencies"]["test"])
NBGRADER = requirements(PROJECT["optional-dependencies"]["nbgrader"])


def tracked() -> list[Path]:
    """The files that git keeps, or will when they are added."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_the_environment_is_one() -> None:
    """pyproject.toml, environment.yml and requirements.lock name the same packages, at the same versions."""
    conda = YAML(typ="safe").load((ROOT / "environment.yml").read_text("utf-8"))
    (by_pip,) = [entry["pip"] for entry in conda["dependencies"] if isinstance(entry, dict)]
    assert by_pip[-1] == "-e ."
    environment = {name: str(one.specifier).removeprefix("==") for name, one in requirements(by_pip[:-1]).items()}
    assert set(environment) == set(RUNTIME) == asked_by_us("requirements.lock")
    locked = pins("requirements.lock")
    assert environment == {name: locked[name] for name in RUNTIME}


def test_the_locks_agree() -> None:
    runtime, test = pins("requirements.lock"), pins("requirements-test.lock")
    assert {name: version for name, version in runtime.items() if test.get(name) != version} == {}
    assert asked_by_us("requirements-test.lock") == set(RUNTIME) | set(TEST)
    nbgrader = pins("requirements-nbgrader.lock")
    assert {name: version for name, version in runtime.items() if nbgrader.get(name) != version} == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock", "requirements-nbgrader.lock"])
def test_pins_are_allowed_and_hashed(lock: str) -> None:
    found = pins(lock)
    more = {"requirements-test.lock": TEST, "requirements-nbgrader.lock": NBGRADER}.get(lock, {})
    asked = {**RUNTIME, **more}
    assert [name for name, requirement in asked.items() if found[name] not in requirement.specifier] == []
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8"))
    assert [block.split()[0] for block in blocks if "==" in block.split()[0] and "--hash=sha256:" not in block] == []


def test_public_names() -> None:
    assert kit.__all__ == sorted(PUBLIC)
    assert dir(kit) == kit.__all__
    assert [name for name in kit.__all__ if getattr(kit, name) is None] == []


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(
        AttributeError, match="no attribute 'force_bord'; it offers CaseError, Fault, TableError, casebook, check_case"
    ):
        _ = kit.force_bord


def test_import_is_light() -> None:
    program = "import sys, kit; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert "kit" in loaded.split()
    assert HEAVY & set(loaded.split()) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_everything_public_is_explained(path: Path) -> None:
    module = ast.parse(path.read_text("utf-8"))
    bare = [] if ast.get_docstring(module) else ["the module"]
    for owner in [module, *[node for node in module.body if isinstance(node, ast.ClassDef)]]:
        for node in owner.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                hidden = node.name.startswith("_") or getattr(owner, "name", "").startswith("_")
                if not hidden and not ast.get_docstring(node):
                    bare.append(node.name)
    assert bare == []


def commands(document: str) -> str:
    """What a document shows as code, in blocks and in running text."""
    text = (ROOT / document).read_text("utf-8")
    blocks = re.findall(r"```\w*\n(.*?)```", text, flags=re.DOTALL)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    return "\n".join([*blocks, *inline])


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_commands_exist(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    named = re.findall(r"^make ((?:[a-z]+\b ?)+)", commands(document), flags=re.MULTILINE)
    assert {target for line in named for target in line.split()} - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_krachtenveld_commands_exist(document: str) -> None:
    named = set(re.findall(r"^(?:\.venv\S*[/\\])?krachtenveld ([a-z]+)\b", commands(document), flags=re.MULTILINE))
    unknown = []
    for command in sorted(named):
        asked = subprocess.run(
            [sys.executable, "-m", "kit", command, "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60
        )
        if asked.returncode or command not in asked.stdout:
            unknown.append((command, asked.stderr))
    assert unknown == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    local = [
        link for link in re.findall(r"\]\(([^)#\s]+)", text) if not link.startswith(("http:", "https:", "mailto:"))
    ]
    assert [link for link in local if not (ROOT / document).parent.joinpath(link).exists()] == []


def test_the_console_script_is_the_command_line() -> None:
    assert PROJECT["scripts"] == {"krachtenveld": "kit.__main__:main"}
    from kit.__main__ import main

    assert callable(main)


def test_no_host_and_no_machine_in_the_files() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="replace")
        for match in re.finditer(f"{OFF_THE_MACHINE}|{ON_THIS_MACHINE}", text):
            found.append((path.relative_to(ROOT).as_posix(), match[0]))
    assert found == []


def test_nothing_large_in_git() -> None:
    assert [(path.name, path.stat().st_size) for path in tracked() if path.stat().st_size > 1_000_000] == []
