"""What a first search costs its reader: every byte of it, as a host sends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.search.wire import Answer, Line, slowly_served

MOST_BYTES = 150_000


@pytest.fixture
def answers(page: Page, site: Path, site_url: str) -> list[Answer]:
    """All that is sent from the first address to the first hits."""
    line = Line(is_slow=False)
    with slowly_served(site, line) as url:
        page.goto(f"{url}sok/?q=hjälpmedel")
        page.locator("[data-hits][data-query='hjälpmedel']").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
    return line.answers


def test_the_first_search_loads_little_more_than_its_words(answers: list[Answer]) -> None:
    names = {one.path for one in answers}

    assert {"pagefind/samrum-table.json", "pagefind/pagefind.sv.pf_meta"} <= names
    assert sum(one.size for one in answers if one.is_search) <= MOST_BYTES


def test_nothing_is_loaded_twice(answers: list[Answer]) -> None:
    paths = [one.path for one in answers]

    assert sorted(paths) == sorted(set(paths))
