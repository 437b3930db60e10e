"""Places -> prototype pages that MkDocs renders with slots in them -> the frames of the site."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePath

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from samrum.pages.page import Heading, Outline
from samrum.site.frame import NEXT_ENTRY, Frame, Slot
from samrum.site.place import Place
from samrum.site.settings import project

NAME = "samrum-prototype"
"""How the files of prototypes are called that stand in no navigation."""


class Prototypes:
    """One prototype for every place, and the frames that have been cut from them so far."""

    def __init__(self, pages: Iterable[Outline]) -> None:
        self.frames: dict[Place, Frame] = {}
        self._examples: dict[Place, Outline] = {}
        for page in pages:
            self._examples.setdefault(Place.of(page), page)
        self._places: dict[str, Place] = {}

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Put the prototypes among MkDocs' files, an index where the nav looks for it."""
        for number, place in enumerate(self._examples):
            name = "index" if place.is_index else f"{NAME}-{number}"
            file = _file(f"{place.section.value}/{name}.md", place, config)
            self._places[file.src_uri] = place
            files.append(file)

    def place_in_navigation(self, files: Files) -> None:
        """Put the prototypes below their section's index, so that the theme shows the way."""
        pages = {place: _page(files, uri) for uri, place in self._places.items()}
        indexes = {place.section: page for place, page in pages.items() if place.is_index}
        for place, page in pages.items():
            if not place.is_index:
                # MkDocs makes every parent active while the page is rendered, and afterwards
                # inactive again: this is all that a tab and the breadcrumbs need.
                page.parent = indexes.get(place.section)  # type: ignore[assignment]  # has `active` and `ancestors` as a Section
            elif page.title is None:
                # Other pages show the title; it must not be the slot that meta will have.
                page.title = str(escape(self._examples[place].title))

    def place_of(self, file: File) -> Place | None:
        """The place that a file is the prototype of, if it is one."""
        return self._places.get(file.src_uri)

    def is_skipped(self, message: str) -> bool:
        """Whether MkDocs says of a prototype that it wrote nothing, which is meant."""
        return message.startswith("Page skipped: ") and message.split("'")[1] in self._places


def head_slots(place: Place) -> dict[str, str]:
    """The metadata of a place's prototype."""
    slots = {"title": Slot.TITLE, "description": Slot.DESCRIPTION, "head": Slot.HEAD}
    filled = place.filled | {Slot.TITLE, Slot.DESCRIPTION}
    meta = {key: slot.value for key, slot in slots.items() if slot in filled}
    return meta if place.is_listed else {**meta, "unlisted": "true"}


def toc_slots(place: Place) -> TableOfContents:
    """The table of contents of a place's prototype."""
    if Slot.ANCHOR not in place.filled:
        return TableOfContents([])
    entries = [Heading(Slot.ANCHOR.value, Slot.HEADING.value), NEXT_ENTRY]
    return TableOfContents([AnchorLink(one.text, one.anchor, level=2) for one in entries])


def _file(uri: str, place: Place, config: MkDocsConfig) -> File:
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = f"{place.address}index.html"
    if Slot.SOURCE in place.filled:
        # MkDocs takes it as relative to docs/, and a record's file is told from the project.
        up = PurePath(os.path.relpath(project(config), config.docs_dir)).as_posix()
        file.edit_uri = f"{up}/{Slot.SOURCE.value}"
    return file


def _page(files: Files, uri: str) -> MkDocsPage:
    file = files.get_file_from_path(uri)
    assert file is not None and file.page is not None  # noqa: S101 - MkDocs gives every file of ours a page
    return file.page
