"""For tests of the context map: a case with a context, and one as large as published causal maps."""

import random
from dataclasses import replace
from typing import get_args

from example import CASE

from kit.case import YOU, Actor, Agency, Case, Concept, Condition, Effect, Influence, Layer

ACTORS = (
    ("kind", "Het kind", "residents"),
    ("moeder", "Moeder", "residents"),
    ("team", "Het team", "team"),
    ("teamleider", "Teamleider", "organisation"),
    ("jeugdbescherming", "Jeugdbescherming", "partners"),
    ("gemeente", "Gemeente Heideland", "municipality"),
    ("meldcode", "De meldcode", "policy"),
    ("krant", "De krant", "society"),
)

INFLUENCES = (
    Influence("krant", YOU, 0.5, "Eén bericht in de krant, en iedereen wil zekerheid.", "fictie"),
    Influence("meldcode", YOU, 0.7, "De stappen liggen vast, ook als het anders loopt.", "interpretatie", "boek"),
    Influence("gemeente", YOU, 0.85, "Betaalt, en wil weten wat het oplevert.", "interpretatie", "boek"),
    Influence("jeugdbescherming", YOU, 0.7, "Vraagt om een oordeel dat vandaag af is.", "fictie"),
    Influence("teamleider", YOU, 0.6, "Verdeelt de uren.", "fictie"),
    Influence("team", YOU, 0.5, "Kijkt mee, en houdt je vast aan wat is afgesproken.", "fictie"),
    Influence("moeder", YOU, 0.3, "Laat je binnen, of niet.", "fictie"),
    Influence("kind", YOU, 0.15, "Zegt weinig.", "fictie"),
    Influence(YOU, "gemeente", 0.15, "Een zin in een kwartaalverslag.", "fictie"),
    Influence(YOU, "jeugdbescherming", 0.25, "Je kent het gezin, en dat telt een beetje.", "fictie"),
    Influence(YOU, "teamleider", 0.2, "Wat je in het werkoverleg zegt.", "fictie"),
    Influence(YOU, "team", 0.45, "Jullie wegen samen.", "fictie"),
    Influence(YOU, "moeder", 0.9, "Jouw besluit verandert haar week.", "interpretatie", "boek"),
    Influence(YOU, "kind", 0.8, "Jouw besluit verandert waar het slaapt.", "interpretatie", "boek"),
    Influence("gemeente", "teamleider", 0.7, "De opdracht en het geld.", "fictie"),
    Influence("krant", "gemeente", 0.6, "De raad leest mee.", "fictie"),
    Influence("team", "gemeente", 0.1, "Signalen die zelden aankomen.", "fictie"),
)

MOVES = (
    Agency(
        id="tegenspreken",
        title="Tegenspreken in het overleg",
        text="Je zegt hardop dat de opdracht niet past. Dat kost je krediet.",
        target="gemeente",
        strength_by=0.4,
        provenance="interpretatie",
        source="boek",
    ),
    Agency(
        id="signaleren",
        title="Samen signaleren",
        text="Het team bundelt wat het ziet. Dat kost een ochtend.",
        origin="team",
        target="gemeente",
        strength_by=0.35,
    ),
    Agency(
        id="uitleggen",
        title="Uitleggen in de krant",
        text="Je vertelt wat jullie werk is. Je naam staat erbij.",
        target="krant",
        strength_by=0.2,
    ),
)

CONCEPTS = (
    Concept(id="caseload", name="Caseload", low="klein", high="groot", condition=True),
    Concept(id="tijd", name="Tijd", condition=True),
    Concept(id="rust", name="Rust", condition=True),
    Concept(id="aandacht", name="Aandacht", condition=True),
    Concept(id="continuiteit", name="Continuïteit", low="steeds anderen", high="dezelfde mensen", condition=True),
    Concept(id="mandaat", name="Mandaat", low="krap", high="ruim", condition=True),
    Concept(id="wegen", name="Wegen"),
    Concept(id="toetsen", name="Toetsen"),
    Concept(id="toelichten", name="Toelichten"),
    Concept(id="grondvesten", name="Grondvesten"),
    Concept(id="actorschap", name="Actorschap"),
)

NETWORK = (
    Effect("caseload", "tijd", -0.7, "Elke casus vraagt uren.", "interpretatie", "boek"),
    Effect("tijd", "rust", 0.5, "Wie tijd heeft, hoeft niet te rennen.", "fictie"),
    Effect("rust", "wegen", 0.6, "Wegen vraagt stilstaan.", "interpretatie", "boek"),
    Effect("tijd", "toetsen", 0.6, "Toetsen doe je met een ander, en die moet er zijn.", "fictie"),
    Effect("aandacht", "toelichten", 0.4, "Uitleggen begint met zien wie je voor je hebt.", "fictie"),
    Effect("mandaat", "actorschap", 0.6, "Wie mag beslissen, spreekt eerder tegen.", "fictie"),
    Effect("wegen", "grondvesten", 0.5, "Wie weegt, weet waarop het rust.", "fictie"),
    Effect("caseload", "grondvesten", -0.2, "Onder druk val je terug op wat je kent.", "fictie"),
)

CONTEXT = replace(
    CASE,
    actors=tuple(
        Actor(
            id=id,
            name=name,
            role=f"{name}, in deze casus.",
            place="team" if id == "team" else "environment",
            layer=layer,
        )
        for id, name, layer in (*ACTORS, ("buur", "De buurman", None))
    ),
    conditions=(
        Condition(id="caseload", name="Caseload", text="Achttien gezinnen.", value=0.8),
        Condition(id="tijd", name="Tijd", text="Een half uur.", provenance="interpretatie", source="boek", value=0.3),
    ),
    influences=INFLUENCES,
    agency=MOVES,
    concepts=CONCEPTS,
    network=NETWORK,
)

UNSETTLED = replace(
    CONTEXT,
    network=(
        Effect("caseload", "wegen", 1.0),
        Effect("wegen", "toetsen", 1.0),
        Effect("toetsen", "wegen", -1.0),
        Effect("toetsen", "grondvesten", 1.0),
        Effect("grondvesten", "toetsen", -1.0),
        Effect("wegen", "grondvesten", 1.0),
        Effect("grondvesten", "wegen", -1.0),
    ),
    concepts=tuple(CONCEPTS),
)


def large(parties: int = 140, arrows: int = 205, seed: int = 3) -> Case:
    """A case as large as published causal maps: 139 parties and the professional, 205 arrows, some 40 of them yours."""
    rng = random.Random(seed)
    shown = get_args(Layer)
    actors = tuple(
        Actor(id=f"partij-{i}", name=f"Partij {i} uit {shown[i % 7]}", layer=shown[i % 7]) for i in range(parties - 1)
    )
    ids = [actor.id for actor in actors]
    pairs = [(ids[i], YOU) for i in rng.sample(range(len(ids)), 28)] + [(YOU, id) for id in rng.sample(ids, 12)]
    linked = {id for pair in pairs for id in pair}
    pairs += [(id, rng.choice([other for other in ids if other != id])) for id in ids if id not in linked]
    while len(pairs) < arrows:
        pair = tuple(rng.sample(ids, 2))
        if pair not in pairs:
            pairs.append((pair[0], pair[1]))
    influences = tuple(
        Influence(a, b, round(rng.uniform(0.1, 0.9), 2), f"{a} werkt in op {b}, door wat er is afgesproken.")
        for a, b in pairs
    )
    return replace(CONTEXT, actors=actors, influences=influences, agency=(replace(MOVES[0], target=ids[0]),))
