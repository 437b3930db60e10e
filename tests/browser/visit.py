"""A browser window and a site -> pages of the site, by their kind."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.kinds import address_of


class Visit:
    """A visitor with one browser window."""

    def __init__(self, page: Page, site: Path, site_url: str) -> None:
        self._page = page
        page.set_default_timeout(10_000)
        self._site = site
        self._site_url = site_url

    def __call__(self, kind: str, *, width: int = 1280, query: str = "") -> Page:
        """The page of a kind, loaded in a window so many CSS pixels wide."""
        self._page.set_viewport_size({"width": width, "height": 800})
        response = self._page.goto(self._site_url + address_of(kind, self._site) + query)
        assert response is not None
        assert response.ok or kind == "missing page", response.url
        return self._page

    def searches(self, words: str, *, width: int = 1280) -> Page:
        """The search page when it shows what it has found."""
        page = self("search", width=width, query=f"?q={words}")
        page.locator("[data-hits] a").first.wait_for()
        return page
