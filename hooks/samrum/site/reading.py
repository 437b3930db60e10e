"""The folder of records -> the contents of the site: the one place that reads the archive."""

from __future__ import annotations

from samrum.load import load
from samrum.pages import Edition, pages, start
from samrum.pages.edition import address
from samrum.pages.render import Renderer
from samrum.site.contents import Contents
from samrum.site.settings import Settings


def read(settings: Settings) -> Contents:
    """The contents of the folder of records, read anew."""
    catalogue, problems = load(settings.records, settings.project)
    edition = Edition(catalogue, settings.as_of, settings.site_url)
    return Contents(
        pages=tuple(pages(edition)),
        addresses={id: address(entry) for id, entry in catalogue.by_id.items()},
        problems=problems,
        start=start(edition),
        renderer=Renderer(settings.theme / "records", edition.markdown),
    )
