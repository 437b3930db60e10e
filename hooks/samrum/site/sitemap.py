"""Pages -> their entries in the sitemap that MkDocs writes, as its template would tell them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from samrum.pages.page import Outline

_END = "\n</urlset>"
_ENTRY = """
    <url>
         <loc>{address}</loc>
         <lastmod>{date}</lastmod>
    </url>"""


def with_pages(sitemap: str, pages: Iterable[Outline], site_url: str, date: str) -> str:
    """The sitemap with every listed page; as it is when the site does not know its address."""
    if not site_url:
        return sitemap
    # MkDocs lets the path of a site's address end in nothing but a slash.
    entries = (
        _ENTRY.format(address=escape(site_url + quote(page.address)), date=date)
        for page in pages
        if page.is_listed
    )
    before, end, after = sitemap.rpartition(_END)
    return "".join((before, *entries, end, after))
