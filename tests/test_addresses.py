"""Where records stand, and where they have stood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samrum.addresses import address, address_of, addresses_of, moves
from samrum.catalogue import Catalogue
from samrum.model import DecisionRecord, Kind, Record
from samrum.pages import Edition, outlines
from tests.world import archive

DECIDED = "{title: Något beslutas, resolution: [att göra det]}"
WORLD = {
    "organizations/namnd.yml": "",
    "strategies/plan.yml": "",
    "case-studies/studie.yml": "",
    "matters/arende.yml": "",
    "events/dag.yml": "moved_from: [gammal-dag]",
    "decisions/beslut.yml": "moved_from: [gammalt]",
    "meetings/namnd-2024-05-13.yml": f"""
        moved_from: [namnd-2024-05-12]
        agenda_items:
          - number: 7
            name: En fråga
            decision: {DECIDED}
          - number: 8
            name: Flera frågor
            parts:
              - name: En del
                decision: {{title: Ett, resolution: [att], moved_from: [eget-beslut]}}
        """,
}


def records(catalogue: Catalogue) -> list[Record]:
    return [file.record for file in catalogue.files]


def test_every_address_of_a_record_is_an_address_of_the_site(tmp_path: Path) -> None:
    catalogue, _ = archive(tmp_path, WORLD)
    told = {one for record in records(catalogue) for one in addresses_of(record)}
    entries = {address(entry) for entry in catalogue.by_id.values()}
    anchors = {address(item) for items in catalogue.items.values() for item in items}

    assert told == entries | anchors
    # What has moved leads on from a page of its own.
    edition = Edition(catalogue, date(2024, 6, 1))
    listed = {page.address for page in outlines(edition) if page.is_listed}
    assert {one for one in told if "#" not in one} == {one for one in listed if one.count("/") > 1}


def test_a_record_has_an_address_whether_or_not_it_is_there(tmp_path: Path) -> None:
    catalogue, _ = archive(tmp_path, WORLD)

    for file in catalogue.files:
        assert address_of(file.kind, file.record.id) == next(addresses_of(file.record))
    assert address_of(Kind.DECISION, "borta") == "beslut/borta/"
    assert {type(one) for one in records(catalogue)} > {DecisionRecord}


def test_what_has_moved_takes_its_paragraphs_and_decisions_along(tmp_path: Path) -> None:
    catalogue, _ = archive(tmp_path, WORLD)

    assert moves(records(catalogue)) == {
        "beslut/gammalt/": "beslut/beslut/",
        "kalender/#gammal-dag": "kalender/#dag",
        "protokoll/namnd-2024-05-12/": "protokoll/namnd-2024-05-13/",
        "protokoll/namnd-2024-05-12/#p7": "protokoll/namnd-2024-05-13/#p7",
        "beslut/namnd-2024-05-12-7/": "beslut/namnd-2024-05-13-7/",
        "protokoll/namnd-2024-05-12/#p8": "protokoll/namnd-2024-05-13/#p8",
        "protokoll/namnd-2024-05-12/#p8-1": "protokoll/namnd-2024-05-13/#p8-1",
        "beslut/namnd-2024-05-12-8-1/": "beslut/namnd-2024-05-13-8-1/",
        "beslut/eget-beslut/": "beslut/namnd-2024-05-13-8-1/",
    }
