"""The part of the catalogue that the public may see."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.catalogue import Catalogue
from samrum.entries import Decision
from samrum.model import Kind
from samrum.tombstone import Tombstone
from tests.world import archive

DAY = date(2024, 6, 1)
DECIDED = "{title: Något beslutas, resolution: [att göra det]}"
WORLD = {
    "organizations/namnd.yml": "",
    "matters/synligt.yml": "",
    "matters/utkast.yml": "publish: draft",
    "matters/snart.yml": "publish: on 2024-06-02",
    "matters/i-dag.yml": "publish: on 2024-06-01",
    "matters/tillbaka.yml": """
        publish: withdrawn
        withdrawal: {date: 2024-05-20, reason: Fel ärende}
        moved_from: [gammalt]
        """,
    "meetings/namnd-2024-05-13.yml": f"""
        publish: draft
        agenda_items: [{{number: 7, name: En fråga, decision: {DECIDED}}}]
        """,
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return archive(tmp_path, WORLD)[0]


def ids(catalogue: Catalogue) -> set[str]:
    return set(catalogue.by_id)


def test_drafts_and_what_is_not_due_and_what_is_withdrawn_are_left_out(
    catalogue: Catalogue,
) -> None:
    assert ids(catalogue.published(DAY)) == {"namnd", "synligt", "i-dag"}
    assert catalogue.published(DAY).decisions == ()


def test_what_is_due_is_there_from_its_day_on(catalogue: Catalogue) -> None:
    assert "snart" in ids(catalogue.published(date(2024, 6, 2)))


def test_a_preview_has_drafts_with_their_decisions_and_nothing_withdrawn(
    catalogue: Catalogue,
) -> None:
    seen = catalogue.published(DAY, drafts=True)

    assert ids(seen) == ids(catalogue) - {"tillbaka"}
    assert "namnd-2024-05-13-7" in ids(seen)


def test_a_withdrawn_record_leaves_a_tombstone_without_its_content(catalogue: Catalogue) -> None:
    (stone,) = catalogue.published(DAY).tombstones

    assert stone.withdrawal
    assert stone == Tombstone(Kind.MATTER, "tillbaka", stone.withdrawal, ("gammalt",))
    assert stone.withdrawal.reason == "Fel ärende"


def test_a_decision_knows_the_record_that_it_is_written_in(catalogue: Catalogue) -> None:
    decision = catalogue.find("namnd-2024-05-13-7")

    assert isinstance(decision, Decision)
    assert decision.record is decision.meeting
