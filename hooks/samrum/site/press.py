"""Outlines -> finished pages in a folder, and what each was made from; by several processes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from samrum import workers
from samrum.addresses import Section
from samrum.lookups import Lookup, file_of
from samrum.pages.page import Outline, Page
from samrum.progress import progress
from samrum.site.place import Place
from samrum.site.policy import Policy, PolicyError, may_hold_script
from samrum.site.publication import Publication
from samrum.site.remembered import Register

_PORTION = 50
"""How many pages a process makes at a time."""

_MANY = 400
"""How many pages it takes before other processes are worth their start: about half a second."""

_LONG_WORK = 1000
"""So many pages take about a second."""


class Printed(Struct, frozen=True):
    """A page that is in the folder now: its key, and the numbers of what was looked up for it."""

    address: str
    key: str
    lookups: str


class _Portion(Struct, frozen=True):
    """What was printed: the key of each page, and its lookups by their places among all of them."""

    keys: list[str]
    places: list[list[int]]
    lookups: list[Lookup]


def print_pages(
    outlines: Sequence[Outline],
    publication: Publication,
    folder: Path,
    policy: Policy | None,
    processes: int,
    register: Register,
) -> Iterator[Printed]:
    """Make the pages below a folder; raises RenderError, PolicyError and WorkerError.

    Those of one record file are made together: a protocol and its decisions say much the same.
    So do lists and the pages of bodies, which list the same records.
    """
    together = sorted(outlines, key=_beside)
    made = {outline.address: outline for outline in together}
    work = workers.portions(tuple(made), _PORTION)
    task = partial(_print, made, publication, folder, _Gate(publication, policy))
    if len(outlines) < _MANY:
        processes = 1
    if processes > 1:
        publication.renderer.prepare()
    found = workers.results(task, work, processes)
    with progress("Pages", len(outlines), _LONG_WORK) as bar:
        for addresses, portion in zip(work, found, strict=True):
            numbers = [str(register.number(one)) for one in portion.lookups]
            for address, key, places in zip(addresses, portion.keys, portion.places, strict=True):
                yield Printed(address, key, " ".join([numbers[place] for place in places]))
            bar.update(len(addresses))


def _beside(outline: Outline) -> tuple[bool, str]:
    lists = outline.source is None or outline.section is Section.ORGANIZATIONS
    return not lists, outline.source or ""


class _Gate:
    """Lets no page through that its policy would break; what a frame holds is looked at once."""

    def __init__(self, publication: Publication, policy: Policy | None) -> None:
        self._policy = policy
        self._sound = {
            place
            for place, frame in publication.frames.items()
            if policy and not policy.refused(frame.alone)
        }

    def check(self, page: Page, place: Place, body: bytes, html: bytes) -> None:
        """Raise PolicyError for a page with a script that the policy keeps from running."""
        if self._policy is None:
            return
        # All else that stands in a frame is text.
        own = body + page.head.encode() if page.head else body
        if place in self._sound and not may_hold_script(own):
            return
        if self._policy.refused(html):
            raise PolicyError.of(f"{page.address}index.html")


def _print(
    outlines: Mapping[str, Outline],
    publication: Publication,
    folder: Path,
    gate: _Gate,
    addresses: Sequence[str],
) -> _Portion:
    # Each step for all pages before the next: a processor that goes from one to the other and back
    # has forgotten the way each time, and takes a fifth longer.
    made = [outlines[address] for address in addresses]
    places = list(map(Place.of, made))
    noted: list[set[Lookup]] = [{file_of(one.source)} if one.source else set() for one in made]
    into = publication.lookups.into
    pages = [into(seen, one.page) for one, seen in zip(made, noted, strict=True)]
    finished: list[bytes] = []
    for page, place, seen in zip(pages, places, noted, strict=True):
        body = into(seen, publication.renderer.body, page)
        html = publication.frames[place].around(page, body)
        gate.check(page, place, body, html)
        finished.append(html)
    for page, html in zip(pages, finished, strict=True):
        _write(f"{folder}/{page.address}", html)
    lookups: dict[Lookup, int] = {}
    return _Portion(
        keys=list(map(publication.key, made, places)),
        places=[[lookups.setdefault(one, len(lookups)) for one in seen] for seen in noted],
        lookups=list(lookups),
    )


def _write(folder: str, html: bytes) -> None:
    """Write a page in its folder, which ends in a slash."""
    # By texts, because to make paths as objects takes half as long as all the writing.
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
    with open(f"{folder}index.html", "wb") as file:  # noqa: PTH123 - as above
        file.write(html)
