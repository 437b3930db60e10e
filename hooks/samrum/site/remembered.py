"""What a build wrote, and from what -> a file, by which the next build knows what is still so.

The file may be deleted, and one that is broken, or written by another version, is as good as none:
the pages are made anew then, and are the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.json import decode, encode
from msgspec.structs import replace

from samrum.lookups import Fingerprints, Lookup
from samrum.sealed import seal, unsealed
from samrum.site.staging import Stamp

_PORTION = 500
"""How many pages are told in one line of the file."""


class Written(Struct, frozen=True, array_like=True):
    """A page that is in the site: what it was made from, and the stamp of its file.

    `key` stands for all that is known before the page is made; `lookups` are the numbers of those
    in the memory that were made while it was, as text: "3 17 40", a fifth of what numbers take.
    """

    key: str
    lookups: str
    stamp: Stamp


_Portion: TypeAlias = list[tuple[str, Written]]
"""Some pages, each with its address."""


class Memory(Struct, frozen=True):
    """Pages by address, and what all their lookups found."""

    pages: Mapping[str, Written] = field(default_factory=dict)
    lookups: tuple[Lookup, ...] = ()
    fingerprints: tuple[str, ...] = ()

    def outdated(self, register: Register) -> frozenset[str]:
        """The numbers of the lookups that find something else now."""
        # The register begins with those of this memory, and may have more by now.
        known = enumerate(zip(self.fingerprints, register.fingerprints, strict=False))
        return frozenset(str(number) for number, (then, now) in known if then != now)

    def renewed(self, pages: Mapping[str, Written], register: Register) -> Memory:
        """The memory of pages that are still as they were, and of new ones.

        Lookups that no page makes any more are forgotten when they are as many as those that are
        made.
        """
        renewed = Memory(pages, register.lookups, tuple(register.fingerprints))
        used = {number for page in pages.values() for number in page.lookups.split()}
        return renewed._only(used) if len(used) * 2 < len(renewed.lookups) else renewed

    def _only(self, used: Collection[str]) -> Memory:
        left = [number for number in range(len(self.lookups)) if str(number) in used]
        now = {str(number): str(place) for place, number in enumerate(left)}
        return Memory(
            {
                address: replace(page, lookups=" ".join([now[one] for one in page.lookups.split()]))
                for address, page in self.pages.items()
            },
            tuple(self.lookups[number] for number in left),
            tuple(self.fingerprints[number] for number in left),
        )


class Register:
    """Lookups with their numbers, those of a memory first, and what each finds now."""

    def __init__(self, memory: Memory, now: Fingerprints) -> None:
        self._now = now
        self._numbers = {lookup: number for number, lookup in enumerate(memory.lookups)}
        self.fingerprints = list(map(now.of, self._numbers))

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        """All of them, in the order of their numbers."""
        return tuple(self._numbers)

    def number(self, lookup: Lookup) -> int:
        """The number of a lookup, which is a new one if it is not known."""
        number = self._numbers.setdefault(lookup, len(self._numbers))
        if number == len(self.fingerprints):
            self.fingerprints.append(self._now.of(lookup))
        return number


def read(path: Path, version: str) -> Memory:
    """The memory in a file; an empty one if there is none, or it is not of this version."""
    text = unsealed(path, version)
    if text is None:
        return Memory()
    lookups, fingerprints, *portions = text.splitlines()
    return Memory(
        pages=dict(chain.from_iterable(decode(one, type=_Portion) for one in portions)),
        lookups=decode(lookups, type=tuple[Lookup, ...]),
        fingerprints=decode(fingerprints, type=tuple[str, ...]),
    )


def write(path: Path, version: str, memory: Memory) -> None:
    """Put a memory in a file, whole or not at all."""
    pages = list(memory.pages.items())
    # Some pages to a line: to take in all at once needs twice the memory, and one by one the time.
    portions = (pages[start : start + _PORTION] for start in range(0, len(pages), _PORTION))
    lines = map(encode, chain((memory.lookups, memory.fingerprints), portions))
    seal(path, version, b"\n".join(lines))
