"""What is made when the kit is built or installed: the catalogues, and the list of code that may run by itself.

Run as a script it makes the same files in place, for use while writing: `python hatch_build.py`.
"""

import json
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # a plain `python hatch_build.py` needs no hatchling
    BuildHookInterface = object

ROOT = Path(__file__).parent
EXTENSION = "kit/labextension"

#: Folders beside `kit` that travel inside it, so that an installed kit works away from the repository.
LESSONS = ("datasets", "notebooks", "exercises")


def compile_catalogues(root: Path) -> list[Path]:
    """One `kit.mo` a language, of all its `*.po` files."""
    made = []
    for folder in sorted(p for p in (root / "kit/locale").iterdir() if p.is_dir()):
        whole = Catalog(locale=folder.name, domain="kit", fuzzy=False)
        for po in sorted(folder.glob("*.po")):
            with po.open("rb") as source:
                for message in read_po(source, locale=folder.name):
                    if message.id and not message.fuzzy:
                        whole[message.id] = message
        mo = folder / "LC_MESSAGES" / "kit.mo"
        mo.parent.mkdir(exist_ok=True)
        with mo.open("wb") as target:
            write_mo(target, whole)
        made.append(mo)
    return made


def shipped_code(notebook: dict[str, Any]) -> list[str | dict[str, str]]:
    """The code of a notebook, cell by cell; that of a cell in which a learner may write stands under "own"."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    sources = ["".join(cell["source"]) for cell in code]
    own = ["own-code" in cell["metadata"].get("tags", ()) for cell in code]
    return [{"own": source} if mine else source for source, mine in zip(sources, own, strict=True)]


def list_shipped_code(root: Path) -> Path:
    """The code cells of every shipped notebook: what the front-end extension may run without being asked."""
    shipped = []
    for path in sorted([*root.glob("notebooks/*.ipynb"), *root.glob("exercises/*.ipynb")]):
        shipped.append(shipped_code(json.loads(path.read_text("utf-8"))))
    target = root / EXTENSION / "static" / "shipped.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(shipped, ensure_ascii=False, indent=1), "utf-8")
    return target


def lesson_files(root: Path) -> dict[str, str]:
    """Each file of the lessons, and its place in the wheel; what editors and Jupyter leave behind stays out."""
    files = [path.relative_to(root) for folder in LESSONS for path in (root / folder).rglob("*") if path.is_file()]
    return {
        str(root / path): f"kit/{path.as_posix()}"
        for path in sorted(files)
        if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    }


class Hook(BuildHookInterface):
    """Hatchling's entry: makes the files before they are packed."""

    def initialize(self, version: str, build_data: dict) -> None:
        root = Path(self.root)
        # Git ignores what is made, and the wheel would follow it; the list lies in the extension, which goes whole.
        build_data["artifacts"] += [path.relative_to(root).as_posix() for path in compile_catalogues(root)]
        list_shipped_code(root)
        # An editable install finds them where they are.
        if version == "standard":
            build_data["force_include"].update(lesson_files(root))


if __name__ == "__main__":
    for made in [*compile_catalogues(ROOT), list_shipped_code(ROOT)]:
        print(made.relative_to(ROOT))
