"""An archive and a new id -> the edits that give it to a record, and to nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from samrum import attachments
from samrum.catalogue import Catalogue, RecordFile
from samrum.entries import items_of
from samrum.model import Meeting, Organization
from samrum.model.fields import Holds, walk
from samrum.problems import Keys
from samrum.source import Source, Value, read
from samrum.spans import Scalar, values


class RenamingError(Exception):
    """A file cannot be edited without changing more than ids."""


class Edit(Struct, frozen=True):
    """A file with other content, `count` places of which have changed."""

    path: Path
    content: bytes
    count: int


def new_ids(catalogue: Catalogue, old: str, new: str) -> dict[str, str]:
    """Every id that changes when a record's does, and what it becomes.

    With a meeting go the decisions of its protocol, and with a body go its meetings.
    """
    renamed = {old: new}
    for file in catalogue.files:
        record = file.record
        if isinstance(record, Meeting):
            own = record.id == old
            if not own and record.organization == old and _is_body(catalogue, old):
                renamed[record.id] = new + record.id.removeprefix(old)
                own = record.id.startswith(f"{old}-")
            if own:
                for item in items_of(record):
                    id = item.decision_id
                    renamed[id] = renamed[record.id] + id.removeprefix(record.id)
    return renamed


def edits(catalogue: Catalogue, project: Path, renamed: Mapping[str, str]) -> Iterator[Edit]:
    """The records that name what is renamed, byte for byte as they were but for the ids.

    Raises RenamingError.
    """
    for file in catalogue.files:
        path = project / file.path
        raw = path.read_bytes()
        content, count = _edited(file, raw, renamed)
        if count:
            yield Edit(path, content, count)


def page_edits(pages: list[Path], renamed: Mapping[str, str]) -> Iterator[Edit]:
    """The hand-written pages that link to what is renamed."""
    for path in pages:
        text = path.read_bytes().decode(errors="surrogateescape")
        edited, count = _relinked(text, renamed)
        if count:
            yield Edit(path, edited.encode(errors="surrogateescape"), count)


def moves(catalogue: Catalogue, project: Path, renamed: Mapping[str, str]) -> dict[Path, Path]:
    """The files and folders that are named by what is renamed, and where they go."""
    found: dict[Path, Path] = {}
    for file in catalogue.files:
        if file.record.id in renamed:
            path = project / file.path
            target = path.with_name(f"{renamed[file.record.id]}.yml")
            found[path] = target
            if attachments.folder(path).is_dir():
                found[attachments.folder(path)] = attachments.folder(target)
    return found


def _is_body(catalogue: Catalogue, id: str) -> bool:
    return isinstance(catalogue.find(id), Organization)


def _edited(file: RecordFile, raw: bytes, renamed: Mapping[str, str]) -> tuple[bytes, int]:
    """The content of a file with other ids, and how many places have changed."""
    named = {keys for keys, _, id in walk(file.record, Holds.REFERENCE) if id in renamed}
    if file.record.id in renamed:
        named.add(("id",))
    linked = {keys for keys, _, text in walk(file.record, Holds.MARKDOWN) if "record:" in text}
    if not (named or linked):
        return raw, 0
    bom = "\ufeff" if raw.startswith(b"\xef\xbb\xbf") else ""
    text = raw.decode().removeprefix(bom)
    parts: list[str] = []
    end = count = 0
    for keys, scalar in values(text):
        place = slice(scalar.start.index, scalar.end.index)
        if keys in named:
            written, changes = _renamed(text[place], scalar, renamed), 1
        elif keys in linked:
            written, changes = _relinked(text[place], renamed)
        else:
            continue
        parts += text[end : place.start], written
        end, count = place.stop, count + changes
    content = (bom + "".join((*parts, text[end:]))).encode()
    _verify(raw, content, named, linked, renamed, file.path)
    return content, count


def _renamed(written: str, scalar: Scalar, renamed: Mapping[str, str]) -> str:
    """An id in the quotes that it stood in."""
    quote = scalar.style if scalar.style in ("'", '"') else ""
    id = written.strip(quote) if quote else written
    return f"{quote}{renamed.get(id, id)}{quote}"


def _relinked(text: str, renamed: Mapping[str, str]) -> tuple[str, int]:
    """A text with other ids in its links, and how many."""
    # The longest first: a decision's id begins with that of its meeting.
    ids = "|".join(re.escape(id) for id in sorted(renamed, key=len, reverse=True))
    pattern = re.compile(rf"(?<=\]\(record:)(?:{ids})(?![\w-])")
    return pattern.subn(lambda found: renamed[found[0]], text)


def _verify(
    before: bytes,
    after: bytes,
    named: set[Keys],
    linked: set[Keys],
    renamed: Mapping[str, str],
    path: str,
) -> None:
    """Raise RenamingError unless the ids, and nothing but them, have changed."""

    def expected(value: Value, keys: Keys) -> Value:
        if isinstance(value, dict):
            return {key: expected(one, (*keys, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [expected(one, (*keys, place)) for place, one in enumerate(value)]
        if keys in named:
            return renamed[str(value)]
        return _relinked(value, renamed)[0] if keys in linked and isinstance(value, str) else value

    old, new = read(before), read(after)
    is_right = (
        isinstance(old, Source) and isinstance(new, Source) and new.data == expected(old.data, ())
    )
    if not is_right:
        raise RenamingError(f"{path} cannot be edited safely; run `samrum fmt` on it and try again")
