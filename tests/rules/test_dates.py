"""Nothing ends before it begins, and what follows does not come before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told

WORLD = {
    "organizations/namnd.yml": "",
    "organizations/testkoping.yml": "classification: kommun",
    "decisions/ett-beslut.yml": "date: 2024-05",
    "decisions/odaterat-beslut.yml": "",
}


def problems_in(folder: Path, place: str, lines: str) -> list[str]:
    return told(archive(folder, {**WORLD, place: lines})[1], place)


@pytest.mark.parametrize(
    ("protocol", "expected"),
    [
        ("start: 08:30\nend: 12:00", []),
        ("end: 12:00", []),
        (
            "start: 13:00\nend: 12:00",
            [
                "2: end-before-start: the end 12:00 is not after the start 13:00; "
                "correct one of them"
            ],
        ),
        (
            "start: 13:00\nend: 13:00",
            [
                "2: end-before-start: the end 13:00 is not after the start 13:00; "
                "correct one of them"
            ],
        ),
        (
            """
            adjusted_on: 2024-05-13
            announced_on: 2024-05-14
            appeal_deadline: 2024-06-04
            legal_force_on: 2024-06-05
            """,
            [],
        ),
        (
            "adjusted_on: 2024-05-12",
            [
                "1: steps-out-of-order: adjusted_on is 2024-05-12, before date, 2024-05-13; "
                "correct one of them"
            ],
        ),
        (
            "announced_on: 2024-05-12",
            [
                "1: steps-out-of-order: announced_on is 2024-05-12, before date, 2024-05-13; "
                "correct one of them"
            ],
        ),
        (
            """
            adjusted_on: 2024-05-20
            announced_on: 2024-05-19
            appeal_deadline: 2024-06-09
            legal_force_on: 2024-06-08
            """,
            [
                "2: steps-out-of-order: announced_on is 2024-05-19, before adjusted_on, "
                "2024-05-20; correct one of them",
                "4: steps-out-of-order: legal_force_on is 2024-06-08, before appeal_deadline, "
                "2024-06-09; correct one of them",
            ],
        ),
        (
            """
            agenda_items:
              - number: 1
                name: Ett ärende
                decision:
                  title: Något beslutas
                  resolution: [att göra det]
                  date: 2024-05-12
            """,
            [
                "7: decision-before-meeting: 2024-05-12 is before the meeting on 2024-05-13; "
                "correct it, or take it out if it is the meeting's"
            ],
        ),
        (
            """
            agenda_items:
              - number: 1
                name: Ett ärende
                decision: {title: Något beslutas, resolution: [att göra], date: 2024-05-14}
            """,
            [],
        ),
        (
            """
            agenda_items:
              - number: 1
                name: Ett ärende
                parts:
                  - name: En del
                    decision:
                      title: Något beslutas
                      resolution: [att göra det]
                      assignments:
                        - {to: testkoping, task: Utreda, due: 2024-06}
                        - to: testkoping
                          task: Utreda mer
                          due: 2024-04
                          deliveries:
                            - {name: Rapport, due: 2024-vår}
                            - name: Slutrapport
                              due: 2023-höst
            """,
            [
                "13: due-before-decision: due 2024-04, before the decision on 2024-05-13; "
                "correct the date",
                "17: due-before-decision: due 2023-höst, before the decision on 2024-05-13; "
                "correct the date",
            ],
        ),
    ],
)
def test_the_days_of_a_protocol_follow_on_each_other(
    protocol: str, expected: list[str], tmp_path: Path
) -> None:
    assert problems_in(tmp_path, "meetings/namnd-2024-05-13.yml", protocol) == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (
            """
            date: 2024-05-13
            papers:
              - {title: En utredning, date: 2024-05}
              - title: En rapport
                date: 2024-06
            """,
            [
                "5: paper-after-decision: the paper is of 2024-06, after the decision on "
                "2024-05-13; correct the date"
            ],
        ),
        (
            """
            date: 2024-05
            decision_type: rekommendation
            adoptions:
              - {principal: testkoping, status: antagen, date: 2024-05-01}
              - principal: namnd
                status: antagen
                date: 2024-04-30
            """,
            [
                "7: adoption-before-decision: 2024-04-30 is before the recommendation on "
                "2024-05; correct the date"
            ],
        ),
        (
            """
            decision_type: rekommendation
            adoptions: [{principal: testkoping, status: antagen, date: 2024-04-30}]
            assignments: [{to: testkoping, task: Utreda, due: 1999}]
            papers: [{title: En rapport, date: 2030}]
            """,
            [],
        ),
    ],
)
def test_what_a_decision_rests_on_comes_before_it_and_what_it_leads_to_after(
    decision: str, expected: list[str], tmp_path: Path
) -> None:
    assert problems_in(tmp_path, "decisions/nasta-beslut.yml", decision) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("date: 2024-05-13\nend_date: 2024-05-14\nstart: 13:00\nend: 12:00", []),
        (
            "start: 13:00\nend: 12:00",
            [
                "2: end-before-start: the end 12:00 is not after the start 13:00; "
                "correct one of them"
            ],
        ),
        (
            """
            date: 2024-05-13
            end_date: 2024-05-12
            alternatives:
              - {date: 2024-05-20, end_date: 2024-05-21}
              - date: 2024-05-20
                end_date: 2024-05-19
            """,
            [
                "2: last-day-before-first: the last day 2024-05-12 is before the first, "
                "2024-05-13; correct one of them",
                "6: last-day-before-first: the last day 2024-05-19 is before the first, "
                "2024-05-20; correct one of them",
            ],
        ),
        ("date: 2024-05-01\ndecision: ett-beslut", []),
        ("date: 2024-04-30\nend_date: 2024-05-02\ndecision: ett-beslut", []),
        ("date: 2024-04-30\ndecision: odaterat-beslut", []),
        (
            "date: 2024-04-30\ndecision: ett-beslut",
            [
                '2: event-before-decision: "ett-beslut" was taken on 2024-05, after the event; '
                "correct the date or name another decision"
            ],
        ),
    ],
)
def test_an_event_ends_after_it_begins_and_comes_after_its_decision(
    event: str, expected: list[str], tmp_path: Path
) -> None:
    assert problems_in(tmp_path, "events/ett-mote.yml", event) == expected


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [
        ("adopted_on: 2024-05\nvalidity: [{to: 2024}, {to: 2030}, {to: 2026}]", []),
        ("validity: [{to: 2024}]", []),
        (
            """
            adopted_on: 2024-05
            validity:
              - {to: 2024-04, note: Förlängs}
              - {to: 2024-05-01}
            """,
            [
                "3: validity-before-start: 2024-04 is before adopted_on, 2024-05; "
                "correct one of them"
            ],
        ),
        (
            """
            valid_from: 2025
            validity:
              - note: Förlängs
                to: 2024
            """,
            ["4: validity-before-start: 2024 is before valid_from, 2025; correct one of them"],
        ),
    ],
)
def test_a_strategy_does_not_end_before_it_begins(
    strategy: str, expected: list[str], tmp_path: Path
) -> None:
    assert problems_in(tmp_path, "strategies/en-strategi.yml", strategy) == expected
