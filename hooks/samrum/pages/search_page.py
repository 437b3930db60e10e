"""The page on which a visitor searches; what it finds comes from the index beside the site."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from samrum.addresses import Section
from samrum.pages.edition import Edition
from samrum.pages.page import Content, Outline

_START = "scripts/search/client.js"
"""What the page runs first: it asks for all that the search needs."""

_MODULES = (
    "scripts/search/address.js",
    "scripts/search/view.js",
    "pagefind/pagefind.js",
)
"""What the page's script imports, and the largest that its worker does: to be fetched at once."""

_WORKER_MODULES = (
    "scripts/search/worker.js",
    "scripts/search/engine.js",
    "scripts/search/hits.js",
    "scripts/search/letters.js",
    "scripts/search/query.js",
    "scripts/search/sentence.js",
    "scripts/search/spelling.js",
    "scripts/search/table.js",
)
"""What the worker imports; the index is ten times as large, and goes before them."""


def search_pages(edition: Edition) -> Iterator[Outline]:
    """The search page."""
    yield Outline(
        address="sok/",
        section=Section.SEARCH,
        title="Sök",
        template="search.html",
        content=lambda: Content(
            "Sök bland protokoll, beslut, strategier, fallstudier och ärenden.", {}
        ),
        head="".join(_head()),
    )


def _head() -> Iterator[str]:
    # Browsers hold scripts back for the sake of what is painted, and this one is 800 bytes.
    start = '<script type="module" async fetchpriority="high" src="../{}"></script>'
    yield Markup(start).format(_START)  # noqa: S704 - a constant of the line above
    yield '<script type="module" src="../scripts/search.js"></script>'
    for name in _MODULES:
        yield Markup('<link rel="modulepreload" href="../{}">').format(name)
    for name in _WORKER_MODULES:
        preload = '<link rel="modulepreload" fetchpriority="low" href="../{}">'
        yield Markup(preload).format(name)  # noqa: S704 - a constant of the line above
