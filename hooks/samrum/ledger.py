"""What has been published, when, and in which words: the lines of records/ledger.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from msgspec import DecodeError, Struct, ValidationError, field, to_builtins
from msgspec.json import decode, encode
from msgspec.structs import replace

from samrum.addresses import addresses_of
from samrum.catalogue import Catalogue, RecordFile
from samrum.model import DecisionRecord, Event, Meeting, Record
from samrum.model.fields import plan
from samrum.model.record import Shape
from samrum.problems import Problem

NAME = "ledger.jsonl"
"""The file in the folder of the records. Without it, nothing has been published yet."""

_NOT_CONTENT = {"id", "publish", "withdrawal", "corrections", "moved_from"}
"""What says how a record is published, and not what it says."""


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An address and the id of its record; on a record's own address, what it looked like last."""

    address: str
    id: str
    published: date
    """The first day on which the address was there."""
    content: str = ""
    """SHA-256 of what the record says, in hexadecimal digits."""
    corrections: int = 0
    organization: str = ""
    day: str = ""
    """The body and the day of a meeting, decision or event, for the day when it is withdrawn."""


class Ledger(Struct, frozen=True):
    """The lines by address; `path` tells problems where the ledger is."""

    lines: Mapping[str, Line] = field(default_factory=dict)
    path: str = NAME
    numbers: Mapping[str, int] = field(default_factory=dict)
    """On which line of the file each address stands."""

    @property
    def text(self) -> str:
        """The file: sorted, so that two branches that publish seldom touch the same place."""
        return "".join(f"{encode(self.lines[one]).decode()}\n" for one in sorted(self.lines))

    def updated(self, published: Catalogue, as_of: date) -> Ledger:
        """The ledger when a catalogue is published on a day; no address is ever taken out."""
        lines = dict(self.lines)
        for file in published.files:
            for line in _lines(file, as_of):
                before = self.lines.get(line.address)
                first = before.published if before else line.published
                lines[line.address] = replace(line, published=first)
        return Ledger(lines, self.path)


def parse(text: str, path: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger in a file, and what is wrong with the lines that are left out of it."""
    lines: dict[str, Line] = {}
    numbers: dict[str, int] = {}
    problems: list[Problem] = []
    for number, source in enumerate(text.splitlines(), start=1):
        try:
            line = decode(source, type=Line)
        except (ValidationError, DecodeError):
            message = "not a line of the ledger; after a merge keep the lines of both sides alone"
            problems.append(Problem(path, number, "bad-ledger-line", f"{message}, else restore it"))
            continue
        if line.address in lines:
            message = f'"/{line.address}" is on line {numbers[line.address]} already'
            advice = "keep the line with the earlier day"
            problems.append(Problem(path, number, "bad-ledger-line", f"{message}; {advice}"))
            continue
        lines[line.address], numbers[line.address] = line, number
    return Ledger(lines, path, numbers), tuple(problems)


def fingerprint(file: RecordFile) -> str:
    """A hash of what a record and the files beside it say, however they are laid out.

    Fields at their defaults are left out, so that a field that the model gets later changes none.
    """
    content = _content(file.record)
    content |= {f"file {one.name}": one.sha256 for one in file.attachments}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _content(value: Any) -> Any:
    """What is said in a value, as JSON can hold it."""
    if isinstance(value, Shape):
        fields = ((field, getattr(value, field.name)) for field in plan(type(value)))
        return {
            field.name: _content(one)
            for field, one in fields
            if field.name not in _NOT_CONTENT and one != field.default
        }
    if isinstance(value, tuple):
        return list(map(_content, value))
    return to_builtins(value, enc_hook=str)


def _lines(file: RecordFile, as_of: date) -> Iterator[Line]:
    record = file.record
    own, *inside = addresses_of(record)
    organization, day = _body_and_day(record)
    yield Line(
        address=own,
        id=record.id,
        published=as_of,
        content=fingerprint(file),
        corrections=len(record.corrections),
        organization=organization,
        day=day,
    )
    for address in inside:
        yield Line(address=address, id=record.id, published=as_of)


def _body_and_day(record: Record) -> tuple[str, str]:
    match record:
        case Meeting() | DecisionRecord() | Event():
            return record.organization, str(record.date or "")
        case _:
            return "", ""
