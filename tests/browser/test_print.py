"""On paper a record stands alone: no menus, no buttons, and nothing cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_a_protocol_is_printed_without_what_is_for_the_screen(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.emulate_media(media="print")

    for for_the_screen in ("banner", "contentinfo", "button", "search"):
        assert page.get_by_role(for_the_screen).filter(visible=True).count() == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="§ 34")).to_be_visible()
    expect(page.get_by_text("att förlänga giltighetstiden")).to_be_visible()


@pytest.mark.parametrize("kind", ["one of protokoll", "one of beslut", "list of beslut"])
def test_a_printed_page_fits_its_paper(kind: str, visit: Visit) -> None:
    page = visit(kind, width=720)
    page.emulate_media(media="print", color_scheme="dark")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
