"""Outlines -> finished pages in a folder, and what each was made from; by several processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from samrum import workers
from samrum.lookups import Lookup, file_of
from samrum.pages.page import Outline
from samrum.progress import progress
from samrum.site.policy import Policy, PolicyError
from samrum.site.publication import Publication

_PORTION = 200
"""How many pages a process makes at a time."""

_MANY = 400
"""How many pages it takes before other processes are worth their start: about half a second."""

_LONG_WORK = 1000
"""So many pages take about a second."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The address of a page that is in the folder now, and what was looked up for it."""

    address: str
    lookups: tuple[Lookup, ...]


def print_pages(
    outlines: Sequence[Outline],
    publication: Publication,
    folder: Path,
    policy: Policy | None,
    processes: int,
) -> Iterator[Printed]:
    """Make the pages below a folder; raises RenderError, PolicyError and WorkerError.

    Those of one record file are made together: a protocol and its decisions say much the same.
    """
    together = sorted(outlines, key=lambda one: one.source or "")
    made = {outline.address: outline for outline in together}
    work = workers.portions(tuple(made), _PORTION)
    task = partial(_print, made, publication, folder, policy)
    if len(outlines) < _MANY:
        processes = 1
    if processes > 1:
        publication.renderer.prepare()
    found = workers.results(task, work, processes)
    with progress("Pages", len(outlines), _LONG_WORK) as bar:
        # What comes from another process is a copy, and most pages look up the same.
        same: dict[Lookup, Lookup] = {}
        for portion, lookups in zip(work, found, strict=True):
            for address, looked_up in zip(portion, lookups, strict=True):
                yield Printed(address, tuple(same.setdefault(one, one) for one in looked_up))
            bar.update(len(portion))


def _print(
    outlines: dict[str, Outline],
    publication: Publication,
    folder: Path,
    policy: Policy | None,
    addresses: Sequence[str],
) -> list[tuple[Lookup, ...]]:
    """The lookups of each page, in the order of the addresses."""
    found = []
    for address in addresses:
        outline = outlines[address]
        with publication.lookups.apart() as lookups:
            html = publication.html(outline)
        if outline.source:
            lookups.add(file_of(outline.source))
        if policy and policy.refused(html):
            raise PolicyError.of(f"{address}index.html")
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html)
        found.append(tuple(sorted(lookups)))
    return found
