from __future__ import annotations

import pytest

from samrum.handbook.fields import fields_of, ways
from samrum.model import MODELS, Kind
from samrum.model.fields import plan
from samrum.model.record import CommonFields


def told(kind: Kind, heading: str) -> str:
    """What stands below a heading, without an example."""
    text = fields_of(MODELS[kind], [])
    (below,) = text.split(f"### {heading} }}\n\n")[1:]
    return below.split("\n\n#")[0]


@pytest.mark.parametrize(
    ("kind", "heading", "words"),
    [
        (
            Kind.MEETING,
            "Datum `date` { #date",
            "Mötets dag.\n\n**Måste anges.** En hel dag: `2026-03-10`.",
        ),
        (
            Kind.ORGANIZATION,
            "Förkortning `abbreviation` { #abbreviation",
            "Till exempel SVO.\n\nText på en rad.",
        ),
        (
            Kind.ORGANIZATION,
            "Kräver justering `requires_adjustment` { #requires_adjustment",
            "Om organets protokoll får publiceras först när de är justerade.\n\n"
            "`true` (ja) eller `false` (nej). Utan uppgift gäller `false`.",
        ),
        (
            Kind.MATTER,
            "Läge `status` { #status",
            "Pågår, vilar eller avslutat enligt källorna.\n\n"
            "**Måste anges.** Ett av orden `pågår`, `vilar`, `avslutat`.",
        ),
        (
            Kind.DECISION,
            "Ärenden `matters` { #matters",
            "Ärenden som beslutet hör till.\n\n"
            "En lista. Varje rad börjar med bindestreck. Id för ett ärende.",
        ),
        (
            Kind.DECISION,
            "Finansiering `funding` { #funding",
            "Vad det kostar och vem som betalar.\n\n"
            "En grupp med [fälten i Finansiering](#funding-fields).",
        ),
        (
            Kind.MEETING,
            "Frånvarande `absentees` { #absentees",
            "Frånvarande ledamöter.\n\nEn lista. Varje del har "
            "[fälten i Närvarande](#participants-fields).",
        ),
        (
            Kind.MEETING,
            "Delar `parts` { #agenda_items-parts",
            "Onumrerade delar av paragrafen.\n\nEn lista. Varje del har "
            "[fälten i Dagordning](#agenda_items-fields), utom `number` och `parts`.",
        ),
        (
            Kind.MEETING,
            "§ `number` { #agenda_items-number",
            "Paragrafens nummer.\n\n**Måste anges.** Ett heltal från 1 till 9999.",
        ),
    ],
)
def test_a_field_says_what_is_written_there(kind: Kind, heading: str, words: str) -> None:
    assert told(kind, heading) == words


def test_a_kind_leaves_out_what_all_kinds_have() -> None:
    common = {(field.name,) for field in plan(CommonFields)}

    for model in MODELS.values():
        assert not common & set(ways(model))
    assert common < set(ways(CommonFields))


def test_a_group_tells_where_its_fields_are() -> None:
    assert (
        "## Fördelning { #funding-shares-fields }\n\nFälten i `funding` › `shares`."
        in fields_of(MODELS[Kind.DECISION], [])
    )
