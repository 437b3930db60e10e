"""The page on which a visitor searches; what it finds comes from the index beside the site."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from samrum.addresses import Section
from samrum.pages.edition import Edition
from samrum.pages.page import Content, Outline

_MODULES = (
    "scripts/search/address.js",
    "scripts/search/engine.js",
    "scripts/search/hits.js",
    "scripts/search/letters.js",
    "scripts/search/marks.js",
    "scripts/search/query.js",
    "scripts/search/sentence.js",
    "scripts/search/spelling.js",
    "scripts/search/table.js",
    "scripts/search/view.js",
    "scripts/search/when.js",
    "pagefind/pagefind.js",
)
"""What the page's script imports, and is to be fetched at once and not one after the other."""

_DATA = ("pagefind/samrum-table.json", "pagefind/samrum-words.txt")


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
    for name in _MODULES:
        yield Markup('<link rel="modulepreload" href="../{}">').format(name)
    for name in _DATA:
        preload = '<link rel="preload" href="../{}" as="fetch" crossorigin>'
        yield Markup(preload).format(name)  # noqa: S704 - a constant of the line above
    yield '<script type="module" src="../scripts/search.js"></script>'
