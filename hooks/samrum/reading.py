"""One file of records/ -> its record and what is wrong in it, without a look at any other file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from samrum import blanks
from samrum.catalogue import RecordFile
from samrum.checksum import digest_of
from samrum.conversion import made_ready, packed, unpacked
from samrum.diagnosis import judged
from samrum.digests import Digests, digests_of
from samrum.guard import private_data
from samrum.model import MODELS, Kind, Record
from samrum.privacy import Sighting
from samrum.problems import Finding, Problem, suggestion
from samrum.rules import check_file
from samrum.source import MAX_BYTES, Fault, Source

FOLDERS = {kind.folder: kind for kind in Kind}
"""The kind of the records in each folder of records/."""


class Reading(Struct, frozen=True):
    """What a file says by itself; `file` is None when it is not a record that others can name."""

    path: str
    file: RecordFile | None
    problems: tuple[Problem, ...]
    private: tuple[tuple[int, Sighting], ...]
    """What looks private in it or in its name, and on which line: the guard may allow it."""


def read_record(
    path: str, place: tuple[str, ...], raw: bytes, source: Source | tuple[Fault, ...]
) -> Reading:
    """The record in a file that ends in .yml; `place` is the way to it below records/.

    All follows from these values alone: the same again, the same reading. `source` is what has
    been read from the raw bytes.
    """
    private = tuple(_private(path, raw, source))
    kind = _kind(place)
    if kind is None:
        return Reading(path, None, (_in_no_folder(path, place),), private)
    if not isinstance(source, Source):
        faults = (Problem(path, fault.line, fault.code, fault.message) for fault in source)
        return Reading(path, None, tuple(faults), private)
    record = _record(kind, source, raw, path)
    if not isinstance(record, Record):
        return Reading(path, None, record, private)
    digests = digests_of(digest_of(raw), source.data, type(record))
    file = RecordFile(path, kind, record, digests=digests)
    problems = tuple(located(finding, source) for finding in check_file(file))
    return Reading(path, file, problems, private)


def unchecked(
    path: str, place: tuple[str, ...], raw: bytes, source: Source | tuple[Fault, ...]
) -> tuple[Digests, bytes] | None:
    """The hashes of a file and its data, packed for `file_of`; None if something is wrong already.

    What a worker sends: the process that asked needs the record itself, and to make it is to check
    it. The few that the model does not take as they stand are read there again.
    """
    kind = _kind(place)
    if kind is None or not isinstance(source, Source) or blanks.may_be_in(raw):
        return None
    if any(_private(path, raw, source)):
        return None
    return digests_of(digest_of(raw), source.data, MODELS[kind]), packed(source.data)


def data_of(place: tuple[str, ...], source: Source) -> bytes:
    """The data of a record in which nothing is wrong, packed for `file_of`."""
    return packed(made_ready(source.data, MODELS[FOLDERS[place[0]]]))


def is_sound(file: RecordFile) -> bool:
    """Whether the rules of files find nothing in it; if they do, only its text can place that."""
    return not any(check_file(file))


def file_of(path: str, place: tuple[str, ...], digests: Digests, data: bytes) -> RecordFile:
    """The file of a record whose data are these; raises ValidationError."""
    kind = FOLDERS[place[0]]
    return RecordFile(path, kind, unpacked(data, MODELS[kind]), digests=digests)


def refuse(path: str, place: tuple[str, ...], *, is_link: bool) -> Reading:
    """What is told of a file that is not read: a link, or none that ends in .yml."""
    private = tuple(private_data(path, ""))
    if is_link:
        message = "a link to another file; put the record itself here"
        problem = Problem(path, 1, "symbolic-link", message)
    elif len(place) == 1 or place[0] not in FOLDERS:
        problem = _in_no_folder(path, place)
    else:
        message = f'"{place[-1]}" does not end in .yml; rename it'
        problem = Problem(path, 1, "wrong-ending", message)
    return Reading(path, None, (problem,), private)


def located(finding: Finding, source: Source | tuple[Fault, ...]) -> Problem:
    """The finding at its line, or at the first where the file has since become unreadable."""
    line = source.line(finding.keys) if isinstance(source, Source) else 1
    return Problem(finding.path, line, finding.code, finding.message)


def _kind(place: tuple[str, ...]) -> Kind | None:
    return FOLDERS.get(place[0]) if len(place) > 1 else None


def _private(
    path: str, raw: bytes, source: Source | tuple[Fault, ...]
) -> Iterator[tuple[int, Sighting]]:
    text = raw.decode(errors="replace") if len(raw) <= MAX_BYTES else ""
    return private_data(path, text, source if isinstance(source, Source) else None)


def _in_no_folder(path: str, place: tuple[str, ...]) -> Problem:
    advice = suggestion(place[0], FOLDERS) or f"; move it to one of {', '.join(FOLDERS)}"
    return Problem(path, 1, "unknown-folder", f"no kind of record lives here{advice}")


def _record(kind: Kind, source: Source, raw: bytes, path: str) -> Record | tuple[Problem, ...]:
    left = blanks.blanks(source.data, path) if blanks.may_be_in(raw) else ()
    unfilled = {finding.keys for finding in left}
    record = judged(source.data, MODELS[kind], path)
    if isinstance(record, tuple):
        others = (finding for finding in record if finding.keys not in unfilled)
        return tuple(located(finding, source) for finding in (*left, *others))
    return tuple(located(finding, source) for finding in left) or record
