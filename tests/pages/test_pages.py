"""All pages of an edition."""

from __future__ import annotations

from samrum.addresses import Section, address
from samrum.pages import outlines
from tests.pages.archive import edition

ONE_OF_EACH = edition(
    {
        "organizations/namnd.yml": "",
        "meetings/namnd-2024-05-13.yml": """
            agenda_items:
              - {number: 7, name: Bussen, decision: {title: Bussen, resolution: [att åka]}}
            """,
        "decisions/bron.yml": "",
        "strategies/plan.yml": "",
        "case-studies/studie.yml": "",
        "matters/buss.yml": "",
        "events/dag.yml": "",
    }
)


def test_every_section_has_its_index_before_the_pages_of_its_records() -> None:
    assert [page.address for page in outlines(ONE_OF_EACH)] == [
        "protokoll/",
        "protokoll/namnd-2024-05-13/",
        "beslut/",
        "beslut/namnd-2024-05-13-7/",
        "beslut/bron/",
        "strategier/",
        "strategier/plan/",
        "fallstudier/",
        "fallstudier/studie/",
        "arenden/",
        "arenden/buss/",
        "organ/",
        "organ/namnd/",
        "kalender/",
        "sok/",
    ]


def test_every_record_that_can_be_linked_to_has_the_page_it_is_linked_to() -> None:
    made = {page.address for page in outlines(ONE_OF_EACH)}

    linked = {address(one).partition("#")[0] for one in ONE_OF_EACH.catalogue.by_id.values()}

    assert linked <= made


def test_every_page_says_what_it_is_and_where_it_stands() -> None:
    for outline in outlines(ONE_OF_EACH):
        assert outline.title
        assert outline.page().description
        assert outline.address.startswith(f"{outline.section.value}/")
        assert outline.is_index is (outline.address.count("/") == 1)


def test_an_empty_archive_has_its_lists_all_the_same() -> None:
    assert [page.address for page in outlines(edition({}))] == [f"{one.value}/" for one in Section]
