"""The pages that stand in the place of what has been withdrawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from samrum.ledger import Ledger
from samrum.pages import Edition, Outline, outlines
from samrum.pages.render import Renderer
from tests.pages.archive import context, edition, facts, page

TEMPLATES = Path(__file__).parents[2] / "hooks/theme/records"
DAY = date(2024, 6, 1)
WITHDRAWN = """
publish: withdrawn
withdrawal: {date: 2024-06-03, reason: Uppgifterna var någon annans}
"""
PROTOCOL = (
    "agenda_items: [{number: 7, name: En fråga, decision: {title: Ett, resolution: [att]}}]\n"
)
MEETING = "meetings/namnd-2024-05-13.yml"


def published(files: dict[str, str], ledger: Ledger | None = None) -> Edition:
    """What the site is made of; no ledger: nothing was written down when it was published."""
    world = edition(files)
    return replace(world, catalogue=world.catalogue.published(DAY), published=ledger or Ledger())


def ledger_of(files: dict[str, str]) -> Ledger:
    return Ledger().updated(edition(files).catalogue.published(DAY), DAY)


def stones(world: Edition) -> dict[str, Outline]:
    return {one.address: one for one in outlines(world) if one.template == "tombstone.html"}


def html(world: Edition, address: str) -> str:
    return Renderer(TEMPLATES, world.markdown).body(page(world, address)).decode()


def test_a_tombstone_says_what_stood_there_and_when_and_why_it_was_withdrawn() -> None:
    names = {"organizations/namnd.yml": "name: Exempelnämnden"}
    world = published({**names, MEETING: WITHDRAWN}, ledger_of({**names, MEETING: PROTOCOL}))

    assert facts(world, "protokoll/namnd-2024-05-13/") == {
        "Här fanns": ["Protokoll namnd-2024-05-13"],
        "Organ": ["Exempelnämnden"],
        "Datum": ["13 maj 2024"],
        "Publicerades": ["1 juni 2024"],
        "Drogs tillbaka": ["3 juni 2024"],
        "Skäl": ["Uppgifterna var någon annans"],
    }


def test_a_decision_in_a_withdrawn_protocol_has_a_tombstone_though_nothing_is_left_of_it() -> None:
    world = published({MEETING: WITHDRAWN}, ledger_of({MEETING: PROTOCOL}))

    assert list(stones(world)) == ["protokoll/namnd-2024-05-13/", "beslut/namnd-2024-05-13-7/"]
    told = facts(world, "beslut/namnd-2024-05-13-7/")
    assert told["Här fanns"] == ["Beslut namnd-2024-05-13-7"]


def test_body_and_day_are_told_only_if_they_have_been_public() -> None:
    assert facts(published({MEETING: WITHDRAWN}), "protokoll/namnd-2024-05-13/") == {
        "Här fanns": ["Protokoll namnd-2024-05-13"],
        "Publicerades": ["uppgift saknas"],
        "Drogs tillbaka": ["3 juni 2024"],
        "Skäl": ["Uppgifterna var någon annans"],
    }


def test_a_tombstone_stands_at_every_address_that_the_record_has_had() -> None:
    moved = f"{WITHDRAWN}moved_from: [gammalt]"

    assert list(stones(published({"matters/arende.yml": moved}))) == [
        "arenden/arende/",
        "arenden/gammalt/",
    ]


def test_a_tombstone_is_found_by_nobody_who_searches_and_leads_to_no_source() -> None:
    world = published({"matters/arende.yml": WITHDRAWN})
    stone = stones(world)["arenden/arende/"]

    assert not stone.is_listed
    assert stone.head == '<meta name="robots" content="noindex">'
    assert stone.source is None
    assert "Ett ärende" not in html(world, stone.address)
    assert "dragits tillbaka" in html(world, stone.address)


def test_a_withdrawal_that_says_nothing_is_shown_as_such_in_a_preview() -> None:
    told = facts(published({"matters/arende.yml": "publish: withdrawn"}), "arenden/arende/")

    assert (told["Drogs tillbaka"], told["Skäl"]) == (["uppgift saknas"], ["uppgift saknas"])


def test_a_withdrawn_event_is_told_where_it_stood_in_the_calendar() -> None:
    world = published({"events/dag.yml": f"{WITHDRAWN}moved_from: [gammal-dag]"})

    assert not stones(world)
    assert (
        '<li><span id="dag"></span><span id="gammal-dag"></span>'
        "Drogs tillbaka 3 juni 2024: Uppgifterna var någon annans</li>"
    ) in html(world, "kalender/")


def test_where_a_withdrawn_record_is_named_there_is_text_and_no_link() -> None:
    world = published(
        {
            "organizations/namnd.yml": WITHDRAWN,
            "strategies/plan.yml": WITHDRAWN,
            "decisions/beslut.yml": "related: [plan]\nsummary: Se [planen](record:plan).",
        }
    )

    assert facts(world, "beslut/beslut/")["Organ"] == ["namnd (tillbakadragen)"]
    assert context(world, "beslut/beslut/")["lead"] == "namnd (tillbakadragen) beslutade"
    (related,) = context(world, "beslut/beslut/")["related"]
    assert (related.text, related.address) == ("plan (tillbakadragen)", None)
    assert "<p>Se planen (tillbakadragen).</p>" in html(world, "beslut/beslut/")
