"""Where facts come from, and how to refer to a page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from samrum.pages.edition import Link
from samrum.pages.sources import citation, sources
from tests.pages.archive import edition, plain

BODY = {"organizations/namnd.yml": "name: Exempelnämnden"}


def test_a_source_names_the_document_the_place_and_the_record_of_it() -> None:
    world = edition(
        {
            **BODY,
            "meetings/namnd-2024-05-13.yml": "",
            "matters/buss.yml": """
                sources:
                  - document: Protokollet
                    place: § 7
                    record: namnd-2024-05-13
                """,
        }
    )

    (source,) = sources(world.catalogue.matters[0].sources, world)

    assert (source.document, source.place, source.url) == ("Protokollet", "§\u00a07", "")
    assert source.link == Link(
        "Exempelnämnden 13 maj 2024", "protokoll/namnd-2024-05-13/", "Protokoll"
    )


def test_a_source_outside_the_archive_has_its_own_address() -> None:
    world = edition(
        {
            "matters/buss.yml": """
                sources:
                  - document: Rapport
                    url: https://rapport.example/1
                  - document: Brev
                """,
        }
    )

    found = sources(world.catalogue.matters[0].sources, world)

    assert [(one.document, one.place, one.link, one.url) for one in found] == [
        ("Rapport", "", None, "https://rapport.example/1"),
        ("Brev", "", None, ""),
    ]


@pytest.mark.parametrize(
    ("files", "id", "words"),
    [
        (
            {
                "meetings/namnd-2024-05-13.yml": """
                    reference: EN 12-2024
                    agenda_items:
                      - number: 7
                        name: Bussen
                        parts:
                          - name: Hållplatsen
                            decision: {title: Hållplatsen flyttas, resolution: [att flytta den]}
                    """
            },
            "namnd-2024-05-13-7-1",
            "Exempelnämnden, protokoll 13 maj 2024, § 7, Hållplatsen flyttas, dnr EN 12-2024",
        ),
        (
            {"meetings/namnd-2024-05-13.yml": "reference: EN 12-2024"},
            "namnd-2024-05-13",
            "Exempelnämnden, protokoll 13 maj 2024, dnr EN 12-2024",
        ),
        (
            {"meetings/namnd-2024-05-13.yml": ""},
            "namnd-2024-05-13",
            "Exempelnämnden, protokoll 13 maj 2024",
        ),
        (
            {"decisions/bron.yml": "title: Bron byggs\ndate: 2024-03\nreference: B 1"},
            "bron",
            "Exempelnämnden, Bron byggs, mars 2024, dnr B 1",
        ),
        (
            {"decisions/bron.yml": "title: Bron byggs"},
            "bron",
            "Exempelnämnden, Bron byggs, odaterad",
        ),
        ({"matters/buss.yml": "title: Bussen"}, "buss", "Bussen"),
        ({}, "namnd", "Exempelnämnden"),
    ],
)
def test_a_citation_tells_what_is_known(files: dict[str, str], id: str, words: str) -> None:
    world = edition({**BODY, **files})
    entry = world.catalogue.by_id[id]

    assert plain(citation(entry, world).words) == words


def test_a_citation_ends_in_the_permanent_address() -> None:
    world = edition(BODY)

    assert citation(world.catalogue.by_id["namnd"], world).url == (
        "https://arkivet.example/organ/namnd/"
    )


def test_a_paragraph_is_cited_with_its_anchor() -> None:
    world = edition({"meetings/namnd-2024-05-13.yml": "agenda_items: [{number: 7, name: Bussen}]"})
    (item,) = world.catalogue.items["namnd-2024-05-13"]

    assert citation(item, world).url == ("https://arkivet.example/protokoll/namnd-2024-05-13/#p7")


def test_a_site_without_an_address_gives_words_alone() -> None:
    world = replace(edition(BODY), site_url="")

    assert citation(world.catalogue.by_id["namnd"], world).url == ""
