"""The page on which a visitor searches; what it finds comes from the index beside the site."""

from __future__ import annotations

from collections.abc import Iterator

from samrum.addresses import Section
from samrum.pages.edition import Edition
from samrum.pages.page import Page


def search_pages(edition: Edition) -> Iterator[Page]:
    """The search page."""
    yield Page(
        address="sok/",
        section=Section.SEARCH,
        title="Sök",
        description="Sök bland protokoll, beslut, strategier, fallstudier och ärenden.",
        template="search.html",
        context={},
        head=(
            '<link rel="stylesheet" href="../pagefind/pagefind-ui.css">'
            '<script src="../pagefind/pagefind-ui.js" defer></script>'
            '<script type="module" src="../scripts/search.js"></script>'
        ),
    )
