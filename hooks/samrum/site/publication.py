"""Outlines, frames and templates -> finished pages, and all else that a site is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.msgpack import encode

from samrum.checksum import digest_of
from samrum.lookups import Lookups
from samrum.pages.page import Outline
from samrum.pages.render import Renderer
from samrum.search.pagefind import Document
from samrum.site.frame import Frame
from samrum.site.place import Place

SEARCHABLE = "data-pagefind-body"
"""The attribute by which main.html says that a hand-written page can be found."""


class Publication(Struct, frozen=True, dict=True):
    """Everything that finished pages are made of; nothing in it changes."""

    pages: Mapping[str, Outline]
    """By address, in the order of the site."""
    frames: Mapping[Place, Frame]
    renderer: Renderer
    written: Mapping[str, str]
    """The HTML of the hand-written pages, by address."""
    records: Callable[[], Iterable[Document]]
    """What can be found in the records."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Attachments: where each is published, below the site, and where it is."""
    lookups: Lookups = field(default_factory=Lookups)
    """What is looked up while a page is made."""

    def html(self, outline: Outline, place: Place) -> bytes:
        """The finished page that stands in a place, in UTF-8; raises RenderError."""
        page = outline.page()
        return self.frames[place].around(page, self.renderer.body(page))

    def key(self, one: Outline, place: Place) -> str:
        """What the page in a place is made from beside what is looked up for it."""
        known = (self._frames[place], one.title, one.template, one.toc, one.source, str(one.head))
        return digest_of(encode(known))

    @cached_property
    def _frames(self) -> dict[Place, str]:
        frames = {place: repr(frame) for place, frame in self.frames.items()}
        return {place: digest_of(text.encode()) for place, text in frames.items()}

    def documents(self) -> Iterator[Document]:
        """What can be searched, one at a time; not the start page, which tells of all others."""
        for address, text in self.written.items():
            if address and SEARCHABLE in text:
                yield Document(f"/{address}", text)
        yield from self.records()
