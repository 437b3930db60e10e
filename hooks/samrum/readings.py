"""Files of records -> what each says by itself; a file that has not changed is not read again.

Between runs the records of files in which nothing is wrong are kept as JSON: to check their data
once more takes a fifth of the time that YAML takes. What is kept may be deleted, and what is broken
or from another version of this program is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from pydantic_core import to_json

from samrum import shelf, workers
from samrum.catalogue import RecordFile
from samrum.digests import digest_of
from samrum.model import MODELS
from samrum.progress import progress
from samrum.reading import FOLDERS, Reading, read_record
from samrum.shelf import Packed, Shelf
from samrum.source import Source, read

KEPT = ".cache/samrum"
"""The folder of a project for what may be deleted at any time."""

NAME = "records"

_PORTION = 50
"""How many files a process reads at a time."""

_MANY = 200
"""How many files it takes before other processes are worth their start: about a quarter second."""

_LONG_WORK = 500
"""So many files take about a second to read."""


@dataclass(frozen=True, slots=True)
class Place:
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

    def of(
        self, places: Sequence[Place], meanwhile: Callable[[], object] = lambda: None
    ) -> list[Reading]:
        """What each file says, in their order; `meanwhile` is done while others read, if they do.

        Raises OSError and WorkerError.
        """
        if not self._file or self._known:
            return self._readings(places, Shelf(), meanwhile)
        with shelf.opened(self._file) as kept:
            return self._readings(places, kept, meanwhile)

    def _readings(
        self, places: Sequence[Place], kept: Shelf, meanwhile: Callable[[], object]
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
                known[place.shown] = digest, _unpacked(place, packed)
            else:
                unread.append(place)
        # One heap of bytes: many small ones, kept until all is read, would leave holes in memory,
        # a quarter of what a large archive needs.
        new = Shelf()
        for place, told in zip(unread, self._told(unread, meanwhile), strict=True):
            if told.packed:
                new.put(place.shown, told.packed)
            known[place.shown] = told.digest, told.reading(place)
        if self._file and not self._known and (new.names or kept.names - known.keys()):
            with suppress(OSError):  # where nothing can be written, nothing is kept
                shelf.write(self._file, _still(known, new, kept))
        self._known = known
        return [known[place.shown][1] for place in places]

    def _told(self, unread: Sequence[Place], meanwhile: Callable[[], object]) -> Iterator[_Told]:
        # Later there may be threads here, as in serve, and a process with threads is not copied.
        processes = self._processes if len(unread) >= _MANY and not self._known else 1
        # A worker sends what is packed, which is less than what it is packed from.
        is_sent = processes > 1
        task = partial(_portion, is_packed=is_sent or self._file is not None, is_sent=is_sent)
        work = workers.portions(unread, _PORTION)
        with progress("Records", len(unread), _LONG_WORK) as bar:
            for portion in workers.results(task, work, processes, meanwhile):
                yield from portion
                bar.update(len(portion))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says, packed or as it is; only a file without faults can be packed."""

    digest: str
    read: Reading | None
    packed: Packed | None

    def reading(self, place: Place) -> Reading:
        """What the file says, as it is."""
        if self.packed and not self.read:
            return _unpacked(place, self.packed)
        return cast("Reading", self.read)  # one of the two is there


def _portion(places: Sequence[Place], *, is_packed: bool, is_sent: bool) -> list[_Told]:
    return [_read(place, is_packed=is_packed, is_sent=is_sent) for place in places]


def _read(place: Place, *, is_packed: bool, is_sent: bool) -> _Told:
    raw = place.path.read_bytes()
    source = read(raw)
    reading = read_record(place.shown, place.steps, raw, source)
    packed = _packed(reading, source) if is_packed else None
    digest = reading.file.digests.whole if reading.file else digest_of(raw)
    return _Told(digest, None if packed and is_sent else reading, packed)


def _packed(reading: Reading, source: object) -> Packed | None:
    if reading.problems or reading.private or not reading.file or not isinstance(source, Source):
        return None
    return Packed(reading.file.digests, reading.file.links, to_json(source.data))


def _unpacked(place: Place, packed: Packed) -> Reading:
    kind = FOLDERS[place.steps[0]]
    record = MODELS[kind].model_validate_json(packed.data)
    file = RecordFile(place.shown, kind, record, digests=packed.digests)
    vars(file)["links"] = packed.links  # which are found once, and kept
    return Reading(place.shown, file, (), ())


def _still(
    known: Mapping[str, tuple[str, Reading]], new: Shelf, kept: Shelf
) -> Iterator[tuple[str, Packed]]:
    """What is to be kept of the files that are there now."""
    for shown, (digest, _) in known.items():
        if packed := new.take(shown, digest) or kept.take(shown, digest):
            yield shown, packed
