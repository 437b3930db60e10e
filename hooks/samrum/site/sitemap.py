"""Pages -> entries for the sitemap that MkDocs writes, in the shape that its template reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from samrum.pages.page import Outline


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What the sitemap tells of a page."""

    canonical_url: str
    update_date: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """What the sitemap's template looks for a page in."""

    page: SitemapPage


def entries(pages: Iterable[Outline], site_url: str, date: str) -> Iterator[SitemapFile]:
    """An entry for every listed page; none when the site does not know its address, as MkDocs."""
    if not site_url:
        return
    # MkDocs lets the path of a site's address end in nothing but a slash.
    for page in pages:
        if page.is_listed:
            yield SitemapFile(SitemapPage(site_url + quote(page.address), date))
