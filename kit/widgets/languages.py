"""The switch of language for controls, figures and faults."""

import os
from typing import Any

from kit.language import LANGUAGES, _, keep_language, language
from kit.widgets import blocks
from kit.widgets.form import Form


class LanguageSwitch(Form):
    """Chooses the language: at once in this page and its bar, and in pages opened later. The choice is kept."""

    def __init__(self) -> None:
        super().__init__(self._choose, lambda act: None)
        self._not_kept = ""
        self._draw()

    def _choose(self, key: str, code: Any) -> None:
        self._not_kept = ""
        try:
            keep_language(code)
        except OSError as error:
            self._not_kept = error.strerror or str(error)
        # The bar on top of the page lives in the browser, and keeps the choice there.
        self.send({"kind": "event", "name": "krachtenveld-lang", "detail": code})
        self._draw()

    def _draw(self) -> None:
        page: blocks.Page = [
            blocks.choice(
                "language",
                _("Language of buttons, pictures and messages"),
                [blocks.option(code, name) for code, name in LANGUAGES.items()],
                language(),
                help=_(
                    "The text of lessons and cases is in Dutch. A page that is open already changes when "
                    "you open it anew."
                ),
            )
        ]
        if self._not_kept:
            told = _("The choice holds for this page, but could not be kept (%(why)s).") % {"why": self._not_kept}
            page.append(blocks.note(told, "trouble"))
        elif os.environ.get("KIT_LANG"):
            page.append(blocks.prose(_("On this computer KIT_LANG is set; other pages follow that.")))
        self.show(page)


def language_switch() -> LanguageSwitch:
    """The switch between Dutch and English, to display in a notebook."""
    return LanguageSwitch()
