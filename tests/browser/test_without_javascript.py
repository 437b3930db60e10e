"""A visitor whose browser runs no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.visit import Visit

WIDTHS = (320, 1280)


@pytest.fixture
def visit(browser: Browser, site: Path, site_url: str) -> Iterator[Visit]:
    """Opens pages of the site by their kind, without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield Visit(context.new_page(), site, site_url)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_there_is_to_read_can_be_read(kind: str, visit: Visit) -> None:
    page = visit(kind)

    assert hidden(page, "main :is(h1, h2, h3, h4, a, li, th, td, dt, dd)") == []
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_menu_is_there_and_no_button_that_does_nothing(width: int, visit: Visit) -> None:
    page = visit("start", width=width)

    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu.get_by_role("link", name="Beslut")).to_be_visible()
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)


def test_the_search_page_says_where_to_look_instead(visit: Visit) -> None:
    page = visit("search")

    main = page.get_by_role("main")
    expect(main.locator("noscript > p")).to_be_visible()
    for name in ("Alla protokoll", "Alla beslut", "Alla strategier"):
        expect(main.get_by_role("link", name=name)).to_be_visible()


def hidden(page: Page, selector: str) -> list[str]:
    """The elements that nobody sees; what opens at a click counts as seen, and so do cards."""
    found = page.locator(selector).evaluate_all(
        """(all) => all.filter((one) => !one.checkVisibility({ visibilityProperty: true })
            && !one.closest("thead, .needs-js, details:not([open])"))
            .map((one) => one.outerHTML.slice(0, 120))"""
    )
    return [str(html) for html in found]
