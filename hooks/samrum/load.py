"""A folder of records -> the catalogue and every problem in it: the only door to records/."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from samrum import attachments, ledger, schema, synonyms
from samrum.attachments import Attachment
from samrum.catalogue import Catalogue, RecordFile
from samrum.guard import ALLOWED, read_guard, redacted
from samrum.ledger import Ledger
from samrum.model import Kind
from samrum.problems import Finding, Keys, Problem, Severity, suggestion
from samrum.reading import FOLDERS, Reading, located, refuse
from samrum.readings import Place, Readings
from samrum.rules import check_archive
from samrum.rules.rule import Archive
from samrum.source import read
from samrum.workers import Aside

_OTHER_FILES = {"README.md", "LICENSE", "LICENSE.md"}
_LISTS = {ledger.NAME, ALLOWED, synonyms.FILE}
"""Files beside the folders of records that have rooms of their own to be read in."""


def load(
    records: Path,
    project: Path,
    as_of: date = date.max,
    max_attachment: int = attachments.MAX_BYTES,
    known: Readings | None = None,
    aside: Aside[Any] | None = None,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """All records below a folder, and all problems, sorted; their paths are relative to `project`.

    Whatever its stage, every record is in the catalogue, but a file with problems of its own is
    not; the others are checked all the same. `as_of` is the day for which they are checked, when
    some may be due that others name. `max_attachment` is in bytes; `known` is what has been read
    before; `aside` is done by other processes if they read. Raises OSError for what cannot be read.
    """
    attached: defaultdict[Path, list[Path]] = defaultdict(list)
    paths: list[Path] = []
    for path in _files(records):
        owner = attachments.owner(path)
        (attached[owner] if owner else paths).append(path)
    with _no_search_for_garbage():
        readings = _readings(paths, records, project, known or Readings(), aside)
    guard, in_allowances = read_guard(records / ALLOWED, project)
    files: list[RecordFile] = []
    problems = list(in_allowances)
    for path, reading in zip(paths, readings, strict=True):
        problems.extend((*reading.problems, *guard.judged(reading.path, reading.private)))
        if reading.file:
            beside = list(_attachments(reading.file, path, attached[path], project, max_attachment))
            kept = tuple(one for one in beside if isinstance(one, Attachment))
            problems.extend(one for one in beside if isinstance(one, Problem))
            files.append(replace(reading.file, attachments=kept) if kept else reading.file)
    for one in chain.from_iterable(attached.values()):
        problems.extend(guard.problems(_shown(one, project)))
    catalogue = Catalogue(files)
    unread = frozenset(Path(reading.path).stem for reading in readings if not reading.file)
    published, faults = read_ledger(records, project)
    archive = Archive(catalogue, unread, as_of, published)
    problems.extend((*faults, *_located(check_archive(archive), project, published.path)))
    _, in_synonyms = synonyms.read_synonyms(records, project)
    problems.extend((*in_synonyms, *guard.unused(project)))
    return catalogue, tuple(sorted({redacted(problem) for problem in problems}))


def records_in(folder: Path) -> Iterator[tuple[Path, Kind]]:
    """Every file below a folder of records that is a record by its place, and its kind."""
    for path in _files(folder):
        kind = FOLDERS.get(_place(path, folder)[0])
        if kind and path.suffix == ".yml" and path.parent != folder and not path.is_symlink():
            yield path, kind


def read_ledger(records: Path, project: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger in a folder of records, empty if there is none, and what is wrong in it."""
    path = records / ledger.NAME
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return ledger.parse(text, _shown(path, project))


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Records have no circles and stay: to look again and again for garbage took a sixth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What has been read counts as old from the start, or all of it would be looked at now.
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _files(records: Path) -> Iterator[Path]:
    """Every file that an editor has put below records/, in the order of their paths."""
    # By their parts, as paths are ordered anyway, but without asking each pair of them.
    for path in sorted(records.rglob("*"), key=attrgetter("parts")):
        if path.is_dir() and not path.is_symlink():
            continue
        if path.name in _OTHER_FILES or (path.parent == records and path.name in _LISTS):
            continue
        place = _place(path, records)
        if place[0] == schema.FOLDER or any(part.startswith(".") for part in place):
            continue
        yield path


def _place(path: Path, records: Path) -> tuple[str, ...]:
    """The way from records/ to a file below it."""
    return path.parts[len(records.parts) :]


def _shown(path: Path, project: Path) -> str:
    try:
        return path.relative_to(project).as_posix()
    except ValueError:
        return path.as_posix()


def _readings(
    paths: Sequence[Path],
    records: Path,
    project: Path,
    known: Readings,
    aside: Aside[Any] | None,
) -> list[Reading]:
    """What each file says, or why it is not read."""
    refused: dict[Path, Reading] = {}
    places: list[Place] = []
    for path in paths:
        place = Place(path, _shown(path, project), _place(path, records))
        is_link = path.is_symlink()
        if is_link or path.suffix != ".yml":
            refused[path] = refuse(place.shown, place.steps, is_link=is_link)
        else:
            places.append(place)
    read = iter(known.of(places, aside))
    return [refused.get(path) or next(read) for path in paths]


def _attachments(
    file: RecordFile, path: Path, here: Sequence[Path], project: Path, max_bytes: int
) -> Iterator[Attachment | Problem]:
    """The files beside a record that it names, and what is wrong with any that is there or not."""
    names: dict[str, Keys] = {}
    for keys, name in file.names.files:
        names.setdefault(name, keys)
    known = {one.name for one in here}
    for name, keys in names.items():
        if name not in known:
            place = _shown(attachments.folder(path), project)
            advice = suggestion(name, known) or "; put it there or correct the name"
            message = f'no file "{name}" in {place}/{advice}'
            finding = Finding(file.path, keys, "missing-file", message)
            yield located(finding, read(path.read_bytes()))
    for one in here:
        shown = _shown(one, project)
        if one.name not in names:
            message = f"no paper of {file.path} has this file; name it there or delete it"
            yield Problem(shown, 1, "unnamed-file", message)
            continue
        attachment, flaws = attachments.inspect(one, max_bytes)
        for flaw in flaws:
            severity = Severity.WARNING if flaw.is_warning else Severity.ERROR
            yield Problem(shown, 1, flaw.code, flaw.message, severity)
        if attachment:
            yield attachment


def _located(findings: Iterable[Finding], project: Path, published: str) -> Iterator[Problem]:
    """Findings with their lines, for which each record concerned is read once more."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    # A line of the ledger needs no looking up: it is the one key of its findings.
    for one in by_path.pop(published, ()):
        yield Problem(one.path, int(one.keys[0]), one.code, one.message)
    for path, here in by_path.items():
        source = read((project / path).read_bytes())
        yield from (located(finding, source) for finding in here)
