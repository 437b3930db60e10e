"""Files of records -> what each says by itself; a file that has not changed is not read again.

Between runs the records of files in which nothing is wrong are kept as JSON: to check their data
once more takes a fifth of the time that YAML takes. What is kept may be deleted, and what is broken
or from another version of this program is not used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

from samrum import workers
from samrum.catalogue import RecordFile
from samrum.model import MODELS
from samrum.problems import Keys
from samrum.progress import progress
from samrum.reading import FOLDERS, Reading, digest_of, read_record
from samrum.source import Source, read
from samrum.version import version_of

KEPT = ".cache/samrum"
"""The folder of a project for what may be deleted at any time."""

NAME = "records.jsonl"

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


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in which nothing is wrong: the hash of its bytes, its links, and its data as JSON."""

    digest: str
    links: tuple[tuple[Keys, str], ...]
    data: bytes


class Readings:
    """What files say, remembered as long as this lives, and in a folder if there is one."""

    def __init__(self, folder: Path | None = None, processes: int = 1) -> None:
        self._file = folder / NAME if folder else None
        self._processes = processes
        self._known: dict[str, tuple[str, Reading]] = {}

    def of(self, places: Sequence[Place]) -> list[Reading]:
        """What each file says, in their order. Raises OSError and WorkerError."""
        kept = _kept(self._file) if self._file and not self._known else {}
        known: dict[str, tuple[str, Reading]] = {}
        packed: dict[str, Packed] = {}
        unread: list[tuple[Place, bytes]] = []
        for place in places:
            raw = place.path.read_bytes()
            digest = digest_of(raw)
            before, there = self._known.get(place.shown), kept.get(place.shown)
            if before and before[0] == digest:
                known[place.shown] = before
            elif there and there.digest == digest:
                packed[place.shown] = there
                known[place.shown] = digest, _unpacked(place, there)
            else:
                unread.append((place, raw))
        for (place, raw), (reading, new) in zip(unread, self._read(unread), strict=True):
            if new:
                packed[place.shown] = new
            # A worker sends what is packed, which is less.
            found = reading or _unpacked(place, packed[place.shown])
            known[place.shown] = digest_of(raw), found
        if self._file and packed != kept:
            with suppress(OSError):  # where nothing can be written, nothing is kept
                _keep(self._file, packed)
        self._known = known
        return [known[place.shown][1] for place in places]

    def _read(
        self, unread: Sequence[tuple[Place, bytes]]
    ) -> Iterator[tuple[Reading | None, Packed | None]]:
        processes = self._processes if len(unread) >= _MANY else 1
        task = partial(_portion, unread, is_alone=processes == 1)
        work = workers.portions(range(len(unread)), _PORTION)
        with progress("Records", len(unread), _LONG_WORK) as bar:
            for portion in workers.results(task, work, processes):
                yield from portion
                bar.update(len(portion))


def _portion(
    unread: Sequence[tuple[Place, bytes]], numbers: Sequence[int], *, is_alone: bool
) -> list[tuple[Reading | None, Packed | None]]:
    found: list[tuple[Reading | None, Packed | None]] = []
    for number in numbers:
        place, raw = unread[number]
        source = read(raw)
        reading = read_record(place.shown, place.steps, raw, source)
        packed = _packed(reading, source)
        found.append((reading if is_alone or not packed else None, packed))
    return found


def _packed(reading: Reading, source: object) -> Packed | None:
    if reading.problems or reading.private or not reading.file or not isinstance(source, Source):
        return None
    data = json.dumps(source.data, ensure_ascii=False, separators=(",", ":")).encode()
    return Packed(reading.file.digest, reading.file.links, data)


def _unpacked(place: Place, packed: Packed) -> Reading:
    kind = FOLDERS[place.steps[0]]
    record = MODELS[kind].model_validate_json(packed.data)
    file = RecordFile(place.shown, kind, record, digest=packed.digest)
    vars(file)["links"] = packed.links  # which are found once, and kept
    return Reading(place.shown, file, (), ())


def _kept(path: Path) -> dict[str, Packed]:
    """What is kept in a file, by what problems call each; nothing if it is not as written."""
    try:
        text, _, end = path.read_bytes().rpartition(b"\n")
    except OSError:
        return {}
    lines = text.split(b"\n")
    if end != _end(lines):
        return {}
    found = {}
    for told, data in zip(lines[::2], lines[1::2], strict=True):
        shown, digest, links = json.loads(told)
        found[shown] = Packed(digest, tuple((tuple(keys), id) for keys, id in links), data)
    return found


def _keep(path: Path, packed: dict[str, Packed]) -> None:
    lines: list[bytes] = []
    for shown, one in packed.items():
        lines += [json.dumps([shown, one.digest, one.links]).encode(), one.data]
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as new:
        for line in lines:
            new.write(line)
            new.write(b"\n")
        new.write(_end(lines))
    # Two runs may do this at once: each puts a whole file in place.
    Path(new.name).replace(path)


def _end(lines: Iterable[bytes]) -> bytes:
    """The version of the program, and a hash by which damage is seen."""
    digest = blake2b(digest_size=16)
    for line in lines:
        digest.update(line)
        digest.update(b"\n")
    return f"{version_of([])} {digest.hexdigest()}".encode()
