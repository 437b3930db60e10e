"""Rules of identity: an id names one thing, and the file and the meeting show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from samrum.catalogue import Catalogue, RecordFile
from samrum.model import Kind, Meeting, Record
from samrum.problems import Keys
from samrum.rules.rule import Archive, archive_rule, file_rule

# A number would make the second meeting's id that of the first one's § 2.
_SECOND_MEETING = re.compile(r"(-[a-z]+)?")
_DAY = re.compile(r"-\d{4}-\d\d-\d\d(-[a-z]+|(?P<section>(-\d+)*))\Z")


@archive_rule("duplicate-id")
def duplicate_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id is that of one record, or of one decision in a protocol, and of nothing else."""
    holders = _decisions_in_protocols(archive.catalogue)
    for file in archive.catalogue.files:
        id = file.record.id
        if id in holders:
            yield file.path, ("id",), f'"{id}" is already {holders[id]}; choose another id'
        holders.setdefault(id, f"the id of {file.path}")


@file_rule("file-name", Record)
def file_name(file: RecordFile) -> Iterator[tuple[Keys, str]]:
    """A record's file is named by its id."""
    name, wanted = PurePosixPath(file.path).name, f"{file.record.id}.yml"
    if name != wanted:
        yield ("id",), f'the file is called "{name}"; rename it to {wanted}, or correct the id'


@archive_rule("meeting-id")
def meeting_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """A meeting's id is its body's id and its day; a second meeting that day adds a word."""
    for file in archive.catalogue.files:
        meeting = file.record
        # A body that is not there is told by another rule, and it would give a wrong hint here.
        if not isinstance(meeting, Meeting) or archive.lacks(meeting.organization):
            continue
        wanted = f"{meeting.organization}-{meeting.date}"
        rest = meeting.id.removeprefix(wanted)
        if not meeting.id.startswith(wanted) or not _SECOND_MEETING.fullmatch(rest):
            message = f'"{meeting.id}" does not tell body and day; call it {wanted}'
            yield file.path, ("id",), f"{message}, or correct organization or date"


@archive_rule("reserved-id")
def reserved_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id made of a body and a day is kept for that day's protocol, even before there is one."""
    bodies = {body.id for body in archive.catalogue.organizations}
    for file in archive.catalogue.files:
        found = None if file.kind is Kind.MEETING else _of_a_day(file.record.id, bodies)
        if found is None:
            continue
        # A decision may bear the id that the protocol will give it, and so keep its address.
        if not (file.kind is Kind.DECISION and found["section"]):
            message = f'"{file.record.id}" is kept for the protocol of that day'
            yield file.path, ("id",), f"{message}; put a word before it, such as mote-"


def _of_a_day(id: str, bodies: Set[str]) -> re.Match[str] | None:
    """What follows a body in an id that is made of one and a day."""
    days = (_DAY.match(id, hyphen.start()) for hyphen in re.finditer("-", id))
    return next((day for day in days if day and id[: day.start()] in bodies), None)


def _decisions_in_protocols(catalogue: Catalogue) -> dict[str, str]:
    """The ids that protocols give to their decisions, and whose they are, in words."""
    return {
        item.decision_id: f"the decision in § {item.paragraph} of {file.path}"
        for file in catalogue.files
        for item in file.items
        if item.content.decision
    }


RULES = (duplicate_id, file_name, meeting_id, reserved_id)
