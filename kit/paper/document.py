"""The whole pack: which sheets, in which order, in one file with its own style."""

from pathlib import Path

from kit.case import Case
from kit.language import _, language
from kit.paper import after, before, moment
from kit.paper.markup import element, words

_STYLE = Path(__file__).with_name("paper.css")


def case_html(case: Case) -> str:
    """A case as one HTML file to print on A4, a page a side: what a lesson without screens needs.

    What a lesson of one moment needs comes first; later moments and endings follow, to be handed out by choice.
    """
    first, *later = case.moments
    sheets = [
        before.cover(case),
        before.guide(case),
        before.plan(case),
        before.role_cards(case),
        before.conditions(case),
        before.influence(case),
        *moment.sheets(case, first),
        after.choice_sheet(case),
        after.lookback(case),
        after.sources(case),
        *(part for one in later for part in moment.sheets(case, one)),
        after.endings(case),
    ]
    hint = _("This file is made to be printed: A4, upright, one page a side, black and white will do.")
    head = '<meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>'
    style = f"<style>{_STYLE.read_text('utf-8')}</style>"
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n'
        f"{element('head', head, words('title', case.title), style)}\n"
        f"{element('body', words('p', hint, kind='screen'), *sheets)}\n</html>\n"
    )
