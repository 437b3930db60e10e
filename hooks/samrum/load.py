"""A folder of records -> the catalogue and every problem in it: the only door to records/."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from samrum import attachments, ledger, schema, synonyms
from samrum.attachments import Attachment
from samrum.blanks import blanks
from samrum.catalogue import Catalogue, RecordFile
from samrum.diagnosis import findings_of
from samrum.guard import ALLOWED, Guard, read_guard, redacted
from samrum.ledger import Ledger
from samrum.model import MODELS, Kind
from samrum.problems import Finding, Problem, Severity, suggestion
from samrum.rules import check
from samrum.rules.rule import Archive
from samrum.source import MAX_BYTES, Fault, Source, read

_FOLDERS = {kind.folder: kind for kind in Kind}
_OTHER_FILES = {"README.md", "LICENSE", "LICENSE.md"}
_LISTS = {ledger.NAME, ALLOWED, synonyms.FILE}
"""Files beside the folders of records that have rooms of their own to be read in."""


def load(
    records: Path,
    project: Path,
    as_of: date = date.max,
    max_attachment: int = attachments.MAX_BYTES,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """All records below a folder, and all problems, sorted; their paths are relative to `project`.

    Whatever its stage, every record is in the catalogue, but a file with problems of its own is
    not; the others are checked all the same. `as_of` is the day for which they are checked, when
    some may be due that others name. `max_attachment` is in bytes. Raises OSError for what cannot
    be read.
    """
    files: list[RecordFile] = []
    problems: list[Problem] = []
    others: list[Problem] = []
    guard, in_allowances = read_guard(records / ALLOWED, project)
    for path in _files(records):
        shown = _shown(path, project)
        others.extend(_private_data(path, shown, guard))
        if attachments.owner(path):
            continue
        found = _read_record(path, shown, path.relative_to(records).parts)
        if isinstance(found, RecordFile):
            beside = list(_attachments(found, path, project, max_attachment))
            kept = tuple(one for one in beside if isinstance(one, Attachment))
            others.extend(one for one in beside if isinstance(one, Problem))
            files.append(replace(found, attachments=kept))
        else:
            problems.extend(found)
    catalogue = Catalogue(files)
    unread = frozenset(Path(problem.path).stem for problem in problems)
    published, faults = read_ledger(records, project)
    archive = Archive(catalogue, unread, as_of, published)
    problems.extend((*faults, *_located(check(archive), project, published.path)))
    _, in_synonyms = synonyms.read_synonyms(records, project)
    problems.extend((*others, *in_allowances, *in_synonyms, *guard.unused(project)))
    return catalogue, tuple(sorted({redacted(problem) for problem in problems}))


def records_in(folder: Path) -> Iterator[tuple[Path, Kind]]:
    """Every file below a folder of records that is a record by its place, and its kind."""
    for path in _files(folder):
        kind = _FOLDERS.get(path.relative_to(folder).parts[0])
        if kind and path.suffix == ".yml" and path.parent != folder and not path.is_symlink():
            yield path, kind


def read_ledger(records: Path, project: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger in a folder of records, empty if there is none, and what is wrong in it."""
    path = records / ledger.NAME
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return ledger.parse(text, _shown(path, project))


def _files(records: Path) -> Iterator[Path]:
    """Every file that an editor has put below records/, in the order of their paths."""
    for path in sorted(records.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if path.name in _OTHER_FILES or (path.parent == records and path.name in _LISTS):
            continue
        place = path.relative_to(records).parts
        if place[0] == schema.FOLDER or any(part.startswith(".") for part in place):
            continue
        yield path


def _shown(path: Path, project: Path) -> str:
    return (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()


def _read_record(path: Path, shown: str, place: tuple[str, ...]) -> RecordFile | list[Problem]:
    """The record in a file; `place` is the way to it below records/."""
    if path.is_symlink():
        message = "a link to another file; put the record itself here"
        return [Problem(shown, 1, "symbolic-link", message)]
    kind = _FOLDERS.get(place[0]) if len(place) > 1 else None
    if kind is None:
        advice = suggestion(place[0], _FOLDERS) or f"; move it to one of {', '.join(_FOLDERS)}"
        return [Problem(shown, 1, "unknown-folder", f"no kind of record lives here{advice}")]
    if path.suffix != ".yml":
        return [Problem(shown, 1, "wrong-ending", f'"{path.name}" does not end in .yml; rename it')]
    source = read(path.read_bytes())
    if not isinstance(source, Source):
        return [Problem(shown, fault.line, fault.code, fault.message) for fault in source]
    left = blanks(source.data, shown)
    unfilled = {finding.keys for finding in left}
    try:
        record = MODELS[kind].model_validate(source.data)
    except ValidationError as error:
        refused = findings_of(error, MODELS[kind], shown)
        others = (finding for finding in refused if finding.keys not in unfilled)
        return [_problem(finding, source) for finding in (*left, *others)]
    if left:
        return [_problem(finding, source) for finding in left]
    return RecordFile(shown, kind, record)


def _private_data(path: Path, shown: str, guard: Guard) -> Iterator[Problem]:
    """What the guard finds in a file's name and, where it is a record, in the file."""
    if path.suffix != ".yml" or path.is_symlink() or path.stat().st_size > MAX_BYTES:
        return guard.problems(shown)
    raw = path.read_bytes()
    source = read(raw) if b"\\" in raw else None
    text = raw.decode(errors="replace")
    return guard.problems(shown, text, source if isinstance(source, Source) else None)


def _attachments(
    file: RecordFile, path: Path, project: Path, max_bytes: int
) -> Iterator[Attachment | Problem]:
    """The files that a record names and has beside it, and what is wrong with any of them."""
    folder = attachments.folder(path)
    # A link to a folder is told of as a link; what it leads to is none of ours.
    inside = () if folder.is_symlink() else _files(folder)
    here = [one for one in inside if attachments.owner(one) == path]
    names = attachments.named(file.record)
    known = {one.name for one in here}
    for name, keys in names.items():
        if name not in known:
            place = _shown(folder, project)
            advice = suggestion(name, known) or "; put it there or correct the name"
            message = f'no file "{name}" in {place}/{advice}'
            finding = Finding(file.path, keys, "missing-file", message)
            yield _problem(finding, read(path.read_bytes()))
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
        yield from (_problem(finding, source) for finding in here)


def _problem(finding: Finding, source: Source | tuple[Fault, ...]) -> Problem:
    """The finding at its line, or at the first where the file has since become unreadable."""
    line = source.line(finding.keys) if isinstance(source, Source) else 1
    return Problem(finding.path, line, finding.code, finding.message)
