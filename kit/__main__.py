"""The command line, `krachtenveld`: opens the notebooks, checks, lists, prints and starts cases, writes assignments."""

import argparse
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from kit.casefile import CaseError, case_schema, check_case, list_cases, load_case
from kit.casefile.places import datasets, own_cases
from kit.casefile.wording import is_id
from kit.exercisefile import ExerciseError, check_set, exercise_schema, is_set, load_set
from kit.language import _, ngettext

SOUND, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: all is well, something is wrong with a file, the command was not understood."""

FIRST_PAGE = "00_start.ipynb"

FOLDERS = ("notebooks", "exercises")
"""What a learner opens; the two lie beside each other, and link to each other."""

_OFFLINE = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
"""JupyterLab asks the network for news, updates and extensions, unless told not to."""
_FIRST_CASE = Path(__file__).parent / "casefile" / "first_case.yaml"


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language in force: argparse's own words are English."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(_("This command is not understood. All commands: krachtenveld --help"), file=sys.stderr)
        sys.exit(MISUSED)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", _("Use:"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", _("Use:"), 1)


def _parser() -> argparse.ArgumentParser:
    top = _Parser(
        prog="krachtenveld",
        add_help=False,
        description=_("Without a command: opens the notebooks in JupyterLab; what begins with - is passed on to it."),
    )
    _options(top).add_argument("--version", action="store_true", help=_("show the version"))
    commands = top.add_subparsers(title=_("All commands"), metavar=_("COMMAND"), required=True)

    def command(
        name: str, meaning: str, run: Callable[[argparse.Namespace], int], force: str = ""
    ) -> argparse._ArgumentGroup:
        one = commands.add_parser(name, help=meaning, description=meaning, add_help=False)
        one.set_defaults(run=run)
        options = _options(one)
        if force:
            options.add_argument("--force", action="store_true", help=force)
        return one.add_argument_group(_("What this command works on"))

    meaning = _("say whether cases, exercises and assignments handed in are sound, and what is wrong with them")
    group = command("check", meaning, _check)
    told = _("a file, or the id of a case or of a set of exercises; a notebook that was handed in ends in .ipynb")
    group.add_argument("file", nargs="+", metavar=_("FILE"), help=told)
    command("cases", _("list the cases there are"), _cases)
    group = command("new", _("write a first case to go on from"), _new)
    group.add_argument("name", metavar=_("NAME"), help=_("an id, for your own folder of cases, or a file: NAME.yaml"))
    meaning = _("write a case as sheets to print, for a lesson without screens")
    group = command("print", meaning, _print, force=_("write over a file that is already there"))
    group.add_argument("case", metavar=_("CASE"), help=_("the id of a case, or a case file"))
    group.add_argument(
        "file", nargs="?", metavar=_("FILE"), help=_("where it goes; otherwise CASE.html in this folder")
    )
    group = command("copy", _("copy the notebooks to a folder of your own, for a hub for example"), _copy)
    group.add_argument("folder", metavar=_("FOLDER"), help=_("where they go; nothing is overwritten"))
    group = command("assignment", _("write a set of exercises as an assignment for nbgrader"), _assignment)
    group.add_argument("set", metavar=_("SET"), help=_("the id of a set of exercises, or its file"))
    group.add_argument("folder", metavar=_("FOLDER"), help=_("the folder of your course; nothing is overwritten"))
    told = _("a word that the order of the letters follows from: the same word, the same order")
    group.add_argument("--order", metavar=_("WORD"), help=told)
    group = command("schema", _("write the JSON Schema of a case file, for editors"), _schema)
    group.add_argument("--exercises", action="store_true", help=_("that of a set of exercises"))
    group.add_argument("file", nargs="?", metavar=_("FILE"), help=_("where it goes; otherwise to the screen"))
    return top


def _options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    options = parser.add_argument_group(_("Options of this command"))
    options.add_argument("-h", "--help", action="help", help=_("show this text"))
    return options


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a Windows console may lack a letter; that is no reason to stop
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        return _start(arguments)
    if arguments[0] == "--version":
        print(f"krachtenveld {_version()}")
        return SOUND
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except OSError as error:
        print(_("This did not work: %(reason)s") % {"reason": error}, file=sys.stderr)
        return FAULTY


def _version() -> str:
    try:
        return version("krachtenveld")
    except PackageNotFoundError:
        return _("(not installed, but run from its folder)")


def notebooks() -> Path:
    """The folder of notebooks: one's own below the present folder, else the kit's."""
    package = Path(__file__).parent
    known = [Path("notebooks").absolute(), package / "notebooks", package.parent / "notebooks"]
    return next((folder for folder in known if (folder / FIRST_PAGE).is_file()), known[-1])


def _start(passed_on: list[str]) -> int:
    folder = notebooks()
    if not (folder / FIRST_PAGE).is_file():
        print(_("The notebooks cannot be found (%(folder)s).") % {"folder": folder}, file=sys.stderr)
        return FAULTY
    command = [
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={folder.parent}",  # exercises lie beside the notebooks
        f"--LabApp.default_url=/lab/tree/{folder.name}/{FIRST_PAGE}",
        *_OFFLINE,
        # Root is who one is in many a container; the server is at this machine's own address all the same.
        *(["--ServerApp.allow_root=True"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
        *passed_on,
    ]
    environment = {
        **os.environ,
        "JUPYTER_WIDGETS_ECHO": "0",  # without it every slider's value travels back to the browser that sent it
    }
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(sys.executable, command, environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for JupyterLab, which asks whether to stop
    return subprocess.call(command, env=environment)


def _check(asked: argparse.Namespace) -> int:
    exit_code = SOUND
    for file in asked.file:
        faults = _handed_in(file) if file.endswith(".ipynb") else check_set(file) if is_set(file) else check_case(file)
        for fault in faults:
            print(fault)
        if faults:
            exit_code = FAULTY
        else:
            print(_("%(file)s is sound.") % {"file": file})
    return exit_code


def _handed_in(file: str) -> list[str]:
    """What was done to the cells of an assignment that was handed in."""
    from kit.assignment.submission import SubmissionError, check_submission

    try:
        return [f"{file}  {change}" for change in check_submission(Path(file))]
    except SubmissionError as error:
        return [f"{file}\n  {error}"]
    except OSError as error:
        told = _("This did not work: %(reason)s") % {"reason": error}
        return [f"{file}\n  {told}"]


def _assignment(asked: argparse.Namespace) -> int:
    from kit.assignment.folder import fresh_seed, write_assignment

    try:
        them = load_set(asked.set)
    except ExerciseError as error:
        return _not_sound(error)
    seed = fresh_seed() if asked.order is None else asked.order
    if not is_id(seed) or not is_id(them.id):
        told = _("An id, and the word for the order, hold small letters, digits and hyphens; this is '%(got)s'.")
        print(told % {"got": seed if is_id(them.id) else them.id}, file=sys.stderr)
        return MISUSED
    try:
        written = write_assignment(them, Path(asked.folder), seed)
    except FileExistsError as error:
        told = _("%(file)s is already there, and stays as it is. Take another folder, or move it away first.")
        print(told % {"file": error.args[0]}, file=sys.stderr)
        return FAULTY
    print(
        _("%(file)s is there, with the answers. Do not hand it out: make the students' copy of it.")
        % {"file": written.notebook}
    )
    if written.settings is not None:
        told = _("Your course has an nbgrader_config.py of its own. Add the lines of %(file)s to it.")
        print(told % {"file": written.settings})
    print(_("Now, in that folder: nbgrader generate_assignment %(name)s") % {"name": them.id})
    return SOUND


def _not_sound(error: CaseError | ExerciseError) -> int:
    """Tell all faults of a file that is needed whole."""
    for fault in error.faults:
        print(fault, file=sys.stderr)
    return FAULTY


def _cases(asked: argparse.Namespace) -> int:
    cases = list_cases()
    width = max(map(len, cases), default=0)
    for id, title in cases.items():
        print(f"{id:{width}}  {title}")
    if not cases:
        print(_("There are no cases yet."))
    return SOUND


def _new(asked: argparse.Namespace) -> int:
    named = Path(asked.name)
    # A bare id goes where the casebook finds it; a file name is taken at its word.
    target = named if named.suffix in (".yaml", ".yml") else own_cases() / f"{asked.name}.yaml"
    id = target.stem
    if not is_id(id):
        print(_("An id holds small letters, digits and hyphens; this is '%(id)s'.") % {"id": id}, file=sys.stderr)
        return MISUSED
    schema = (datasets() / "case.schema.json").absolute().as_uri()
    case = re.sub("^id: mijn-casus +", f"id: {id}  ".ljust(37), _FIRST_CASE.read_text("utf-8"), flags=re.MULTILINE)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(f"# yaml-language-server: $schema={schema}\n{case.replace('mijn-casus.yaml', target.name)}")
    except FileExistsError:
        print(_("%(file)s is already there, and stays as it is.") % {"file": target}, file=sys.stderr)
        return FAULTY
    print(
        _("%(file)s is there. Change it, then check it: krachtenveld check %(name)s") % {"file": target, "name": named}
    )
    return SOUND


def _print(asked: argparse.Namespace) -> int:
    from kit.paper import case_html  # brings the drawing and the Markdown, which no other command needs

    try:
        case = load_case(asked.case)
    except CaseError as error:
        return _not_sound(error)
    target, sheets = Path(asked.file or f"{case.id}.html"), case_html(case)
    try:
        with target.open("w" if asked.force else "x", encoding="utf-8", newline="\n") as file:
            file.write(sheets)
    except FileExistsError:
        told = _("%(file)s is already there, and stays as it is. To write over it: --force")
        print(told % {"file": target}, file=sys.stderr)
        return FAULTY
    print(_("%(file)s is there. Open it in a browser and print it: A4, one page a side.") % {"file": target})
    return SOUND


def _copy(asked: argparse.Namespace) -> int:
    target = Path(asked.folder)
    copied = sum(_copied(notebooks().parent / name, target / name) for name in FOLDERS)
    told = ngettext("%(n)d file copied to %(folder)s.", "%(n)d files copied to %(folder)s.", copied)
    print(told % {"n": copied, "folder": target})
    return SOUND


def _copied(source: Path, target: Path) -> int:
    """Copy what a folder holds, but hidden files and what is already there; returns how many files."""
    copied = 0
    for path in sorted(source.rglob("*")):
        within = path.relative_to(source)
        if not path.is_file() or any(part.startswith((".", "__")) for part in within.parts):
            continue
        if (target / within).exists():
            print(_("%(file)s is already there, and stays as it is.") % {"file": target / within})
            continue
        (target / within).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / within)
        copied += 1
    return copied


def _schema(asked: argparse.Namespace) -> int:
    schema = exercise_schema() if asked.exercises else case_schema()
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    if asked.file:
        Path(asked.file).write_text(text, "utf-8")
    else:
        print(text, end="")
    return SOUND


if __name__ == "__main__":
    sys.exit(main())
