"""A catalogue -> the same one, noting what is looked up in it, and whether that has changed since.

A page depends on what was looked up while it was made: its own record, the names of the bodies in
it, who mentions it, the meetings before and after. When none of that has changed, nor what the page
is made with, the page has not either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MethodType
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

from msgspec import Struct

from samrum.attachments import Attachment
from samrum.catalogue import Attendance, Catalogue, Mention, Neighbours, OwedAssignment
from samrum.checksum import digest_of
from samrum.digests import Digests
from samrum.entries import Decision, Item, Named
from samrum.ledger import Ledger
from samrum.model import Record, Sitting
from samrum.tombstone import Tombstone

P = ParamSpec("P")
T = TypeVar("T")

Lookup: TypeAlias = tuple[str, ...]
"""An attribute of the catalogue, and the key that was asked for; without a key, all of it."""

AS_OF: Lookup = ("as_of",)
LEDGER: Lookup = ("ledger",)
"""The day that the site speaks of, and what has been published before: no parts of the catalogue,
but looked up as if they were.
"""


_NOTHING = "nothing"
"""The fingerprint of what is not there; of most pages nobody speaks elsewhere."""


def file_of(path: str) -> Lookup:
    """The lookup that finds something else whenever a file of records changes."""
    return "digests", path


class Lookups:
    """The lookups that are made, as they are made."""

    def __init__(self) -> None:
        self.seen: set[Lookup] = set()

    def into(self, seen: set[Lookup], make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What is made, and what is looked up for it noted in this set, not in the one before."""
        before, self.seen = self.seen, seen
        try:
            return make(*args, **kwargs)
        finally:
            self.seen = before


def watched(catalogue: Catalogue, lookups: Lookups) -> Catalogue:
    """A catalogue that notes whatever is looked up in it."""
    return cast("Catalogue", _Watched(catalogue, lookups))


class _Parts(Struct, frozen=True):
    """The parts of a protocol as they are told: each with the sitting that it is of."""

    sitting: str
    attendance: str
    items: tuple[str, ...]


class Fingerprints:
    """What lookups find: short texts that are equal only when the same is found."""

    def __init__(self, catalogue: Catalogue, day: date, ledger: Ledger) -> None:
        self._catalogue = catalogue
        self._beside = {AS_OF: str(day), LEDGER: ledger.text}
        self._known: dict[Lookup, str] = {}
        self._named: dict[int, str] = {}
        self._told_parts: dict[str, _Parts] = {}

    def of(self, lookup: Lookup) -> str:
        """The fingerprint of what a lookup finds now."""
        known = self._known.get(lookup)
        if known is None:
            known = self._known[lookup] = self._new(lookup)
        return known

    def _new(self, lookup: Lookup) -> str:
        found = self._beside.get(lookup) or getattr(self._catalogue, lookup[0], None)
        if len(lookup) > 1 and isinstance(found, Mapping):
            found = found.get(lookup[1] if len(lookup) == 2 else lookup[1:])
        if found is None:
            return _NOTHING
        return digest_of(self._told(found).encode())

    def _told(self, found: object) -> str:
        """What has been found, told by the hashes of the files, or the parts of them, that say it.

        No more is told than what the type of a thing lets a page see: of a meeting that an item is
        of, or that names a record, no more than a sitting.
        """
        match found:
            case Decision() | Item():  # as most are
                return self._as_named(found)
            case tuple() if found and isinstance(found[0], Attendance):
                # Each meeting once: one hash is that of all who were there or should have been.
                meetings = {one.meeting.id: one.meeting for one in found}
                return "\n".join(self._parts(one).attendance for one in meetings.values())
            case tuple() if found and isinstance(found[0], Mention):
                # Half of all that is told: an archive mentions itself more than it has pages. What
                # stands in a protocol is told by the hash of its §, and so is where it stands.
                known = self._entries
                return "\n".join(
                    [
                        known.get(id(one.by)) or f"{one.keys} {self._as_named(one.by)}"
                        for one in found
                    ]
                )
            case tuple():
                known = self._entries
                return "\n".join([known.get(id(one)) or self._told(one) for one in found])
            case Record():
                return f"{self._catalogue.paths[found.id]} {self._of_record(found).whole}"
            case str():
                return found
            case Digests():
                return found.whole
            case OwedAssignment():
                return self._as_named(found.decision)
            case Neighbours():
                return f"{self._sitting(found.before)} {self._sitting(found.after)}"
            case Attachment() | Tombstone():
                return repr(found)
            case Mapping():
                return "\n".join(f"{key}\n{self._told(value)}" for key, value in found.items())
            case _:  # a file of records
                return f"{found.path} {found.digests.whole}"  # type: ignore[attr-defined]

    @cached_property
    def _entries(self) -> dict[int, str]:
        """What every § and decision of a protocol is told by, by what is the same thing.

        Many pages name a decision, and to hash it asks for its id. The catalogue holds all that is
        named, so no other thing can have been in its place.
        """
        told: dict[int, str] = {}
        for meeting in self._catalogue.meetings:
            items = self._parts(meeting).items
            for item in self._catalogue.items[meeting.id]:
                place = int(item.keys[1])  # ("agenda_items", 3) or ("agenda_items", 3, "parts", 0)
                told[id(item)] = f"{item.number} {items[place]}"
        for decision in self._catalogue.decisions:
            # Of two files with one id the second is no meeting here, but may tell of decisions.
            if whence := told.get(id(decision.item)):
                told[id(decision)] = f"{decision.id} {whence}"
        return told

    def _as_named(self, one: Named) -> str:
        told = self._entries.get(id(one)) or self._named.get(id(one))
        if told is None:
            told = self._named[id(one)] = self._new_name(one)
        return told

    def _new_name(self, one: Named) -> str:
        match one:
            case Decision():
                return f"{one.id} {self._catalogue.digests[one.path].whole}"
            case Sitting():
                return self._sitting(one)
            case _:
                return self._told(one)

    def _sitting(self, sitting: Sitting | None) -> str:
        return self._parts(sitting).sitting if sitting else "none"

    def _parts(self, sitting: Sitting) -> _Parts:
        told = self._told_parts.get(sitting.id)
        if told is None:
            digests = self._of_record(sitting)
            whose = f"{sitting.id} {digests.sitting}"
            told = self._told_parts[sitting.id] = _Parts(
                sitting=whose,
                attendance=f"{digests.attendance} {whose}",
                items=tuple(f"{place} {one} {whose}" for place, one in enumerate(digests.items)),
            )
        return told

    def _of_record(self, record: Record) -> Digests:
        return self._catalogue.digests[self._catalogue.paths[record.id]]


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
