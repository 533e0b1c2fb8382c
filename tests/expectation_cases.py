"""A small case with expectations and role claims, for tests of the expectation map, the roles and the alignment."""

from dataclasses import replace

from example import CASE

from kit.case import Actor, Case, Change, Claim, Expectation, Topic

TOPICS = (
    Topic(id="oplossen", question="Wie lost het op?", left="Zelf oplossen", right="Het team lost het op"),
    Topic(
        id="bezoek", question="Wie beslist over het bezoek?", left="De vrijwilliger beslist", right="Het team beslist"
    ),
    Topic(id="tijd", question="Hoeveel tijd is er?", left="Rustig onderzoeken", right="Nu ingrijpen"),
)
WAKES = Change(actor="kind", tension="nu-later", strength_by=0.2, why="Wat het kind wil, is nu gehoord.")
EXPECTATIONS = (
    Expectation("gemeente", "you", "oplossen", -0.8, 0.7, "spoken", -0.8, (-0.6, 0.3), "Wil minder zware hulp."),
    Expectation(
        "bescherming",
        "you",
        "oplossen",
        0.55,
        0.8,
        "unspoken",
        -0.1,
        (-0.6, 0.3),
        "Rekent erop dat jullie het dragen.",
        "interpretatie",
        "boek",
    ),
    Expectation("moeder", "you", "oplossen", 0.9, 0.9, "assumed", 0.4, (-0.6, 0.3), "Hoopt dat iemand het overneemt."),
    Expectation("organisatie", "you", "oplossen", -0.35, 0.3, "assumed"),
    Expectation("moeder", "you", "bezoek", -0.6, 0.5, "spoken", -0.6),
    Expectation("gemeente", "you", "bezoek", 0.1, 0.2, "assumed"),
    Expectation("kind", "you", "tijd", 0.55, 0.6, "unspoken", 0.1, changes=(WAKES,)),
    Expectation("moeder", "you", "tijd", -0.8, 0.3, "unspoken", -0.3),
    Expectation("bescherming", "you", "tijd", 0.8, 0.9, "spoken", 0.8),
    Expectation("gemeente", "you", "tijd", 0.3, 0.3, "assumed"),
    Expectation("you", "gemeente", "bezoek", 0.9, 0.6, "unspoken"),
    Expectation("moeder", "gemeente", "bezoek", -0.7, 0.4, "assumed"),
)
ROLES = (
    Claim("het bezoek plannen", "moeder", "gemeente", "you"),
    Claim("het bezoek plannen", "gemeente", "moeder", "you"),
    Claim("de melding doen", "bescherming", "bescherming", "bescherming"),
    Claim("de melding doen", "organisatie", "organisatie", None, "Zo staat het in het protocol.", "fictie"),
)
ACTORS = (
    Actor(id="moeder", name="Moeder"),
    Actor(id="gemeente", name="De gemeente"),
    Actor(id="bescherming", name="Jeugdbescherming"),
    Actor(id="organisatie", name="Eigen organisatie"),
)


def made(expectations: tuple[Expectation, ...] = EXPECTATIONS, roles: tuple[Claim, ...] = ROLES) -> Case:
    """The example case with these expectations and claims."""
    return replace(CASE, actors=(*CASE.actors, *ACTORS), topics=TOPICS, expectations=expectations, roles=roles)
