"""A small case for tests: two moments on one branch, a threshold, a condition, an effect, and two endings."""

from kit.case import (
    Actor,
    Agreement,
    Case,
    Change,
    Condition,
    Dilemma,
    Ending,
    Fact,
    Force,
    Moment,
    Option,
    Pole,
    Question,
    Safety,
    SafetyAnswer,
    Side,
    Source,
    Tension,
    Voice,
)

TENSION = Tension(
    id="nu-later",
    question="Nu of later?",
    left=Pole(name="Nu", protects="wie niet kan wachten", risks="haast"),
    right=Pole(name="Later", protects="wie tijd nodig heeft", risks="uitstel"),
)
SECOND = Tension(id="alleen-samen", question="Alleen of samen?", left=Pole(name="Alleen"), right=Pole(name="Samen"))
DILEMMA = Dilemma(
    question="Bel je nu?",
    a=Side(name="Bellen", text="Je weet het dan.", damage="Het vertrouwen."),
    b=Side(name="Wachten", damage="De tijd."),
)
CASE = Case(
    format=1,
    id="voorbeeld",
    title="Een voorbeeld",
    setting="Je werkt in een wijkteam.",
    warning="Dit gaat over ruzie.",
    goals=("kijken",),
    actors=(
        Actor(id="kind", name="Het kind", role="negen jaar", voice="Ik wil naar huis.", needs="Rust."),
        Actor(id="buur", name="De buurman", voice="Doe er iets aan."),
        Actor(id="team", name="Het team", place="team"),
    ),
    tensions=(TENSION, SECOND),
    sources=(Source(id="boek", cite="Een boek (2020)"),),
    conditions=(Condition(id="tijd", name="Tijd", text="Er is weinig tijd."),),
    moments=(
        Moment(
            id="deur",
            title="Aan de deur",
            scene="Je staat *aan de deur*.",
            dilemma=DILEMMA,
            safety=Safety(
                question="Is er acuut gevaar?",
                signs=("Geschreeuw.",),
                answers=(
                    SafetyAnswer(text="Ja", reply="Bel 112.", settled=False),
                    SafetyAnswer(text="Nee", reply="Je kunt wegen.", settled=True),
                ),
            ),
            facts=(Fact(front="Wie is thuis?", back="Het kind."), Fact(front="Welk weer?", back="Regen.", noise=True)),
            questions=(Question(text="Wat weet je zeker?", source="boek"),),
            forces=(
                Force("kind", "nu-later", 0.8, 0.5, "wil naar huis"),
                Force("buur", "nu-later", -0.9, 0.7, "hoort alles", "interpretatie", "boek"),
                Force("team", "nu-later", 0.2, 0.4),
                Force("buur", "alleen-samen", 0.5, 0.4),
            ),
            options=(
                Option(
                    id="bel",
                    title="Je belt",
                    positions={"nu-later": -0.8, "alleen-samen": 0.2},
                    damage="Het vertrouwen van het kind.",
                    after="De telefoon gaat over.",
                    effects=(Change(actor="kind", tension="nu-later", strength_by=0.3, why="Het kind schrok."),),
                    next="keuken",
                ),
                Option(
                    id="wacht",
                    title="Je wacht",
                    positions={"nu-later": 0.7, "alleen-samen": -0.4},
                    damage="De nacht van de buurman.",
                    after="Het blijft stil.",
                    next="stil",
                ),
            ),
            voices=(Voice(who="Een teamlid", text="Het ging te snel.", provenance="bron", source="boek"),),
            agenda=(Agreement(to="De buurman", about="wat je met zijn melding deed"),),
        ),
        Moment(
            id="keuken",
            title="In de keuken",
            scene="Je zit in de keuken.",
            dilemma=DILEMMA,
            forces=(Force("kind", "nu-later", 0.8, 0.5), Force("buur", "nu-later", -0.9, 0.7)),
            options=(
                Option(id="blijf", title="Je blijft", positions={"nu-later": 0.4}, damage="Je avond.", next="stil"),
                Option(id="ga", title="Je gaat", positions={"nu-later": -0.4}, damage="Hun avond.", next="druk"),
            ),
        ),
    ),
    endings=(
        Ending(id="stil", title="Stil", text="Het wordt stil."),
        Ending(id="druk", title="Druk", text="Het wordt druk."),
    ),
)
