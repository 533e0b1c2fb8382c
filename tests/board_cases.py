"""For tests of the board: the largest case it should hold with grace, and a line to a browser that is not there."""

from typing import Any

from kit.case import Actor, Case, Dilemma, Ending, Force, Moment, Option, Pole, Side, Source, Tension

ACTORS = (
    ("jeugdbescherming", "Jeugdbescherming", "environment"),
    ("vader", "Vader", "environment"),
    ("moeder", "Moeder", "environment"),
    ("kind", "Het kind", "environment"),
    ("gemeente", "Gemeente", "environment"),
    ("organisatie", "Eigen organisatie", "environment"),
    ("vakwaarden", "Mijn vakwaarden", "team"),
    ("team", "Het team", "team"),
)

SAFETY = (
    Force(
        "jeugdbescherming",
        "veiligheid",
        -0.85,
        0.9,
        "Wil vandaag zekerheid: liever een keer te veel ingegrepen dan een keer te weinig.",
        "interpretatie",
        "v",
    ),
    Force("vader", "veiligheid", 0.86, 0.5, "Is bang dat hij zijn kind niet meer ziet.", "fictie", None, False),
    Force("kind", "veiligheid", -0.62, 0.6, "Wil dat het thuis stil is. Zegt niets tegen wie zij niet kent.", "fictie"),
    Force("organisatie", "veiligheid", -0.3, 0.3, "Wil geen fouten die in de krant komen.", "bron", "v"),
    Force("moeder", "veiligheid", 0.55, 0.75, "Praat alleen met wie zij vertrouwt.", "fictie"),
    Force("gemeente", "veiligheid", 0.1, 0.2, "Wil dat het in de wijk opgelost wordt.", "fictie"),
    Force("vakwaarden", "veiligheid", 0.25, 0.6, "Eerst begrijpen, dan handelen.", "fictie"),
    Force("team", "veiligheid", 0.45, 0.5, "Jullie hebben de moeder beloofd niets achter haar rug te doen.", "fictie"),
)

KNOWLEDGE = (
    Force("moeder", "kennis", -0.78, 0.6, "Weet hoe een dag bij hen thuis gaat.", "fictie"),
    Force("gemeente", "kennis", 0.3, 0.35, "Betaalt, en wil een verslag dat klopt.", "fictie"),
    Force("jeugdbescherming", "kennis", 0.82, 0.85, "Vertrouwt op een getoetst instrument.", "bron", "v"),
    Force("team", "kennis", -0.6, 0.6, "Kent de buurt al jaren.", "fictie"),
    Force("vakwaarden", "kennis", -0.05, 0.45, "Beide soorten kennis zijn nodig.", "fictie"),
    Force("vader", "kennis", -0.5, 0.3, "Vindt dat niemand naar hem luistert.", "fictie"),
    Force("kind", "kennis", -0.9, 0.4, "Heeft een eigen verhaal.", "fictie"),
    Force("organisatie", "kennis", 0.6, 0.4, "Wil kunnen uitleggen wat er gedaan is.", "fictie"),
)

TENSIONS = (
    Tension(
        id="veiligheid",
        question="Wat gaat voor als je het niet zeker weet?",
        left=Pole(name="Veiligheid nu"),
        right=Pole(name="Vertrouwen houden"),
    ),
    Tension(
        id="kennis",
        question="Wiens kennis weegt?",
        left=Pole(name="Kennis van het gewone leven"),
        right=Pole(name="Specialistisch oordeel"),
    ),
)


def made(
    forces: tuple[Force, ...] = SAFETY + KNOWLEDGE,
    names: dict[str, str] | None = None,
    tensions: tuple[Tension, ...] = TENSIONS,
) -> Case:
    """A case of one moment with these forces; `names` replaces names of actors, by id."""
    ids = [tension.id for tension in tensions]
    options = tuple(
        Option(id=id, title=id.upper(), positions=dict.fromkeys(ids, x), damage="Iets.", next="einde")
        for id, x in (("a", -0.5), ("b", 0.5))
    )
    side = Side(name="Dit", damage="Iets.")
    return Case(
        format=1,
        id="proef",
        title="Proefcasus",
        actors=tuple(Actor(id=id, name=(names or {}).get(id, name), place=place) for id, name, place in ACTORS),
        tensions=tensions,
        moments=(
            Moment(
                id="een",
                title="Eén",
                scene="Het begint.",
                dilemma=Dilemma(question="Wat doe je?", a=side, b=side),
                forces=forces,
                options=options,
            ),
        ),
        endings=(Ending(id="einde", title="Einde", text="Zo loopt het af."),),
        sources=(Source(id="v", cite="Verweij en Spierts, Sociale wijkteams in actie, Movisie (2020)"),),
    )


class Comm:
    """The line to the browser: keeps what is sent."""

    kernel = True
    comm_id = "board"

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def send(self, data: Any = None, **_: Any) -> None:
        self.sent.append(data)

    def on_msg(self, *_: Any) -> None:
        pass

    def close(self, *_: Any, **__: Any) -> None:
        pass

    @property
    def state(self) -> dict[str, Any]:
        """All that was sent, the latest of each trait."""
        merged: dict[str, Any] = {}
        for message in self.sent:
            merged |= message["state"]
        return merged
