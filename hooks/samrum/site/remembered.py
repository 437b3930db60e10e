"""What a build wrote, and from what -> a file, by which the next build knows what is still so.

The file may be deleted, and one that is broken, or written by another version, is as good as none:
the pages are made anew then, and are the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from samrum.lookups import Fingerprints, Lookup
from samrum.sealed import seal, unsealed
from samrum.site.staging import Stamp


@dataclass(frozen=True, slots=True)
class Written:
    """A page that is in the site: what it was made from, and the stamp of its file.

    `key` stands for all that is known before the page is made; `lookups` are the numbers of those
    in the memory that were made while it was, as text: "3 17 40", a fifth of what numbers take.
    """

    key: str
    lookups: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Memory:
    """Pages by address, and what all their lookups found."""

    pages: Mapping[str, Written] = field(default_factory=dict)
    lookups: tuple[Lookup, ...] = ()
    fingerprints: tuple[str, ...] = ()

    def outdated(self, now: Fingerprints) -> frozenset[str]:
        """The numbers of the lookups that find something else now."""
        known = enumerate(zip(self.lookups, self.fingerprints, strict=True))
        return frozenset(str(number) for number, (lookup, then) in known if now.of(lookup) != then)

    def of(self, page: Written) -> list[Lookup]:
        """The lookups of a page."""
        return [self.lookups[int(number)] for number in page.lookups.split()]

    def renewed(
        self,
        kept: Mapping[str, Written],
        new: Mapping[str, tuple[str, Iterable[Lookup], Stamp]],
        now: Fingerprints,
    ) -> Memory:
        """The memory of pages that are still as they were, and of new ones.

        A new page has its key, its lookups and its stamp. Lookups that no page makes any more are
        forgotten when they are as many as those that are made.
        """
        used = {number for page in kept.values() for number in page.lookups.split()}
        if len(used) * 2 < len(self.lookups):
            told = {
                address: (page.key, self.of(page), page.stamp) for address, page in kept.items()
            }
            return Memory().renewed({}, {**told, **new}, now)
        numbers = {lookup: number for number, lookup in enumerate(self.lookups)}
        pages = dict(kept)
        for address, (key, lookups, stamp) in new.items():
            found = [str(numbers.setdefault(one, len(numbers))) for one in lookups]
            pages[address] = Written(key, " ".join(found), stamp)
        return Memory(pages, tuple(numbers), tuple(map(now.of, numbers)))


def read(path: Path, version: str) -> Memory:
    """The memory in a file; an empty one if there is none, or it is not of this version."""
    text = unsealed(path, version)
    if text is None:
        return Memory()
    lookups, fingerprints, *pages = text.splitlines()
    return Memory(
        pages=dict(map(_page, pages)),
        lookups=tuple(map(tuple, json.loads(lookups))),
        fingerprints=tuple(json.loads(fingerprints)),
    )


def write(path: Path, version: str, memory: Memory) -> None:
    """Put a memory in a file, whole or not at all."""
    pages = ((address, one.key, one.lookups, one.stamp) for address, one in memory.pages.items())
    # A line for each page: to take them in one by one needs half the memory.
    lines = map(json.dumps, chain((memory.lookups, memory.fingerprints), pages))
    seal(path, version, b"\n".join(line.encode() for line in lines))


def _page(line: bytes) -> tuple[str, Written]:
    address, key, lookups, stamp = json.loads(line)
    return address, Written(key, lookups, tuple(stamp))
