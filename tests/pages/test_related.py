"""Who names a record."""

from __future__ import annotations

from collections.abc import Collection

from samrum.pages.related import backlinks, cited_by
from tests.pages.archive import edition


def told(
    files: dict[str, str], id: str, leave_out: Collection[str | None] = ()
) -> list[tuple[str, str | None]]:
    world = edition(files)
    links = backlinks(world.catalogue.by_id[id], world, leave_out)
    return [(link.kind, link.address) for link in links]


def test_one_who_names_a_record_many_times_is_linked_once() -> None:
    files = {
        "matters/buss.yml": "",
        "strategies/plan.yml": """
            summary: Om [bussen](record:buss), och åter om [bussen](record:buss).
            matters: [buss]
            related: [buss]
            """,
    }

    assert told(files, "buss") == [("Strategi", "strategier/plan/")]


def test_a_document_is_not_named_by_those_who_take_their_facts_from_it() -> None:
    files = {
        "decisions/bron.yml": "",
        "matters/buss.yml": """
            milestones: [{text: Nytt, source: {document: Bron, record: bron}}]
            sources: [{document: Bron, record: bron}]
            """,
    }

    assert told(files, "bron") == []


def test_one_who_does_both_is_linked() -> None:
    files = {
        "decisions/bron.yml": "",
        "matters/buss.yml": "related: [bron]\nsources: [{document: Bron, record: bron}]",
    }

    assert told(files, "bron") == [("Ärende", "arenden/buss/")]


def test_those_who_take_their_facts_from_a_document_are_told_apart() -> None:
    world = edition(
        {
            "decisions/bron.yml": "",
            "matters/buss.yml": "sources: [{document: Bron, record: bron}]",
            "strategies/plan.yml": """
                related: [bron]
                sources: [{document: Bron, record: bron}, {document: Samma, record: bron}]
                """,
            "matters/tag.yml": "related: [bron]",
        }
    )

    links = cited_by(world.catalogue.by_id["bron"], world)

    assert [link.address for link in links] == ["arenden/buss/", "strategier/plan/"]


def test_what_the_page_shows_elsewhere_is_left_out() -> None:
    files = {
        "matters/buss.yml": "",
        "strategies/plan.yml": "matters: [buss]",
        "events/dag.yml": "matters: [buss]",
    }

    assert told(files, "buss", {"strategier/plan/", None}) == [("Möte", "kalender/#dag")]


def test_a_record_does_not_name_itself() -> None:
    files = {"matters/buss.yml": "summary: Det här är [bussen](record:buss)."}

    assert told(files, "buss") == []


def test_links_stand_by_kind_and_those_of_one_kind_by_address() -> None:
    files = {
        "matters/buss.yml": "",
        "matters/tag.yml": "related: [buss]",
        "organizations/namnd.yml": "summary: Om [bussen](record:buss).",
        "events/b.yml": "related: [buss]",
        "events/a.yml": "related: [buss]",
        "decisions/bron.yml": "decision_type: förslag\nrelated: [buss]",
        "decisions/vagen.yml": "related: [buss]",
        "meetings/namnd-2024-05-13.yml": """
            summary: Om [bussen](record:buss).
            agenda_items: [{number: 1, name: Bussen, related: [buss]}]
            """,
    }

    assert told(files, "buss") == [
        ("Ärende", "arenden/tag/"),
        ("Protokoll", "protokoll/namnd-2024-05-13/"),
        ("Paragraf", "protokoll/namnd-2024-05-13/#p1"),
        ("Beslut", "beslut/vagen/"),
        ("Förslag till beslut", "beslut/bron/"),
        ("Möte", "kalender/#a"),
        ("Möte", "kalender/#b"),
        ("Organisation", "organ/namnd/"),
    ]
