"""Made-up records -> the same pages for other generators, as values.

They are read from the pages that we make of the records, so they say what ours say, and have links
where ours have links. What our pages work out from the whole archive, these are given ready-made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from samrum.addresses import Section
from samrum.site.reading import read
from samrum.site.settings import Settings
from tests.benchmarks.blocks import PeerPage
from tests.benchmarks.body_blocks import blocks_of
from tests.benchmarks.generator import archive

SITE_NAME = "Exempelarkivet"
_TODAY = date(2026, 1, 15)
_INTRODUCTION = Markup("<p>Beslut och protokoll.</p>")


@dataclass(frozen=True, slots=True)
class OurPage:
    """A page as we make it; a list is a section's first page, or the start page."""

    address: str
    title: str
    body: str
    is_list: bool


def peer_page(our: OurPage) -> PeerPage:
    """The same page for another generator."""
    blocks = blocks_of(our.body, f"/{our.address}")
    return PeerPage(our.address.strip("/"), our.title, blocks, our.is_list)


def our_pages(pages: int, theme: Path) -> Iterator[OurPage]:
    """All pages of an archive that has so many, by the templates of a theme; first the start page.

    The search page is left out: it says what one can work with there, and others have none.
    """
    with TemporaryDirectory() as folder:
        project = Path(folder)
        archive(project / "records", pages)
        contents = read(_settings(project, theme))
    if contents.problems:
        raise ValueError(f"made-up records are wrong: {contents.problems[0]}")
    body = contents.renderer.render("start.html", {**contents.start, "intro": _INTRODUCTION}, "")
    yield OurPage("", SITE_NAME, body, is_list=True)
    for one in contents.pages:
        if one.section is Section.SEARCH:
            continue
        body = contents.renderer.body(one.page()).decode()
        yield OurPage(one.address, one.title, body, is_list=one.is_index)


def _settings(project: Path, theme: Path) -> Settings:
    return Settings(
        project=project,
        records=project / "records",
        theme=theme,
        site_url="https://arkivet.example/",
        as_of=_TODAY,
        csp_meta=False,
        drafts=False,
        history_url="",
        search=False,
    )
