"""The language of controls, figures and faults: Dutch unless somebody asks for English.

Source strings are English; `kit/locale/<language>/*.po` hold the translations, compiled to one catalogue
when the kit is installed. Call `_` where a sentence is shown, never at import: the language may change in between.
"""

import gettext
import os
from functools import cache
from pathlib import Path

LANGUAGES = {"nl": "Nederlands", "en": "English"}
_LOCALE = Path(__file__).parent / "locale"
_chosen: str | None = None


def language() -> str:
    """The language in force: the one chosen with `use_language`, else KIT_LANG, else Dutch ("nl")."""
    if _chosen is not None:
        return _chosen
    asked = os.environ.get("KIT_LANG", "").lower()[:2]
    return asked if asked in LANGUAGES else "nl"


def use_language(code: str) -> None:
    """Show controls, figures and faults in `code` ("nl" or "en") from now on, in this Python.

    Raises ValueError for a language that the kit does not have.
    """
    global _chosen
    if code not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, got {code!r}")
    _chosen = code


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
