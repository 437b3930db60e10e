"""Every id that a record names is there, and is of the kind that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told, write

PLACE = "matters/ett-arende.yml"
WORLD = {
    "organizations/testkopings-kommun.yml": "classification: kommun",
    "strategies/en-strategi.yml": "",
    "decisions/ett-beslut.yml": "organization: testkopings-kommun",
}


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("related: [en-strategi, ett-beslut]", []),
        (
            "related: [en-strategin]",
            ['1: unknown-id: no record "en-strategin"; did you mean "en-strategi"?'],
        ),
        (
            """
            related:
              - en-strategi
              - nowhere
            """,
            ['3: unknown-id: no record "nowhere"; add the record or correct the id'],
        ),
        (
            """
            milestones:
              - text: Något hände
                organization: testkoping
                source: {document: Ett protokoll}
            """,
            ['3: unknown-id: no organization "testkoping"; did you mean "testkopings-kommun"?'],
        ),
        (
            """
            milestones:
              - text: Något hände
                organization: en-strategi
                source: {document: Ett protokoll}
            """,
            ['3: wrong-kind: "en-strategi" is a strategy; name an organization here'],
        ),
        (
            """
            milestones:
              - text: Något hände
                organization: ett-beslut
                source: {document: Ett protokoll}
            """,
            ['3: wrong-kind: "ett-beslut" is a decision; name an organization here'],
        ),
        ("summary: Enligt [strategin](record:en-strategi), se record:en-strategi.", []),
        (
            """
            status: pågår
            summary: Enligt [strategin](record:en-strategin).
            """,
            [
                '2: unknown-record: the text links to no record "en-strategin"; '
                'did you mean "en-strategi"?'
            ],
        ),
        (
            "summary: Enligt [något](record:nowhere).",
            [
                '1: unknown-record: the text links to no record "nowhere"; '
                "add the record or correct the link"
            ],
        ),
        (
            "related: [ett-arende]",
            ['1: names-itself: "ett-arende" is the record itself; take it out or name another'],
        ),
        (
            """
            related:
              - en-strategi
              - ett-beslut
              - en-strategi
            """,
            ['4: named-twice: "en-strategi" is in the list already; take one out'],
        ),
        (
            """
            milestones:
              - {text: A, organization: testkopings-kommun, source: {document: B}}
              - {text: C, organization: testkopings-kommun, source: {document: D}}
            """,
            [],
        ),
    ],
)
def test_ids_lead_to_records(matter: str, expected: list[str], tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {**WORLD, PLACE: matter})

    assert told(problems, PLACE) == expected


def test_a_record_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    write(tmp_path, "strategies/en-strategi.yml", "title: [")

    _, problems = archive(
        tmp_path,
        {
            PLACE: """
            summary: Enligt [strategin](record:en-strategi).
            related: [en-strategi]
            """
        },
    )

    assert [problem.path for problem in problems] == ["records/strategies/en-strategi.yml"]
