"""A visitor who enlarges, spaces out or recolours what there is to read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.visit import Visit

# https://www.w3.org/TR/WCAG22/#text-spacing
TEXT_SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
"""

OUTSIDE = """() => [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
        && element.checkVisibility() && !element.closest(".table-scroll *, .skip");
}).map((element) => element.outerHTML.slice(0, 120))"""
"""Elements that reach out of the window; a table has a frame of its own to scroll in."""

CUT = """() => [...document.body.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const clips = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
    return element.innerText?.trim() && !element.closest(".visually-hidden, svg")
        && element.checkVisibility()
        && ((clips("X") && element.scrollWidth > element.clientWidth + 1)
            || (clips("Y") && element.scrollHeight > element.clientHeight + 1));
}).map((element) => element.outerHTML.slice(0, 120))"""
"""Elements whose text is cut off."""


# 1280 px at 400 % are 320 px, and of the height little is left.
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_at_400_percent_scrolls_one_way_only(kind: str, visit: Visit) -> None:
    page = visit(kind, width=320)
    page.set_viewport_size({"width": 320, "height": 256})

    assert_all_can_be_read(page)


@pytest.mark.parametrize("kind", KINDS)
def test_text_may_be_twice_as_large_and_spaced_out(kind: str, visit: Visit) -> None:
    page = visit(kind)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_all_can_be_read(page)

    page.evaluate("document.documentElement.style.fontSize = ''")
    # A style element would be refused by the security policy.
    page.evaluate(
        """(rules) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets.push(sheet);
        }""",
        TEXT_SPACING,
    )
    assert_all_can_be_read(page)

    page.set_viewport_size({"width": 320, "height": 800})
    assert_all_can_be_read(page)


def test_hits_at_400_percent_scroll_one_way_only(visit: Visit) -> None:
    assert_all_can_be_read(visit.searches("beslut", width=320))


@pytest.mark.parametrize("kind", ["start", "one of protokoll", "list of beslut"])
def test_nothing_moves_for_those_who_ask_for_that(kind: str, visit: Visit) -> None:
    page = visit(kind)
    page.emulate_media(reduced_motion="reduce")

    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
            const style = getComputedStyle(element);
            return style.scrollBehavior === "smooth"
                || [style.transitionDuration, style.animationDuration].some(
                    (duration) => duration.split(", ").some((one) => parseFloat(one) > 0.01));
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )

    assert moving == []


def test_the_focus_can_be_seen_in_the_visitors_own_colours(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.emulate_media(forced_colors="active")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    outline = page.evaluate(
        """() => {
            const style = getComputedStyle(document.activeElement);
            return [style.outlineStyle, parseFloat(style.outlineWidth)];
        }"""
    )

    assert outline[0] != "none"
    assert outline[1] >= 3


def test_badges_have_an_edge_in_the_visitors_own_colours(visit: Visit) -> None:
    page = visit("list of arenden")
    page.emulate_media(forced_colors="active")

    edges = page.locator("main .badge").evaluate_all(
        """(badges) => badges.map((badge) => {
            const style = getComputedStyle(badge);
            return badge.innerText.trim() !== "" && style.borderTopStyle !== "none"
                && parseFloat(style.borderTopWidth) >= 1
                && style.borderTopColor !== style.backgroundColor;
        })"""
    )

    assert edges
    assert all(edges)


def test_the_menu_shows_where_we_are_in_the_visitors_own_colours(visit: Visit) -> None:
    page = visit("list of beslut")
    page.emulate_media(forced_colors="active")
    links = page.get_by_role("navigation", name="Huvudmeny").get_by_role("link")

    looks = links.evaluate_all(
        """(links) => links.map((link) => {
            const style = getComputedStyle(link);
            return [link.hasAttribute("aria-current"), style.borderBottomColor,
                    style.borderBottomWidth, style.borderBottomStyle, style.fontWeight,
                    style.textDecorationLine, style.outlineStyle].map(String);
        })"""
    )

    here = {tuple(look[1:]) for look in looks if look[0] == "true"}
    elsewhere = {tuple(look[1:]) for look in looks if look[0] == "false"}
    assert here
    assert not here & elsewhere


def assert_all_can_be_read(page: Page) -> None:
    """Fail with what stands outside of the window or is cut off."""
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(CUT) == []
