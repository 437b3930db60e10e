"""Pages, their frames and their templates -> finished pages, and the files of a published site."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import click

from samrum.pages.page import Page
from samrum.pages.render import Renderer
from samrum.search.pagefind import Document
from samrum.site.frame import Frame
from samrum.site.place import Place

SEARCHABLE = "data-pagefind-body"
"""The attribute by which main.html says that a hand-written page can be found."""

_LONG_WORK = 1000
"""So many pages take about a second: from here on, progress is shown."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that finished pages are made of; nothing in it changes."""

    pages: Mapping[str, Page]
    """By address, in the order of the site."""
    frames: Mapping[Place, Frame]
    renderer: Renderer
    written: Mapping[str, str]
    """The HTML of the hand-written pages, by address."""
    records: Callable[[], Iterable[Document]]
    """What can be found in the records."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Attachments: where each is published, below the site, and where it is."""

    def html(self, page: Page) -> str:
        """The finished page; raises RenderError."""
        return self.frames[Place.of(page)].around(page, self.renderer.body(page))

    def documents(self) -> Iterator[Document]:
        """What can be searched, one at a time; not the start page, which tells of all others."""
        for address, text in self.written.items():
            if address and SEARCHABLE in text:
                yield Document(f"/{address}", text)
        yield from self.records()


def write_pages(publication: Publication, site: Path) -> None:
    """Write every page below the site's folder."""
    pages = publication.pages.values()
    hidden = len(pages) < _LONG_WORK
    with click.progressbar(pages, label="Pages", file=sys.stderr, hidden=hidden) as shown:
        for page in shown:
            path = _path(site, page)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(publication.html(page), encoding="utf-8", newline="")


def write_attachments(publication: Publication, site: Path) -> None:
    """Copy every attachment to its address."""
    for address, source in publication.files.items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, target)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by name, in folders as their names say."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _path(site: Path, page: Page) -> Path:
    return site / page.address / "index.html"
