"""Packed records <-> one file, from which each can be taken without the others.

The file begins with the version of this program, a hash by which damage is seen, and the place of
its index; a file of another version, or that is not as it was written, is an empty shelf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Raw, Struct, field
from msgspec.msgpack import decode, encode

from samrum.checksum import Checksum
from samrum.digests import Digests
from samrum.names import Names, shared
from samrum.version import version_of
from samrum.writing import replacing

_DIGITS = 20
_HEAD = 32 + 1 + 32 + 1 + _DIGITS + 1
"""How many bytes the version, the hash and the place of the index take, with what ends each."""


class Packed(Struct, frozen=True):
    """A file in which nothing is wrong: its hashes, what it names, and its data."""

    digests: Digests
    names: Names
    data: bytes


class _Entry(Struct, frozen=True, array_like=True):
    """A packed record whose data, so many bytes, begin at a place in the file.

    Its names are packed, too, until they are asked for: all at once would take more memory.
    """

    digests: Digests
    names: Raw
    start: int
    length: int

    @classmethod
    def of(cls, packed: Packed, start: int) -> _Entry:
        """What the index tells of a packed record."""
        return cls(packed.digests, Raw(encode(packed.names)), start, len(packed.data))


class Shelf(Struct, frozen=True):
    """Packed records by what problems call their files; their data stay in the file till asked."""

    _file: BinaryIO = field(default_factory=BytesIO)
    _index: dict[str, _Entry] = field(default_factory=dict)
    _names: dict[object, Any] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """What is on the shelf."""
        return set(self._index)

    def put(self, name: str, packed: Packed) -> None:
        """Put a record on a new shelf, in memory, at its end."""
        self._index[name] = _Entry.of(packed, self._file.seek(0, SEEK_END))
        self._file.write(packed.data)

    def take(self, name: str, digest: str) -> Packed | None:
        """The record of a file, if it is here and the file has the digest."""
        found = self._index.get(name)
        if found is None or found.digests.whole != digest:
            return None
        self._file.seek(found.start)
        names = shared(decode(found.names, type=Names), self._names)
        return Packed(found.digests, names, self._file.read(found.length))


@contextmanager
def opened(path: Path) -> Iterator[Shelf]:
    """The shelf in a file; an empty one when there is none that can be used."""
    try:
        file = path.open("rb")
    except OSError:
        yield Shelf()
        return
    with file:
        yield _shelf(file)


def write(path: Path, records: Iterable[tuple[str, Packed]]) -> None:
    """Put records on a shelf in a file, whole or not at all; raises OSError."""
    digest = Checksum()
    index = {}
    start = _HEAD
    with replacing(path) as new:
        new.write(bytes(_HEAD))
        for name, one in records:
            new.write(one.data)
            digest.add(one.data)
            index[name] = _Entry.of(one, start)
            start += len(one.data)
        packed = encode(index)
        new.write(packed)
        digest.add(packed)
        new.seek(0)
        new.write(f"{version_of([])} {digest} {start:0{_DIGITS}}\n".encode())


def _shelf(file: BinaryIO) -> Shelf:
    head = file.read(_HEAD).split()
    digest = Checksum()
    while portion := file.read(1_000_000):
        digest.add(portion)
    if head[:2] != [version_of([]).encode(), str(digest).encode()]:
        return Shelf()
    file.seek(int(head[2]))
    return Shelf(file, decode(file.read(), type=dict[str, _Entry]))
