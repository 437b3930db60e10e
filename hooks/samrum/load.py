"""A folder of records -> the catalogue and every problem in it: the only door to records/."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from samrum.catalogue import Catalogue, RecordFile
from samrum.diagnosis import findings_of
from samrum.model import MODELS, Kind
from samrum.problems import Finding, Problem, suggestion
from samrum.rules import check
from samrum.source import Fault, Source, read

_FOLDERS = {kind.folder: kind for kind in Kind}
_OTHER_FILES = {"README.md", "LICENSE", "LICENSE.md"}


def load(records: Path, project: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """All records below a folder, and all problems, sorted; their paths are relative to `project`.

    A file with problems of its own is left out of the catalogue; the others are checked all the
    same. Raises OSError for what cannot be read.
    """
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for path in _files(records):
        found = _read_record(path, _shown(path, project), path.relative_to(records).parts)
        if isinstance(found, RecordFile):
            files.append(found)
        else:
            problems.extend(found)
    catalogue = Catalogue(files)
    unread = frozenset(Path(problem.path).stem for problem in problems)
    problems.extend(_located(check(catalogue, unread), project))
    return catalogue, tuple(sorted(set(problems)))


def _files(records: Path) -> Iterator[Path]:
    """Every file that an editor has put below records/, in the order of their paths."""
    for path in sorted(records.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if path.name in _OTHER_FILES:
            continue
        if any(part.startswith(".") for part in path.relative_to(records).parts):
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
    try:
        record = MODELS[kind].model_validate(source.data)
    except ValidationError as error:
        findings = findings_of(error, MODELS[kind], shown)
        return [_problem(finding, source) for finding in findings]
    return RecordFile(shown, kind, record)


def _located(findings: Iterable[Finding], project: Path) -> Iterator[Problem]:
    """Findings with their lines, for which each file concerned is read once more."""
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    for path, here in by_path.items():
        source = read((project / path).read_bytes())
        yield from (_problem(finding, source) for finding in here)


def _problem(finding: Finding, source: Source | tuple[Fault, ...]) -> Problem:
    """The finding at its line, or at the first where the file has since become unreadable."""
    line = source.line(finding.keys) if isinstance(source, Source) else 1
    return Problem(finding.path, line, finding.code, finding.message)
