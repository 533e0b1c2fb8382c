"""The table of roles: what the case says, what the learner fills in, and what the two show."""

from typing import Any, get_args

import pytest
from expectation_cases import made

from kit.case import Claim
from kit.models.role import Finding, Perceived
from kit.widgets.asked import fields
from kit.widgets.blocks import Page
from kit.widgets.roles import ROLES, answer_key, claims, finding_words, roles, roles_page, tasks

VISIT, REPORT = "het bezoek plannen", "de melding doen"


def said(page: Page) -> str:
    return str(page)


def test_the_tasks_in_the_order_of_the_case() -> None:
    assert tasks(made()) == [VISIT, REPORT]


def test_a_select_for_each_task_and_role() -> None:
    page = roles_page(made(), {})
    assert set(fields(page)) == {answer_key(task, role) for task in (VISIT, REPORT) for role in ROLES}
    accepts = fields(page)[answer_key(VISIT, "decides")]
    assert accepts("you") and accepts("") and accepts("kind")
    assert not accepts("niemand")


def test_findings_of_the_case_before_any_answer() -> None:
    page = said(roles_page(made(), {}))
    assert "Niemand denkt zelf te beslissen over ‘het bezoek plannen’." in page
    assert "Iedereen denkt dat een ander verantwoordelijk is voor ‘het bezoek plannen’." in page
    assert "Meer dan één denkt zelf te beslissen over ‘de melding doen’." in page
    assert "Bijna niemand heeft gezegd wie verantwoordelijk is voor ‘de melding doen’." in page


def test_an_answer_counts_at_once_and_is_passed_on() -> None:
    heard: list[tuple[str, Any]] = []
    form = roles(made(), on_answer=lambda key, value: heard.append((key, value)))
    key = answer_key(VISIT, "responsible")
    form._handle_custom_msg({"kind": "set", "key": key, "value": "you"}, [])
    assert heard == [(key, "you")]
    assert "Iedereen noemt jou als verantwoordelijk voor ‘het bezoek plannen’." in said(form.page)
    form._handle_custom_msg({"kind": "set", "key": key, "value": "niemand"}, [])
    assert heard == [(key, "you")]


def test_answers_already_given_are_shown() -> None:
    form = roles(made(), {answer_key(VISIT, "decides"): "you"})
    assert "Over wie beslist bij ‘het bezoek plannen’ denkt men verschillend." in said(form.page)


def test_the_callers_answers_are_left_alone() -> None:
    given: dict[str, Any] = {}
    form = roles(made(), given)
    form._handle_custom_msg({"kind": "set", "key": answer_key(VISIT, "decides"), "value": "you"}, [])
    assert given == {}


def test_the_learners_claim_in_the_case_is_where_they_begin() -> None:
    case = made(roles=(Claim(VISIT, "moeder", "moeder"), Claim(VISIT, "you", "you", "moeder", "Zo ging het altijd.")))
    assert Claim(VISIT, "you", "you", "moeder", "Zo ging het altijd.") in claims(case, {})
    changed = claims(case, {answer_key(VISIT, "decides"): "moeder"})
    assert [(c.perceiver, c.decides, c.responsible) for c in changed] == [
        ("moeder", "moeder", None),
        ("you", "moeder", "moeder"),
    ]
    taken_back = claims(case, {answer_key(VISIT, role): "" for role in ROLES})
    assert [c.perceiver for c in taken_back] == ["moeder"]


@pytest.mark.parametrize("value", [3, None, "niemand", ["you"]])
def test_an_answer_of_a_journal_that_no_longer_fits_is_none(value: Any) -> None:
    answers = {answer_key(VISIT, "decides"): value}
    assert claims(made(), answers) == claims(made(), {})
    assert "Niemand denkt zelf te beslissen" in said(roles_page(made(), answers))


def test_every_finding_has_a_sentence_of_its_own() -> None:
    told = {
        finding_words(made(), VISIT, role, Perceived(finding, {"moeder": "moeder"}))
        for finding in get_args(Finding)
        for role in ROLES
    }
    assert len(told) == 12
    assert all("‘het bezoek plannen’" in sentence for sentence in told)
    assert finding_words(made(), VISIT, "decides", None).startswith("Bijna niemand")


def test_where_a_claim_comes_from() -> None:
    (folded,) = [b for b in roles_page(made(), {}) if b.get("summary") == "Waar komt ‘de melding doen’ vandaan?"]
    assert "Zo staat het in het protocol. Verzonnen voor deze casus." in said(folded["blocks"])


def test_markdown_of_an_author_is_text() -> None:
    case = made(roles=(Claim("*taak* [x](http://x)", "moeder", "gemeente", None, "**vet**"),))
    page = roles_page(case, {})
    assert "'strong', None, ['vet']" not in said(page)
    assert "'a'," not in said(page)


def test_a_case_without_roles() -> None:
    assert "Deze casus zegt niets over taken." in said(roles_page(made(roles=()), {}))
