"""The pages at old addresses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from samrum.pages import Edition, Outline, outlines
from samrum.pages.render import Renderer
from tests.pages.archive import context, edition, page

TEMPLATES = Path(__file__).parents[2] / "hooks/theme/records"
DAY = date(2024, 6, 1)


def moved(world: Edition) -> list[Outline]:
    return [one for one in outlines(world) if one.template == "moved.html"]


def test_an_old_address_leads_to_the_new_one() -> None:
    world = edition({"matters/arende.yml": "title: Bussen & bron\nmoved_from: [gammalt]"})

    (old,) = moved(world)

    assert (old.address, old.is_listed) == ("arenden/gammalt/", False)
    assert old.head == (
        '<link rel="canonical" href="https://arkivet.example/arenden/arende/">'
        '<meta http-equiv="refresh" content="0; url=../../arenden/arende/">'
    )
    body = Renderer(TEMPLATES, world.markdown).body(old.page()).decode()
    assert '<a href="../../arenden/arende/">Bussen &amp; bron</a>' in body
    assert '<script src="../../scripts/moved.js">' in body


def test_a_site_without_an_address_has_none_for_search_engines_to_prefer() -> None:
    world = replace(edition({"matters/arende.yml": "moved_from: [gammalt]"}), site_url="")

    assert page(world, "arenden/gammalt/").head.startswith("<meta http-equiv=")


def test_a_protocol_takes_its_decisions_along_and_anchors_are_no_pages() -> None:
    world = edition(
        {
            "meetings/namnd-2024-05-13.yml": """
                moved_from: [namnd-2024-05-12]
                agenda_items:
                  - number: 7
                    name: En fråga
                    decision: {title: Ett, resolution: [att], moved_from: [eget-beslut]}
                """,
            "events/dag.yml": "moved_from: [gammal-dag]",
        }
    )

    assert {one.address: context(world, one.address)["to"].address for one in moved(world)} == {
        "protokoll/namnd-2024-05-12/": "protokoll/namnd-2024-05-13/",
        "beslut/namnd-2024-05-12-7/": "beslut/namnd-2024-05-13-7/",
        "beslut/eget-beslut/": "beslut/namnd-2024-05-13-7/",
    }


def test_nothing_leads_to_what_is_not_public() -> None:
    world = edition({"matters/arende.yml": "publish: draft\nmoved_from: [gammalt]"})

    assert not moved(replace(world, catalogue=world.catalogue.published(DAY)))
