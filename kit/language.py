"""The language of controls, figures and faults: Dutch unless somebody asks for English.

Source strings are English; `kit/locale/<language>/*.po` hold the translations, compiled to one catalogue
when the kit is installed. Call `_` where a sentence is shown, never at import: the language may change in between.
"""

import gettext
import os
from functools import cache, lru_cache
from pathlib import Path

from kit.home import home, keep_setting, settings

LANGUAGES = {"nl": "Nederlands", "en": "English"}
_LOCALE = Path(__file__).parent / "locale"
_chosen: str | None = None


def language() -> str:
    """The language in force: chosen with `use_language`, else KIT_LANG, else the one kept, else Dutch ("nl")."""
    if _chosen is not None:
        return _chosen
    asked = os.environ.get("KIT_LANG", "").lower()[:2]
    return asked if asked in LANGUAGES else _kept(home())


def use_language(code: str) -> None:
    """Show controls, figures and faults in `code` ("nl" or "en") from now on, in this Python.

    Raises ValueError for a language that the kit does not have.
    """
    global _chosen
    if code not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, got {code!r}")
    _chosen = code


def keep_language(code: str) -> None:
    """Use `code` from now on and in every later Python: written to `settings.json` in the kit's home.

    Raises ValueError as `use_language` does. Raises OSError where nothing can be written; it is in force all the same.
    """
    use_language(code)
    keep_setting("language", code)


def _kept(folder: Path) -> str:
    # Every sentence on screen asks for the language: read the file again only when it was written since, as another
    # notebook's switch may do while this Python runs.
    try:
        written = (folder / "settings.json").stat().st_mtime_ns
    except OSError:
        return "nl"
    return _kept_at(folder, written)


@lru_cache(maxsize=8)
def _kept_at(folder: Path, written: int) -> str:
    code = settings().get("language")
    return code if isinstance(code, str) and code in LANGUAGES else "nl"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    # English is the source: it has no catalogue, and the fallback returns each sentence as it stands.
    return gettext.translation("kit", _LOCALE, languages=[code], fallback=code == "en")


def _(sentence: str) -> str:
    """`sentence` in the language in force."""
    return _catalogue(language()).gettext(sentence)


def ngettext(one: str, many: str, n: int) -> str:
    """`one` or `many` as `n` asks, in the language in force."""
    return _catalogue(language()).ngettext(one, many, n)
