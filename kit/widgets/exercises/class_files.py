"""How the files of a class come in, and what became of them: which count, which do not and why, and who is one."""

import os
from collections.abc import Container, Iterable, Iterator

from kit.journal import HandedFile, HandedIn
from kit.journal.folder import MOST_FILES, MOST_TOGETHER
from kit.journal.transfer import LARGEST
from kit.language import _, ngettext
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.form import Chosen
from kit.widgets.pages.parts import plain

TOLD = 40
"""Names of files that stand on the page one by one."""


def ways_in(folder: str) -> Page:
    """Two ways: choose files, or name a folder where Python runs. folder: what was filled in before."""
    where = (
        _("The folder is in your own space on the school's server. Copy its path from the list of files.")
        if os.environ.get("JUPYTERHUB_USER")
        else _("The folder is on this computer. Copy its path from the file manager.")
    )
    return [
        blocks.file(
            "files",
            _("Choose the files, all at once"),
            [".json"],
            LARGEST,
            help=_("Hold Ctrl or Cmd to choose several. Names of files do not matter."),
            many=MOST_FILES,
            together=MOST_TOGETHER,
        ),
        blocks.text("folder", _("Or fill in the path of a folder"), folder, help=where, rows=1),
        blocks.buttons(blocks.button("read", _("Read"), main=True)),
    ]


def came(files: Iterable[Chosen]) -> Iterator[HandedFile]:
    """Files as they were chosen on the page."""
    for one in files:
        why = _("This file is too large (more than %(most)s MB), or could not be read.")
        known = one.content is not None
        yield HandedFile(one.name, one.content, "" if known else why % {"most": LARGEST // 1_000_000})


def what_was_read(handed: HandedIn, sets: Container[str]) -> Page:
    """What became of the files. sets: those that are known here."""
    return [_read_words(handed, sets), *_not_counted(handed), *_double(handed)]


def _read_words(handed: HandedIn, sets: Container[str]) -> Block:
    if not (n := len(handed.people)):
        return blocks.note(_("There is no progress in these files."), "trouble")
    told = [
        ngettext("Read: one person.", "Read: %(n)s people.", n) % {"n": n},
        _("Nothing of it is kept or sent: close this page, and it is gone."),
    ]
    strange = sorted(id for id in {id for one in handed.people for id in one} if id not in sets)
    if strange:
        left = _("These sets are not known here, and are left out: %(names)s.")
        told.append(left % {"names": _some(strange)})
    return blocks.note(plain(" ".join(told)), "change")


def _not_counted(handed: HandedIn) -> Page:
    if not (them := handed.passed_over):
        return []
    label = ngettext("One file is not counted", "%(n)s files are not counted", len(them)) % {"n": len(them)}
    rows = _rows([f"**{plain(one.name)}**: {plain(one.why)}" for one in them])
    return [blocks.details(label, rows, open=not handed.people or len(them) < 4)]


def _double(handed: HandedIn) -> Page:
    if not (them := handed.double):
        return []
    label = ngettext(
        "One person handed in more files, and counts once",
        "%(n)s people handed in more files, and count once",
        len(them),
    )
    told = _("Files with the same answers, or that began in the same place, are taken for one person's.")
    rows = _rows([plain(_some(names)) for names in them])
    return [blocks.details(label % {"n": len(them)}, blocks.prose(told), rows)]


def _rows(lines: list[str]) -> Block:
    rows = [f"- {line}" for line in lines[:TOLD]]
    if len(lines) > TOLD:
        rows.append("- " + _("and %(n)s more") % {"n": len(lines) - TOLD})
    return blocks.prose("\n".join(rows))


def _some(names: Iterable[str]) -> str:
    them = list(names)
    more = [_("and %(n)s more") % {"n": len(them) - TOLD}] if len(them) > TOLD else []
    return ", ".join([*them[:TOLD], *more])
