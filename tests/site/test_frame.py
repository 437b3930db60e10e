"""A frame cut from a prototype's HTML."""

from __future__ import annotations

import pytest

from samrum.pages.page import Heading
from samrum.site.frame import NEXT_ENTRY, Frame, FrameError, Slot
from tests.site.project import page

CONTENT = Slot.CONTENT.value
ANCHOR, HEADING = Slot.ANCHOR.value, Slot.HEADING.value


def entry(anchor: str, text: str) -> str:
    return f'<li><a href="#{anchor}">{text}</a></li>'


TOC = entry(ANCHOR, HEADING) + "\n" + entry(NEXT_ENTRY.anchor, NEXT_ENTRY.text)


def test_text_is_escaped_and_the_body_and_the_head_are_not() -> None:
    head = f'{Slot.HEAD.value}<meta content="{Slot.DESCRIPTION.value}">'
    frame = Frame.cut(f"<title>{Slot.TITLE.value}</title>{head}{CONTENT}")
    made = page("beslut/x/", "<\"å&'>", description='"', head="<link>")

    assert frame.around(made.page(), b"<h1>B</h1>").decode() == (
        '<title>&lt;&#34;å&amp;&#39;&gt;</title><link><meta content="&#34;"><h1>B</h1>'
    )


def test_a_word_like_a_slot_in_a_record_is_just_a_word() -> None:
    frame = Frame.cut(f"{Slot.TITLE.value}|{CONTENT}")

    assert frame.around(page("beslut/x/", CONTENT).page(), Slot.TITLE.value.encode()).decode() == (
        "&lt;h1&gt;samrum_content_slot&lt;/h1&gt;|samrum_title_slot"
    )


@pytest.mark.parametrize(
    ("steps", "address", "expected"),
    [
        (1, "beslut/x/", "/beslut/x/"),
        (2, "beslut/2022/april/", "/beslut/2022/april/"),
        (1, "beslut/å x/", "/beslut/%C3%A5%20x/"),
    ],
)
def test_the_address_stands_wherever_the_prototypes_address_stood(
    steps: int, address: str, expected: str
) -> None:
    name = "/".join([Slot.NAME.value] * steps)

    shown = Frame.cut(f"/beslut/{name}/|{CONTENT}").around(page(address).page(), b"").decode()

    assert shown == f"{expected}|"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_heading_gets_the_markup_of_an_entry(count: int) -> None:
    headings = [Heading(f"p{number}", f"§ {number} & mer") for number in range(count)]
    made = page("beslut/x/", toc=tuple(headings))

    shown = Frame.cut(f"{CONTENT}<ul>{TOC}</ul>").around(made.page(), b"").decode()

    entries = [entry(one.anchor, one.text.replace("&", "&amp;")) for one in headings]
    assert shown == "<ul>" + "\n".join(entries) + "</ul>"


def test_a_table_of_contents_may_stand_twice_with_a_link_to_its_first_entry_before() -> None:
    made = page("beslut/x/", toc=(Heading("p1", "Ett"), Heading("p2", "Två")))

    shown = (
        Frame.cut(f'<a href="#{ANCHOR}">Hoppa</a>{TOC}{CONTENT}{TOC}')
        .around(made.page(), b"|")
        .decode()
    )

    entries = entry("p1", "Ett") + "\n" + entry("p2", "Två")
    assert shown == f'<a href="#p1">Hoppa</a>{entries}|{entries}'


def test_a_template_without_content_is_refused() -> None:
    with pytest.raises(FrameError, match=r"page\.content"):
        Frame.cut(Slot.TITLE.value)


@pytest.mark.parametrize(
    "toc",
    [
        entry(HEADING, ANCHOR) + entry(NEXT_ENTRY.text, NEXT_ENTRY.anchor),
        entry(ANCHOR, f"<b>{HEADING}</b>") + entry(NEXT_ENTRY.anchor, NEXT_ENTRY.text),
    ],
    ids=["title first", "entries that differ"],
)
def test_a_table_of_contents_that_is_not_understood_is_refused(toc: str) -> None:
    with pytest.raises(FrameError, match=r"page\.toc"):
        Frame.cut(CONTENT + toc)
