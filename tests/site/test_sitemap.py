"""Pages of records in the sitemap."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import mkdocs
import pytest
from jinja2 import Environment, FileSystemLoader

from samrum.site.sitemap import SitemapError, with_pages
from tests.site.project import page

SITE = "https://arkivet.example/a&b/"
TEMPLATES = Path(mkdocs.__file__).parent / "templates"


def of_mkdocs(*urls: str) -> str:
    pages = [SimpleNamespace(canonical_url=url, update_date="2024-06-01") for url in urls]
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    template = environment.get_template("sitemap.xml")
    return template.render(pages=[SimpleNamespace(page=one) for one in pages])


def test_a_page_stands_there_as_mkdocs_writes_its_own() -> None:
    outline = page("beslut/å/")

    told = with_pages(of_mkdocs(SITE), [outline], SITE, "2024-06-01")

    assert told == of_mkdocs(SITE, f"{SITE}beslut/%C3%A5/")


def test_a_sitemap_of_another_form_is_refused() -> None:
    with pytest.raises(SitemapError, match="</urlset>"):
        with_pages("<urlset></urlset>", [page("beslut/x/")], SITE, "2024-06-01")
