"""An id names one thing, and the file and the meeting show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told

TAKEN = """
    agenda_items:
      - number: 2
        name: Ett ärende
        decision: {title: Något beslutas, resolution: [att göra det]}
    """


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"matters/a.yml": "", "strategies/a.yml": ""},
            [
                'records/strategies/a.yml:1: duplicate-id: "a" is already the id of '
                "records/matters/a.yml; choose another id"
            ],
        ),
        (
            {"matters/2023/a.yml": "", "matters/2024/a.yml": ""},
            [
                'records/matters/2024/a.yml:1: duplicate-id: "a" is already the id of '
                "records/matters/2023/a.yml; choose another id"
            ],
        ),
        (
            {
                "organizations/namnd.yml": "",
                "decisions/namnd-2024-05-13-2.yml": "",
                "meetings/namnd-2024-05-13.yml": TAKEN,
            },
            [
                'records/decisions/namnd-2024-05-13-2.yml:1: duplicate-id: "namnd-2024-05-13-2" '
                "is already the decision in § 2 of records/meetings/namnd-2024-05-13.yml; "
                "choose another id"
            ],
        ),
        (
            {
                "organizations/namnd.yml": "",
                "decisions/namnd-2024-05-13-3.yml": "",
                "meetings/namnd-2024-05-13.yml": TAKEN,
            },
            [],
        ),
    ],
)
def test_an_id_is_that_of_one_thing(
    files: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    _, problems = archive(tmp_path, files)

    assert told(problems) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("matters/ett-arende.yml", []),
        ("matters/2024/ett-arende.yml", []),
        (
            "matters/arende.yml",
            [
                '1: file-name: the file is called "arende.yml"; '
                "rename it to ett-arende.yml, or correct the id"
            ],
        ),
    ],
)
def test_a_file_is_named_by_the_id(place: str, expected: list[str], tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {place: "id: ett-arende"})

    assert told(problems, place) == expected


@pytest.mark.parametrize("id", ["namnd-2024-05-13", "namnd-2024-05-13-extra"])
def test_a_meeting_is_called_after_body_and_day(id: str, tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {"organizations/namnd.yml": "", f"meetings/{id}.yml": ""})

    assert not problems


@pytest.mark.parametrize(
    "id",
    [
        "namnd-2024-05-14",
        "namnden-2024-05-13",
        "namnd-2024-05-13-2",
        "namnd-2024-05-13-a-b",
        "mote",
    ],
)
def test_a_meeting_is_called_nothing_else(id: str, tmp_path: Path) -> None:
    place = f"meetings/{id}.yml"
    _, problems = archive(tmp_path, {"organizations/namnd.yml": "", place: f"id: {id}"})

    assert told(problems, place) == [
        f'1: meeting-id: "{id}" does not tell body and day; '
        "call it namnd-2024-05-13, or correct organization or date"
    ]


def test_a_meeting_of_an_unknown_body_is_not_told_to_change_its_id(tmp_path: Path) -> None:
    place = "meetings/namnd-2024-05-13.yml"
    _, problems = archive(tmp_path, {"organizations/namnd.yml": "", place: "organization: nemnd"})

    assert told(problems, place) == [
        '1: unknown-id: no organization "nemnd"; did you mean "namnd"?'
    ]


@pytest.mark.parametrize(
    ("file", "is_kept"),
    [
        ("events/namnd-2024-05-13.yml", True),
        ("events/namnd-2024-05-13-extra.yml", True),
        ("events/namnd-2024-05-13-2.yml", True),
        ("events/namnd-2024-05-13-2024-06-10.yml", True),
        ("decisions/namnd-2024-05-13.yml", True),
        ("decisions/namnd-2024-05-13-2.yml", False),
        ("decisions/namnd-2024-05-13-35-1.yml", False),
        ("events/mote-namnd-2024-05-13.yml", False),
        ("events/styrelse-2024-05-13.yml", False),
        ("events/namnd-2024-05-13-om-2024-06-10.yml", False),
    ],
)
def test_the_id_of_a_body_and_a_day_is_kept_for_the_protocol(
    file: str, is_kept: bool, tmp_path: Path
) -> None:
    _, problems = archive(tmp_path, {"organizations/namnd.yml": "", file: ""})
    assert [problem.code for problem in problems] == ["reserved-id"] * is_kept


def test_without_bodies_no_id_is_kept(tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {"matters/namnd-2024-05-13.yml": ""})
    assert problems == ()
