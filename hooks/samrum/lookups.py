"""A catalogue -> the same one, noting what is looked up in it, and whether that has changed since.

A page depends on what was looked up while it was made: its own record, the names of the bodies in
it, who mentions it, the meetings before and after. When none of that has changed, nor what the page
is made with, the page has not either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import blake2b
from types import MethodType
from typing import Any, TypeAlias, cast

from samrum.attachments import Attachment
from samrum.catalogue import Attendance, Catalogue, Mention, OwedAssignment
from samrum.entries import Decision, Item
from samrum.ledger import Ledger
from samrum.model import Record
from samrum.tombstone import Tombstone

Lookup: TypeAlias = tuple[str, ...]
"""An attribute of the catalogue, and the key that was asked for; without a key, all of it."""

AS_OF: Lookup = ("as_of",)
LEDGER: Lookup = ("ledger",)
"""The day that the site speaks of, and what has been published before: no parts of the catalogue,
but looked up as if they were.
"""


def file_of(path: str) -> Lookup:
    """The lookup that finds something else whenever a file of records changes."""
    return "digests", path


class Lookups:
    """The lookups that are made, as they are made."""

    def __init__(self) -> None:
        self.seen: set[Lookup] = set()

    @contextmanager
    def apart(self) -> Iterator[set[Lookup]]:
        """Note what is looked up meanwhile in a set of its own, and not in the one before."""
        before, self.seen = self.seen, set()
        try:
            yield self.seen
        finally:
            self.seen = before


def watched(catalogue: Catalogue, lookups: Lookups) -> Catalogue:
    """A catalogue that notes whatever is looked up in it."""
    return cast("Catalogue", _Watched(catalogue, lookups))


class Fingerprints:
    """What lookups find: short texts that are equal only when the same is found."""

    def __init__(self, catalogue: Catalogue, day: date, ledger: Ledger) -> None:
        self._catalogue = catalogue
        self._beside = {AS_OF: str(day), LEDGER: ledger.text}
        self._known: dict[Lookup, str] = {}

    def of(self, lookup: Lookup) -> str:
        """The fingerprint of what a lookup finds now."""
        known = self._known.get(lookup)
        if known is None:
            known = self._known[lookup] = self._new(lookup)
        return known

    def _new(self, lookup: Lookup) -> str:
        name, *key = lookup
        found = self._beside.get(lookup) or getattr(self._catalogue, name, None)
        if key and isinstance(found, Mapping):
            found = found.get(key[0] if len(key) == 1 else tuple(key))
        return blake2b("\n".join(self._told(found)).encode(), digest_size=16).hexdigest()

    def _told(self, found: object) -> Iterator[str]:
        """What has been found, told by the digests of the files that say it."""
        match found:
            case None:
                yield "nothing"
            case str():
                yield found
            case Decision():
                yield f"{found.id} {self._digest(found.path)}"
            case Item():
                yield f"{found.number} {self._of_record(found.meeting)}"
            case Record():
                yield self._of_record(found)
            case Mention():
                yield f"{found.keys} {found.path} {self._digest(found.path)}"
            case OwedAssignment():
                yield from self._told(found.decision)
            case Attendance():
                yield self._of_record(found.meeting)
            case Attachment() | Tombstone():
                yield repr(found)
            case Mapping():
                for key, value in found.items():
                    yield str(key)
                    yield from self._told(value)
            case tuple():
                for one in found:
                    yield from self._told(one)
            case _:  # a file of records
                yield f"{found.path} {found.digest}"  # type: ignore[attr-defined]

    def _of_record(self, record: Record) -> str:
        path = self._catalogue.paths[record.id]
        return f"{path} {self._digest(path)}"

    def _digest(self, path: str) -> str:
        return self._catalogue.digests[path]


class _Watched:
    """Stands in for a catalogue; what is a group of entries by id notes each id asked for."""

    def __init__(self, catalogue: Catalogue, lookups: Lookups) -> None:
        self._catalogue = catalogue
        self._lookups = lookups

    def __getattr__(self, name: str) -> Any:
        method = getattr(Catalogue, name, None)
        found = getattr(self._catalogue, name)
        if callable(method):
            here: Any = MethodType(method, self)
        elif isinstance(found, dict):
            here = _WatchedGroups(name, found, self._lookups)
        else:
            self._lookups.seen.add((name,))
            return found
        # From now on the attribute is here, and this method is not asked for it again.
        setattr(self, name, here)
        return here


class _WatchedGroups(Mapping[Any, Any]):
    def __init__(self, name: str, groups: dict[Any, Any], lookups: Lookups) -> None:
        self._name = name
        self._groups = groups
        self._lookups = lookups

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._groups[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return self._groups.get(key, default)

    def __iter__(self) -> Iterator[Any]:
        self._lookups.seen.add((self._name,))
        return iter(self._groups)

    def __len__(self) -> int:
        self._lookups.seen.add((self._name,))
        return len(self._groups)

    def _note(self, key: Any) -> None:
        self._lookups.seen.add((self._name, key) if isinstance(key, str) else (self._name, *key))
