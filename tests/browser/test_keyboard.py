"""A visitor with a keyboard and no mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, digits
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visit

WIDTHS = (320, 1280)
LONG_KINDS = ("start", "list of beslut", "one of protokoll", "one of beslut", "calendar")

FOCUS_STOP = """() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // A pixel of a device is less than one of CSS: a scrolled page may miss by a part.
    const slack = 1;
    return {
        name: element.outerHTML.slice(0, 120),
        isNowhere: element === document.body,
        isVisible: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        fits: box.height <= innerHeight && box.width <= innerWidth,
        isInside: box.left >= -slack && box.right <= innerWidth + slack
            && box.top >= -slack && box.bottom <= innerHeight + slack,
        isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    };
}"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", LONG_KINDS)
def test_every_stop_of_the_tab_key_can_be_seen(kind: str, width: int, visit: Visit) -> None:
    page = visit(kind, width=width)
    page.emulate_media(reduced_motion="reduce")

    stops = list(tab_stops(page))

    assert len(stops) > 5
    assert [stop["name"] for stop in stops if not stop["isVisible"] or not stop["isSeen"]] == []
    assert [stop["name"] for stop in stops if stop["fits"] and not stop["isInside"]] == []
    assert [stop["name"] for stop in stops if stop["outline"] < 3] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_stop_leads_past_the_header(width: int, visit: Visit) -> None:
    page = visit("one of beslut", width=width)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    page.keyboard.press("Tab")
    expect(page.get_by_role("main").locator(":focus")).to_have_count(1)


def test_the_menu_opens_and_closes_and_gives_focus_back(visit: Visit) -> None:
    page = visit("start", width=320)
    button = page.get_by_role("button", name="Meny")
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()

    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu.get_by_role("link").first).to_be_visible()

    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()

    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()


def test_the_menu_leads_to_its_pages(visit: Visit) -> None:
    page = visit("start", width=320)
    page.get_by_role("button", name="Meny").press("Space")
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Beslut").press(
        "Enter"
    )

    expect(page).to_have_url(re.compile(r"/beslut/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Beslut")


def test_a_wide_window_shows_the_menu_and_no_button_for_it(visit: Visit) -> None:
    page = visit("start", width=1280)

    expect(page.get_by_role("button", name="Meny")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_words_typed_in_the_header_are_searched_for(width: int, visit: Visit) -> None:
    page = visit("one of beslut", width=width)
    field = page.get_by_role("banner").get_by_role("searchbox")
    field.focus()
    page.keyboard.type("hjälpmedel")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/sok/\?q=hj"))
    expect(page.locator("[data-hits] a").first).to_be_visible()


def test_hits_are_reached_and_opened_with_the_keyboard(visit: Visit) -> None:
    page = visit.searches("hjälpmedel")
    page.get_by_role("main").get_by_role("searchbox").focus()
    hit = page.locator("[data-hits] a", has_text="jälpmedel").first

    for _ in range(30):
        page.keyboard.press("Tab")
        if is_focused(hit):
            break
    page.keyboard.press("Enter")

    expect(page).not_to_have_url(re.compile("/sok/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("jälpmedel")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_somebody_chooses(system: str, visit: Visit) -> None:
    page = visit("start")
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    button = page.get_by_role("button", name=re.compile("läge", re.IGNORECASE))
    expect(page.locator("html")).not_to_have_attribute("data-theme", re.compile("."))
    assert is_dark(page) == (system == "dark")
    assert stored(page) == 0

    button.press("Enter")
    assert is_dark(page) != (system == "dark")
    assert stored(page) == 1

    visit("one of beslut")
    assert is_dark(page) != (system == "dark")

    button.press("Space")
    assert is_dark(page) == (system == "dark")
    assert stored(page) == 0


def test_a_paragraph_has_a_link_to_itself(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.emulate_media(reduced_motion="reduce")
    link = page.get_by_role("main").get_by_role("link", name=re.compile("^Länk till §")).last
    anchor = link.get_attribute("href")

    link.press("Enter")

    assert anchor is not None
    expect(page).to_have_url(re.compile(re.escape(anchor) + "$"))
    expect(page.locator(anchor)).to_be_in_viewport()


def test_the_address_of_a_paragraph_is_copied_and_that_is_said(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name=re.compile("^Kopiera länken till § 30")).first

    button.press("Enter")

    expect(page.get_by_role("status").filter(has_text="Kopierat")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == f"{page.url}#p30"


@pytest.mark.parametrize("kind", ["start", "one of protokoll", "list of beslut"])
def test_no_letter_or_digit_does_anything_by_itself(kind: str, visit: Visit) -> None:
    page = visit(kind)
    before = state(page)

    for key in (*ascii_lowercase, *digits, *".,/?+-"):
        page.keyboard.press(key)

    assert state(page) == before


def tab_stops(page: Page) -> Iterator[dict[str, Any]]:
    """Every element that the Tab key stops at, from the top of the page to its end."""
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS_STOP)
        if stop["isNowhere"]:
            return
        yield stop
    raise AssertionError(f"the Tab key does not leave the page; it stays at {stop['name']}")


def is_focused(element: Locator) -> bool:
    """Whether an element has the focus."""
    return bool(element.evaluate("element => element === document.activeElement"))


def is_dark(page: Page) -> bool:
    """Whether the page is light on dark, as it is painted."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) < 3 * 128


def stored(page: Page) -> int:
    """How many things the page keeps in the browser."""
    return int(page.evaluate("localStorage.length + sessionStorage.length"))


def state(page: Page) -> list[Any]:
    """Where the visitor is: the address, the place on the page, and the focus."""
    place = "[location.href, scrollX, scrollY, document.activeElement.outerHTML.slice(0, 80)]"
    return list(page.evaluate(place))
