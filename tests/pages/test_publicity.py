"""Whether a record is public, and what has been corrected in it since it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from samrum.pages import Edition
from samrum.pages.publicity import Correction
from samrum.pages.render import Renderer
from tests.pages.archive import context, edition, page

TEMPLATES = Path(__file__).parents[2] / "hooks/theme/records"
CORRECTED = """
corrections:
  - {date: 2024-05-20, reason: Fel belopp}
  - {date: 2024-05-27, reason: Fel namn <b>}
"""
WORLD = {
    "organizations/namnd.yml": CORRECTED,
    "meetings/namnd-2024-05-13.yml": CORRECTED
    + "agenda_items: [{number: 7, name: En fråga, decision: {title: Ett, resolution: [att]}}]",
    "decisions/beslut.yml": CORRECTED,
    "strategies/strategi.yml": CORRECTED,
    "case-studies/studie.yml": CORRECTED,
    "matters/arende.yml": CORRECTED,
}
PAGES = {
    "organ/namnd/": "organizations/namnd",
    "protokoll/namnd-2024-05-13/": "meetings/namnd-2024-05-13",
    "beslut/namnd-2024-05-13-7/": "meetings/namnd-2024-05-13",
    "beslut/beslut/": "decisions/beslut",
    "strategier/strategi/": "strategies/strategi",
    "fallstudier/studie/": "case-studies/studie",
    "arenden/arende/": "matters/arende",
}


def html(world: Edition, address: str) -> str:
    return Renderer(TEMPLATES, world.markdown).body(page(world, address)).decode()


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_at_its_head_when_it_was_last_changed_and_at_its_foot_all(
    address: str,
) -> None:
    head, foot = html(edition(WORLD), address).split("<footer")

    assert (
        '<time datetime="2024-05-27">27 maj 2024</time>: Fel namn &lt;b&gt; <a href="#and' in head
    )
    assert "Fel belopp" not in head
    assert '<h2 id="andringar">' in foot
    assert foot.index("27 maj 2024") < foot.index("20 maj 2024</time>: Fel belopp")


@pytest.mark.parametrize(("address", "file"), PAGES.items())
def test_a_page_leads_to_the_history_of_its_record_where_it_is_known(
    address: str, file: str
) -> None:
    world = edition(WORLD)
    known = replace(world, history_url="https://git.example/arkivet/commits/main/")

    history = f'href="https://git.example/arkivet/commits/main/records/{file}.yml"'
    assert history in html(known, address)
    assert "historik" not in html(world, address)


def test_a_decision_in_a_protocol_says_that_the_protocol_was_changed() -> None:
    world = edition(WORLD)

    words = {address: context(world, address)["publicity"].words for address in PAGES}

    assert words == {
        address: "Protokollet ändrat" if address.endswith("-13-7/") else "Ändrad"
        for address in PAGES
    }


def test_the_latest_correction_comes_first() -> None:
    publicity = context(edition(WORLD), "arenden/arende/")["publicity"]

    assert publicity.corrections == (
        Correction("27 maj 2024", "2024-05-27", "Fel namn <b>"),
        Correction("20 maj 2024", "2024-05-20", "Fel belopp"),
    )


def test_what_was_never_changed_says_nothing_of_changes() -> None:
    world = edition({"matters/arende.yml": ""})

    assert "ndr" not in html(world, "arenden/arende/").replace("hanvisa", "")


@pytest.mark.parametrize(
    ("publish", "expected"),
    [
        ("draft", "Utkast. Sidan syns bara i förhandsgranskningen."),
        (
            "on 2024-07-01",
            "Publiceras den 1 juli 2024. Sidan syns bara i förhandsgranskningen.",
        ),
        ("on 2024-06-01", ""),
        ("published", ""),
    ],
)
def test_a_preview_marks_what_is_not_public(publish: str, expected: str) -> None:
    world = edition({"matters/arende.yml": f"publish: {publish}"}, as_of="2024-06-01")

    assert context(world, "arenden/arende/")["publicity"].draft == expected
    shown = html(world, "arenden/arende/")
    assert (f'<p class="caution draft">{expected}</p>' in shown) is bool(expected)


def test_the_calendar_tells_the_changes_of_an_event_and_where_it_has_been() -> None:
    world = edition(
        {"events/dag.yml": f"moved_from: [gammal-dag]\npublish: draft\n{CORRECTED}"},
    )

    shown = html(world, "kalender/")

    assert '<span id="gammal-dag"></span>' in shown
    assert shown.index("27 maj 2024</time>: Fel namn") < shown.index("20 maj 2024</time>: Fel bel")
    assert '<p class="caution draft">Utkast.' in shown
