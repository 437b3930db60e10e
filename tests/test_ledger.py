"""What has been published, when, and in which words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.attachments import Attachment
from samrum.catalogue import RecordFile
from samrum.ledger import Ledger, fingerprint, parse
from samrum.model import DecisionRecord, Kind, Meeting
from tests.world import archive, shape

DAY = date(2024, 6, 1)
LATER = date(2024, 7, 1)
PROTOCOL = """
    agenda_items:
      - number: 7
        name: En fråga
        decision: {title: Något beslutas, resolution: [att göra det]}
    """
WORLD = {"matters/arende.yml": "", "meetings/namnd-2024-05-13.yml": PROTOCOL}


def published(folder: Path, files: dict[str, str], before: Ledger, day: date = DAY) -> Ledger:
    return before.updated(archive(folder, files)[0].published(day), day)


def decision(**more: object) -> RecordFile:
    fields = {
        "id": "ett",
        "sources": [{"document": "Ett beslut"}],
        "organization": "namnd",
        "title": "Något beslutas",
        "resolution": ["att göra det"],
        **more,
    }
    return RecordFile("ett.yml", Kind.DECISION, shape(DecisionRecord, fields))


def protocol(**more: object) -> RecordFile:
    taken = {"title": "Något beslutas", "resolution": ["att göra det"], **more}
    part = {"name": "En del", "decision": taken}
    return meeting({"number": 7, "name": "En fråga", "parts": [part]})


def meeting(item: dict[str, object], **more: object) -> RecordFile:
    fields = {
        "id": "namnd-2024-05-13",
        "sources": [{"document": "Ett protokoll"}],
        "organization": "namnd",
        "date": "2024-05-13",
        "status": "genomfört",
        "agenda_items": [item],
        **more,
    }
    return RecordFile("a.yml", Kind.MEETING, shape(Meeting, fields))


def test_every_address_of_what_is_public_has_a_line_in_order(tmp_path: Path) -> None:
    ledger = published(tmp_path, {**WORLD, "matters/utkast.yml": "publish: draft"}, Ledger())
    arende, mote = (ledger.lines[one].content for one in list(ledger.lines)[:2])

    assert ledger.text.splitlines() == [
        '{"address":"arenden/arende/","id":"arende","published":"2024-06-01",'
        f'"content":"{arende}"}}',
        '{"address":"beslut/namnd-2024-05-13-7/","id":"namnd-2024-05-13","published":"2024-06-01"}',
        '{"address":"protokoll/namnd-2024-05-13/","id":"namnd-2024-05-13",'
        f'"published":"2024-06-01","content":"{mote}","organization":"namnd",'
        '"day":"2024-05-13"}',
        '{"address":"protokoll/namnd-2024-05-13/#p7","id":"namnd-2024-05-13",'
        '"published":"2024-06-01"}',
    ]


def test_the_file_says_all_that_the_ledger_knows(tmp_path: Path) -> None:
    corrected = "corrections: [{date: 2024-06-02, reason: Fel namn}]"
    ledger = published(tmp_path, {**WORLD, "matters/arende.yml": corrected}, Ledger())

    again, problems = parse(ledger.text, "records/ledger.jsonl")

    assert (again.lines, problems) == (ledger.lines, ())
    assert again.lines["arenden/arende/"].corrections == 1
    assert again.numbers == {address: place for place, address in enumerate(sorted(again.lines), 1)}


def test_the_first_day_of_an_address_is_kept_and_no_address_is_taken_out(tmp_path: Path) -> None:
    first = published(tmp_path / "a", WORLD, Ledger())

    second = published(
        tmp_path / "b",
        {"matters/nytt.yml": "", "matters/arende.yml": "title: Ett ändrat ärende"},
        first,
        LATER,
    )

    days = {address: str(line.published) for address, line in second.lines.items()}
    assert days == {**dict.fromkeys(first.lines, "2024-06-01"), "arenden/nytt/": "2024-07-01"}
    old, new = (one.lines["arenden/arende/"].content for one in (first, second))
    assert old != new


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< ours", "not a line of the ledger; after a merge keep the lines of both sides"),
        ("", "not a line of the ledger"),
        ('{"address": "arenden/b/"}', "not a line of the ledger"),
        (
            '{"address": "arenden/a/", "id": "a", "published": "2024-06-02"}',
            '"/arenden/a/" is on line 1 already; keep the line with the earlier day',
        ),
    ],
)
def test_a_line_that_is_none_is_told_and_left_out(line: str, message: str) -> None:
    first = '{"address": "arenden/a/", "id": "a", "published": "2024-06-01"}'

    ledger, problems = parse(f"{first}\n{line}\n", "records/ledger.jsonl")

    assert list(ledger.lines) == ["arenden/a/"]
    (problem,) = problems
    assert str(problem).startswith(f"records/ledger.jsonl:2: bad-ledger-line: {message}")


@pytest.mark.parametrize(
    ("more", "is_the_same"),
    [
        ({}, True),
        ({"id": "annat"}, True),
        ({"publish": "on 2024-01-01"}, True),
        ({"corrections": [{"date": "2024-06-02", "reason": "Fel namn"}]}, True),
        ({"moved_from": ["gammalt"]}, True),
        ({"decision_type": "beslut"}, True),
        ({"title": "Något annat beslutas"}, False),
        ({"funding": {"amount": 1, "shares": [{"principal": "by", "fraction": "1"}]}}, False),
        ({"date": "2024-vår"}, False),
    ],
)
def test_a_record_has_the_same_fingerprint_until_it_says_something_else(
    more: dict[str, object], is_the_same: bool
) -> None:
    assert (fingerprint(decision(**more)) == fingerprint(decision())) is is_the_same


def test_the_fingerprint_of_every_sort_of_value_is_what_ledgers_hold() -> None:
    """Another one would tell every editor that all that is published has changed."""
    costly = decision(
        date="2024-vår",
        funding={
            "amount": 960000,
            "vat": "exklusive",
            "shares": [{"principal": "namnd", "fraction": "5/6", "amount": "800000.50"}],
        },
        assignments=[{"to": "namnd", "task": "Redovisa", "due": "2024-05"}],
        adoptions=[{"principal": "namnd", "status": "antagen", "date": "2024-06-01"}],
    )
    item: dict[str, object] = {
        "number": 29,
        "name": "En fråga",
        "oral": True,
        "figures": [{"label": "A", "value": "1", "period": 2023}],
        "decision": {"title": "Något", "resolution": ["att göra"], "moved_from": ["gammalt"]},
    }
    held = meeting(item, start="08:30", agenda_numbers="29-39")

    assert [fingerprint(costly), fingerprint(held)] == [
        "5d56dfcac597eb006e01d4fd30d0f57767d2bf67be350401b155a7e1bd9ba6c5",
        "b7ac5de70ab6c04b6db8b67fc7a69ce398839d6ddebbc5c093dbee94624163b6",
    ]


def test_a_former_id_of_a_decision_in_a_protocol_is_not_what_it_says() -> None:
    assert fingerprint(protocol(moved_from=["gammalt"])) == fingerprint(protocol())
    assert fingerprint(protocol(title="Annat")) != fingerprint(protocol())


def test_another_file_beside_a_record_is_another_content() -> None:
    one, other = (
        RecordFile("a.yml", Kind.DECISION, decision().record, (Attachment("b.pdf", 1, digest),))
        for digest in ("1a", "2b")
    )

    assert len({fingerprint(file) for file in (decision(), one, other)}) == 3
