"""axe finds nothing, on any kind of page, narrow or wide, light or dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.visit import Visit

WIDTHS = (320, 1280)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, width: int, visit: Visit) -> None:
    assert_axe_finds_nothing(visit(kind, width=width))


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_among_the_hits_of_a_search(width: int, visit: Visit) -> None:
    assert_axe_finds_nothing(visit.searches("beslut", width=width))


def test_axe_finds_nothing_where_a_search_is_narrowed_on_a_phone(visit: Visit) -> None:
    page = visit.searches("beslut", width=320)
    page.get_by_role("button", name="Begränsa").click()

    assert_axe_finds_nothing(page)


def test_axe_finds_nothing_with_the_menu_open(visit: Visit) -> None:
    page = visit("start", width=320)
    page.get_by_role("button", name="Meny").click()

    assert_axe_finds_nothing(page)


def assert_axe_finds_nothing(page: Page) -> None:
    """Fail with every rule that is broken, and where; a theme differs by its colours alone."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = violations(page, TAGS)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"in the dark, {line}" for line in violations(page, COLOURS)]
    assert not found, "\n".join(["", *found])


def violations(page: Page, rules: list[str]) -> list[str]:
    """What axe finds: the rule, what it is about, some elements, and where the cure is told."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return [
        f"{rule['id']}: {rule['help']}\n    {rule['helpUrl']}{elements(rule)}"
        for rule in Axe().run(page, options=options).response["violations"]
    ]


def elements(rule: dict[str, Any]) -> str:
    """The first elements that break a rule, and why they do."""
    nodes = rule["nodes"]
    shown = [
        f"\n  - {' '.join(map(str, node['target']))}\n    {node['html'][:160]}"
        f"\n    {node['failureSummary'].splitlines()[-1].strip()}"
        for node in nodes[:5]
    ]
    more = f"\n  - and {len(nodes) - 5} more" if len(nodes) > 5 else ""
    return "".join(shown) + more
