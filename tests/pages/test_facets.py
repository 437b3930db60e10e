"""What lists and the search narrow down by."""

from __future__ import annotations

import pytest

from samrum.pages.facets import Facets, facets
from tests.pages.archive import edition

WORLD = {
    "organizations/namnd.yml": "name: Exempelnämnden",
    "organizations/by.yml": "name: Exempelby kommun\nclassification: kommun",
    "organizations/stad.yml": "name: Exempelstad\nclassification: kommun",
    "organizations/kommunerna.yml": """
        name: Kommunerna
        classification: kommungrupp
        members: [stad, by]
        """,
    "matters/buss.yml": "title: Bussen\ntopics: [Trafik, Buss]",
    "matters/tag.yml": "title: Tåget\ntopics: [Trafik]",
    "meetings/namnd-2024-05-13.yml": """
        participants: [{name: Ada Exempel, on_behalf_of: stad}]
        absentees: [{name: Bo Exempel, on_behalf_of: by}]
        agenda_items:
          - number: 1
            name: Bussen
            matters: [tag]
            parts: [{name: Hållplatsen, matters: [buss, okant]}]
        """,
    "decisions/bron.yml": """
        decision_type: förslag
        date: 2022-03
        recommended_to: [by]
        funding: {amount: 1, shares: [{principal: kommunerna, fraction: 1/1}]}
        matters: [buss]
        """,
    "decisions/odaterat.yml": "recommended_to: [stad, okand]",
    "strategies/plan.yml": "type: färdplan\nowner: by\nadopted_on: 2016-08\nmatters: [buss]",
    "strategies/utkast.yml": "",
    "case-studies/studie.yml": "authors: [namnd, by]\ndate: 2022\nmatters: [tag]",
    "events/dag.yml": "type: seminarium\ndate: 2024-09-01\nmatters: [buss]",
}
EVERYONE = ("Exempelby kommun", "Exempelstad")


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("namnd", Facets("Organisation", ("Exempelnämnden",))),
        ("by", Facets("Organisation", ("Exempelby kommun",), municipalities=EVERYONE[:1])),
        ("kommunerna", Facets("Organisation", ("Kommunerna",), municipalities=EVERYONE)),
        (
            "namnd-2024-05-13",
            Facets("Protokoll", ("Exempelnämnden",), "2024", ("Trafik", "Buss"), EVERYONE),
        ),
        (
            "bron",
            Facets(
                "Förslag till beslut", ("Exempelnämnden",), "2022", ("Trafik", "Buss"), EVERYONE
            ),
        ),
        ("odaterat", Facets("Beslut", ("Exempelnämnden",), municipalities=EVERYONE[1:])),
        (
            "plan",
            Facets("Färdplan", ("Exempelby kommun",), "2016", ("Trafik", "Buss"), EVERYONE[:1]),
        ),
        ("utkast", Facets("Strategi")),
        (
            "studie",
            Facets("Fallstudie", ("Exempelnämnden", "Exempelby kommun"), "2022", ("Trafik",)),
        ),
        ("buss", Facets("Ärende", ("Exempelnämnden",), "", ("Trafik", "Buss"))),
        ("dag", Facets("Seminarium", ("Exempelnämnden",), "2024", ("Trafik", "Buss"))),
    ],
)
def test_a_record_is_found_by_what_is_known_of_it(id: str, expected: Facets) -> None:
    world = edition(WORLD)

    assert facets(world.catalogue.by_id[id], world) == expected
