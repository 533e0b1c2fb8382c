"""The bytes of a file → its text, or what stands in the way."""

import codecs
import re

from kit.casefile.fault import Finding
from kit.language import _

LARGEST = 512 * 1024
"""Bytes that a file may have at most: a large case has 100 kB, and reading stays within seconds."""

# YAML 1.2, production 1 (c-printable), without the byte order mark inside a text.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file and what is wrong with it; the text is to be used only where nothing is."""
    save_again = _("Save the file again as UTF-8 (in your editor: 'Save as', encoding 'UTF-8').")
    if len(data) > LARGEST:
        rule = _("may be at most %(most)d kB, but is larger.") % {"most": LARGEST // 1024}
        return "", [Finding((), rule, _("Split the file up, or take out what does not belong in it."), 1)]
    if data.startswith(_WIDE):
        return "", [Finding((), _("must be saved as UTF-8, but is UTF-16 or UTF-32."), save_again, 1)]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line(error.object[: error.start])
        got = f"0x{error.object[error.start]:02x}"
        rule = _("must be saved as UTF-8, but this line holds a byte that UTF-8 does not have (%(got)s).")
        return "", [Finding((), rule % {"got": got}, save_again, line)]
    findings = []
    lines_told = set()
    for hit in _UNPRINTABLE.finditer(text):
        line = _line(text[: hit.start()].encode("utf-8"))
        if line not in lines_told:
            lines_told.add(line)
            rule = _("may hold only characters one can read, but this line holds %(got)s.")
            got = f"U+{ord(hit.group()):04X}"
            findings.append(Finding((), rule % {"got": got}, _("Type this line again."), line))
        if len(findings) == 20:
            break
    return text, findings


def _line(before: bytes) -> int:
    """The line, from 1, that comes after `before`."""
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
