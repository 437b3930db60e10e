"""Pages as values, before and after they are made."""

from __future__ import annotations

import pytest

from samrum.addresses import Section
from samrum.pages.page import Content, Heading, Outline


@pytest.mark.parametrize(
    ("address", "is_index", "root"),
    [
        ("beslut/", True, "../"),
        ("beslut/bron/", False, "../../"),
        ("beslut/2024/bron/", False, "../../../"),
        ("beslut/beslut/", False, "../../"),
    ],
)
def test_a_page_knows_where_it_stands(address: str, is_index: bool, root: str) -> None:
    outline = Outline(address, Section.DECISIONS, "Titel", "x.html", lambda: Content("", {}))

    assert (outline.is_index, outline.page().root) == (is_index, root)


def test_a_page_is_made_when_it_is_asked_for_and_has_all_of_its_outline() -> None:
    asked: list[str] = []

    def content() -> Content:
        asked.append("now")
        return Content("Om sidan", {"kind": "Beslut"})

    toc = (Heading("p1", "§ 1"),)
    outline = Outline("beslut/x/", Section.DECISIONS, "Titel", "x.html", content, toc, "x.yml", "h")
    assert not asked

    page = outline.page()

    assert asked == ["now"]
    assert (page.address, page.section, page.title) == ("beslut/x/", Section.DECISIONS, "Titel")
    assert (page.description, page.context) == ("Om sidan", {"kind": "Beslut"})
    assert (page.template, page.toc, page.source, page.head) == ("x.html", toc, "x.yml", "h")
