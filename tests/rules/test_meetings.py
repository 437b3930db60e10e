"""Every § is there once and in order, and those who attended could do so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told, write

PLACE = "meetings/namnd-2024-05-13.yml"
WORLD = {
    "organizations/namnd.yml": "",
    "organizations/testkoping.yml": "classification: kommun",
    "organizations/provstad.yml": "classification: kommun",
    "organizations/bolaget.yml": "classification: företag",
    "organizations/kommunerna.yml": "classification: kommungrupp\nmembers: [testkoping, provstad]",
}


def problems_in(folder: Path, protocol: str, body: str = "") -> list[str]:
    world = {**WORLD, "organizations/namnd.yml": body, PLACE: protocol}
    return told(archive(folder, world)[1], PLACE)


@pytest.mark.parametrize(
    ("protocol", "expected"),
    [
        ("agenda_items: [{number: 7, name: A}, {number: 9, name: B}]", []),
        (
            """
            agenda_items:
              - {number: 7, name: A}
              - name: B
                number: 6
              - {number: 8, name: C}
            """,
            ["4: section-order: § 6 stands after § 7; move it or correct it"],
        ),
        (
            """
            agenda_items:
              - {number: 7, name: A}
              - {number: 8, name: B}
              - {number: 8, name: C}
            """,
            [
                "4: duplicate-section: § 8 is there already; "
                "correct the number, or make it a part of § 8"
            ],
        ),
        ("agenda_numbers: 7-8\nagenda_items: [{number: 7, name: A}, {number: 8, name: B}]", []),
        (
            "agenda_numbers: 7-8\nagenda_items: [{number: 7, name: A}]",
            ["1: section-missing: § 8 is missing; add what is missing or correct the range"],
        ),
        (
            "agenda_numbers: 1-9\nagenda_items: [{number: 2, name: A}, {number: 4, name: B}]",
            [
                "1: section-missing: §§ 1, 3, 5-9 are missing; "
                "add what is missing or correct the range"
            ],
        ),
        ("agenda_numbers: 1-9\nstatus: kallat", []),
        (
            """
            agenda_numbers: 7-8
            agenda_items:
              - {number: 7, name: A}
              - {number: 8, name: B}
              - {number: 9, name: C}
            """,
            ["5: section-outside: § 9 is outside 7-8; correct it or agenda_numbers"],
        ),
    ],
)
def test_every_section_is_there_once_and_in_order(
    protocol: str, expected: list[str], tmp_path: Path
) -> None:
    assert problems_in(tmp_path, protocol) == expected


@pytest.mark.parametrize(
    ("protocol", "expected"),
    [
        (
            """
            participants:
              - {name: Ada Exempel, on_behalf_of: testkoping, role: ordförande}
              - {name: Ada Exempel, on_behalf_of: provstad, role: vice ordförande}
            absentees:
              - {name: Bo Påhitt, on_behalf_of: provstad, role: ordförande}
            adjusters: [Ada Exempel]
            """,
            [],
        ),
        (
            """
            participants:
              - {name: Ada Exempel, on_behalf_of: testkoping}
              - {name: Ada Exempel, on_behalf_of: testkoping, party: s}
            """,
            ['3: duplicate-attendee: "Ada Exempel" is in the list already; take one entry out'],
        ),
        (
            """
            absentees:
              - {name: Ada Exempel, on_behalf_of: testkoping}
              - {name: Ada Exempel, on_behalf_of: testkoping}
            """,
            ['3: duplicate-attendee: "Ada Exempel" is in the list already; take one entry out'],
        ),
        (
            """
            participants:
              - {name: Ada Exempel, on_behalf_of: testkoping}
            absentees:
              - {name: Bo Påhitt, on_behalf_of: testkoping}
              - {name: Ada Exempel, on_behalf_of: testkoping}
            """,
            [
                '5: present-and-absent: "Ada Exempel" is among the participants too; '
                "take one entry out"
            ],
        ),
        (
            """
            participants:
              - {name: Ada Exempel, on_behalf_of: testkoping, role: ordförande}
              - name: Bo Påhitt
                on_behalf_of: testkoping
                role: ordförande
            """,
            [
                "5: several-chairs: another participant is the chair already; "
                "correct one of the roles"
            ],
        ),
        (
            """
            participants: [{name: Ada Exempel, on_behalf_of: testkoping}]
            adjusters:
              - Ada Exempel
              - Ada Exampel
              - Bo Påhitt
            """,
            [
                '4: unknown-adjuster: "Ada Exampel" is not among the participants; '
                'did you mean "Ada Exempel"?',
                '5: unknown-adjuster: "Bo Påhitt" is not among the participants; '
                "add the participant or correct the name",
            ],
        ),
        ("adjusters: [Ada Exempel]", []),
    ],
)
def test_attendance_makes_sense(protocol: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_in(tmp_path, protocol) == expected


@pytest.mark.parametrize("status", ["kallat", "inställt"])
def test_no_decision_is_taken_at_a_meeting_that_was_not_held(status: str, tmp_path: Path) -> None:
    protocol = f"""
        status: {status}
        agenda_items:
          - number: 1
            name: Ett ärende
            parts:
              - name: En del
                decision: {{title: Något beslutas, resolution: [att göra det]}}
        """

    assert problems_in(tmp_path, protocol) == [
        f'1: decision-at-unheld-meeting: decisions were taken, but the meeting is "{status}"; '
        "write genomfört or take the decisions out"
    ]


def test_a_meeting_that_was_not_held_may_have_an_agenda(tmp_path: Path) -> None:
    assert not problems_in(tmp_path, "status: kallat\nagenda_items: [{number: 1, name: A}]")


ATTENDED = """
    participants:
      - name: Ada Exempel
        on_behalf_of: testkoping
    absentees:
      - name: Bo Påhitt
        on_behalf_of: bolaget
    """


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("members: [kommunerna, bolaget]", []),
        ("members: [nowhere]", []),
        (
            "members: [kommunerna]",
            [
                '6: not-a-member: "bolaget" is not a member of "namnd"; '
                "name another, or add it to the members of namnd"
            ],
        ),
        (
            "",
            [
                '6: not-represented: nobody represents "bolaget", which is "företag"; '
                "name the municipality or the region, or list the members of namnd"
            ],
        ),
    ],
)
def test_those_who_attend_represent_somebody_who_can_be_represented(
    body: str, expected: list[str], tmp_path: Path
) -> None:
    found = problems_in(tmp_path, ATTENDED, body)

    assert [problem for problem in found if "unknown-id" not in problem] == expected


def test_whom_nobody_can_read_is_not_checked_for_membership(tmp_path: Path) -> None:
    write(tmp_path, "organizations/namnd.yml", "name: [")

    _, problems = archive(
        tmp_path,
        {PLACE: "participants: [{name: Ada Exempel, on_behalf_of: nowhere}]"},
    )

    assert [problem.code for problem in problems] == ["unknown-id", "yaml-syntax"]
