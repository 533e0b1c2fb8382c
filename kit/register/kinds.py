"""What sort of file this is, by what it holds and not by its name; and text out of its bytes."""

from kit.language import _
from kit.register.fault import Unreadable
from kit.register.limits import MOST_BYTES

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"8BPS")
PDF = b"%PDF-"


def is_workbook(content: bytes) -> bool:
    """Whether it may be an Excel file; Unreadable is raised for what is surely neither that nor text."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            _("A file may be at most %(most)s MB.") % {"most": MOST_BYTES // 1_000_000},
            _("Keep only the columns that are needed, or one year."),
            _("%(size)s MB") % {"size": len(content) // 1_000_000},
        )
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unreadable(_("There must be something in the file."), _("Choose a file with a header and rows."))
    if content.startswith(OLE):
        raise Unreadable(
            _("It must be .xlsx or CSV, without a password."),
            _("Open it in Excel and save it as 'Excel workbook (.xlsx)' or as 'CSV UTF-8'."),
            _("an old Excel file (.xls), or one with a password"),
        )
    if content.startswith(PDF):
        raise Unreadable(_not_a_table(), _save_again(), _("a PDF"))
    bitmap = content.startswith(b"BM") and content[6:10] == b"\x00" * 4
    if content.startswith(PICTURES) or bitmap or content[4:8] == b"ftyp" or content[8:12] == b"WEBP":
        raise Unreadable(_not_a_table(), _save_again(), _("a picture"))
    return content.startswith(ZIP)


def decoded(content: bytes) -> str:
    """The text of a CSV file: UTF-8 or UTF-16, with or without a mark, else what Windows writes in the Netherlands."""
    text = _text(content)
    start = text[:2000].lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        raise Unreadable(_not_a_table(), _save_again(), _("a web page or XML"))
    sample = text[:65536]
    strange = sum(not (c.isprintable() or c in "\t\r\n\x0b\x0c\xa0\u2028\u2029\ufeff\xad") for c in sample)
    if strange > max(2, len(sample) // 200):
        raise Unreadable(_not_a_table(), _save_again(), _("something that is not text"))
    return text


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content.decode("utf-8-sig", errors="replace")
    # UTF-16 without a mark: every other byte of plain Dutch is then 0.
    sample = content[:2000]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(zeros) > 3 and zeros.count(0) > 0.7 * len(zeros):
            return content.decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _not_a_table() -> str:
    return _("It must be a table: an Excel workbook (.xlsx), or text with a line for each row (CSV).")


def _save_again() -> str:
    return _("Open your register in Excel or another spreadsheet, and save it as .xlsx or as 'CSV UTF-8'.")
