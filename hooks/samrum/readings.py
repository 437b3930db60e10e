"""Files of records -> what each says by itself; a file that has not changed is not read again.

Between runs the records of files in which nothing is wrong are kept, packed: to check their data
once more takes a quarter of the time that YAML takes. They are kept anew when a fiftieth of the
files have changed; until then those are read each time. What is kept may be deleted, and what is
broken or from another version of this program is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct, ValidationError

from samrum import shelf, workers
from samrum.catalogue import RecordFile
from samrum.checksum import digest_of
from samrum.digests import Digests
from samrum.progress import progress
from samrum.reading import Reading, data_of, file_of, is_sound, read_record, unchecked
from samrum.shelf import Packed, Shelf
from samrum.source import Fault, Source, read
from samrum.workers import Aside

KEPT = ".cache/samrum"
"""The folder of a project for what may be deleted at any time."""

NAME = "records"

_PORTION = 50
"""How many files a process reads at a time."""

_MANY = 200
"""How many files it takes before other processes are worth their start: about a quarter second."""

_SHARE = 50
"""When more than one file of so many has changed, all are kept anew, and not before."""

_LONG_WORK = 500
"""So many files take about a second to read."""


class Place(Struct, frozen=True):
    """Where a file of records is, what problems call it, and the way to it below records/."""

    path: Path
    shown: str
    steps: tuple[str, ...]


class Readings:
    """What files say, remembered as long as this lives, and in a folder if there is one."""

    def __init__(self, folder: Path | None = None, processes: int = 1) -> None:
        self._file = folder / NAME if folder else None
        self._processes = processes
        self._known: dict[str, tuple[str, Reading]] = {}

    def of(self, places: Sequence[Place], aside: Aside[Any] | None = None) -> list[Reading]:
        """What each file says, in their order; `aside` is done by others that read, if any do.

        Raises OSError and WorkerError.
        """
        if not self._file or self._known:
            return self._readings(places, Shelf(), aside)
        with shelf.opened(self._file) as kept:
            return self._readings(places, kept, aside)

    def _readings(
        self, places: Sequence[Place], kept: Shelf, aside: Aside[Any] | None
    ) -> list[Reading]:
        known: dict[str, tuple[str, Reading]] = {}
        unread: list[Place] = []
        asked = self._known.keys() | kept.names
        for place in places:
            if place.shown not in asked:
                unread.append(place)
                continue
            digest = digest_of(place.path.read_bytes())
            before = self._known.get(place.shown)
            if before and before[0] == digest:
                known[place.shown] = before
            elif packed := kept.take(place.shown, digest):
                known[place.shown] = digest, _reading_of(place, packed)
            else:
                unread.append(place)
        # One heap of bytes: many small ones, kept until all is read, would leave holes in memory,
        # a quarter of what a large archive needs.
        new = Shelf()
        is_kept = self._file is not None
        for portion in self._told(unread, aside):
            for (place, _), told in zip(portion, _checked(portion, is_kept=is_kept), strict=True):
                if is_kept and (packed := _packed(told)):
                    new.put(place.shown, packed)
                known[place.shown] = told.digest, told.reading
        changed = len(new.names) + len(kept.names - known.keys())
        if self._file and not self._known and changed * _SHARE > len(places):
            with suppress(OSError):  # where nothing can be written, nothing is kept
                shelf.write(self._file, _still(known, new, kept))
        self._known = known
        return [known[place.shown][1] for place in places]

    def _told(self, unread: Sequence[Place], aside: Aside[Any] | None) -> Iterator[_Portion]:
        # Later there may be threads here, as in serve, and a process with threads is not copied.
        processes = self._processes if len(unread) >= _MANY and not self._known else 1
        task = partial(_all_told, is_sent=processes > 1, is_kept=self._file is not None)
        work = workers.portions(unread, _PORTION)
        with progress("Records", len(unread), _LONG_WORK) as bar:
            for places, told in zip(
                work, workers.results(task, work, processes, aside), strict=True
            ):
                yield list(zip(places, told, strict=True))
                bar.update(len(places))


class _Sent(Struct, frozen=True):
    """What a worker tells of a file: the data in it, packed and still to be checked."""

    digests: Digests
    data: bytes


class _Told(Struct, frozen=True):
    """How a file reads, and its data, packed, if they may be kept."""

    digests: Digests
    reading: Reading
    data: bytes | None

    @property
    def digest(self) -> str:
        """The hash of the whole file."""
        return self.digests.whole


_Portion: TypeAlias = list[tuple[Place, _Sent | _Told]]
"""Some files, and what is told of each."""


def _all_told(places: Sequence[Place], *, is_sent: bool, is_kept: bool) -> list[_Sent | _Told]:
    return [_read(place, is_sent=is_sent, is_kept=is_kept) for place in places]


def _read(place: Place, *, is_sent: bool, is_kept: bool) -> _Sent | _Told:
    raw = place.path.read_bytes()
    source = read(raw)
    if is_sent and (found := unchecked(place.shown, place.steps, raw, source)):
        return _Sent(*found)
    return _read_here(place, raw, source, is_kept=is_kept)


def _read_here(
    place: Place, raw: bytes, source: Source | tuple[Fault, ...], *, is_kept: bool
) -> _Told:
    reading = read_record(place.shown, place.steps, raw, source)
    digests = reading.file.digests if reading.file else Digests(digest_of(raw))
    data = None
    if is_kept and isinstance(source, Source) and not (reading.problems or reading.private):
        data = data_of(place.steps, source)
    return _Told(digests, reading, data)


def _checked(portion: _Portion, *, is_kept: bool) -> list[_Told]:
    """How each file reads; one that its model does not take as it stands is read here."""
    # Each step for all files before the next, as for pages (site/press.py): a tenth faster.
    files = [_file(place, told) if isinstance(told, _Sent) else None for place, told in portion]
    sound = [file is not None and is_sound(file) for file in files]
    found: list[_Told] = []
    for (place, told), file, is_right in zip(portion, files, sound, strict=True):
        if isinstance(told, _Told):
            found.append(told)
        elif is_right:
            found.append(_Told(told.digests, Reading(place.shown, file, (), ()), told.data))
        else:
            raw = place.path.read_bytes()  # which may be others by now
            found.append(_read_here(place, raw, read(raw), is_kept=is_kept))
    return found


def _file(place: Place, sent: _Sent) -> RecordFile | None:
    with suppress(ValidationError):
        return file_of(place.shown, place.steps, sent.digests, sent.data)
    return None


def _packed(told: _Told) -> Packed | None:
    file = told.reading.file
    return Packed(told.digests, file.names, told.data) if file and told.data else None


def _reading_of(place: Place, packed: Packed) -> Reading:
    file = file_of(place.shown, place.steps, packed.digests, packed.data)
    vars(file)["names"] = packed.names  # which are found once, and kept
    return Reading(place.shown, file, (), ())


def _still(
    known: Mapping[str, tuple[str, Reading]], new: Shelf, kept: Shelf
) -> Iterator[tuple[str, Packed]]:
    """What is to be kept of the files that are there now."""
    for shown, (digest, _) in known.items():
        if packed := new.take(shown, digest) or kept.take(shown, digest):
            yield shown, packed
