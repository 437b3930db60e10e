"""A proposal, a recommendation and a decision are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told

PLACE = "decisions/ett-beslut.yml"
WORLD = {
    "organizations/namnd.yml": "",
    "organizations/testkoping.yml": "classification: kommun",
    "organizations/provstad.yml": "classification: kommun",
    "organizations/regionen.yml": "classification: region",
    "organizations/kommunerna.yml": "classification: kommungrupp\nmembers: [testkoping, provstad]",
}


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("decision_type: förslag\nproposed_to: namnd", []),
        (
            "title: Något föreslås\ndecision_type: förslag",
            [
                "2: proposal-without-addressee: a proposal to nobody; "
                "add proposed_to, or correct the type"
            ],
        ),
        (
            "title: Något föreslås\nproposed_to: namnd",
            [
                "2: addressee-without-proposal: proposed to a body, but the type is beslut; "
                "write decision_type: förslag, or take it out"
            ],
        ),
        ("decision_type: rekommendation", []),
        (
            """
            recommended_to: [testkoping]
            adoptions:
              - {principal: testkoping, status: antagen}
            """,
            [
                "1: adoption-without-recommendation: only a recommendation has recommended_to, "
                "but the type is beslut; write decision_type: rekommendation, or take it out",
                "2: adoption-without-recommendation: only a recommendation has adoptions, "
                "but the type is beslut; write decision_type: rekommendation, or take it out",
            ],
        ),
        (
            """
            decision_type: rekommendation
            adoptions:
              - {principal: testkoping, status: antagen, date: 2024-05-13}
              - {principal: provstad, status: väntar}
              - status: avslagen
                principal: testkoping
            """,
            ['6: duplicate-adoption: "testkoping" has an entry already; keep the one that holds'],
        ),
        (
            """
            decision_type: rekommendation
            adoptions:
              - principal: testkoping
                status: väntar
                date: 2024-05-13
            """,
            [
                "4: pending-adoption-with-date: decided on 2024-05-13, but the status is väntar; "
                "correct one of them"
            ],
        ),
        (
            """
            decision_type: rekommendation
            recommended_to: [kommunerna]
            adoptions:
              - {principal: testkoping, status: antagen}
              - {principal: regionen, status: antagen}
            """,
            [
                '5: adoption-not-asked-for: nothing is recommended to "regionen"; '
                "name another, or add it to recommended_to"
            ],
        ),
    ],
)
def test_who_decides_and_who_only_proposes_is_clear(
    decision: str, expected: list[str], tmp_path: Path
) -> None:
    _, problems = archive(tmp_path, {**WORLD, PLACE: decision})

    assert told(problems, PLACE) == expected


def test_a_decision_in_a_protocol_is_checked_where_it_stands(tmp_path: Path) -> None:
    place = "meetings/namnd-2024-05-13.yml"
    protocol = """
        agenda_items:
          - number: 1
            name: Ett ärende
            decision:
              title: Något föreslås
              resolution: [att göra det]
              decision_type: förslag
        """
    _, problems = archive(tmp_path, {**WORLD, place: protocol})

    assert told(problems, place) == [
        "7: proposal-without-addressee: a proposal to nobody; add proposed_to, or correct the type"
    ]
