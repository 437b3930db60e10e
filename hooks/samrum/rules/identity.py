"""Rules of identity: an id names one thing, and the file and the meeting show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from samrum.catalogue import Catalogue
from samrum.entries import items_of
from samrum.model import Kind, Meeting
from samrum.problems import Keys
from samrum.rules.rule import Archive, archive_rule

# A number would make the second meeting's id that of the first one's § 2.
_SECOND_MEETING = re.compile(r"(-[a-z]+)?")


@archive_rule("duplicate-id")
def duplicate_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id is that of one record, or of one decision in a protocol, and of nothing else."""
    holders = _decisions_in_protocols(archive.catalogue)
    for file in archive.catalogue.files:
        id = file.record.id
        if id in holders:
            yield file.path, ("id",), f'"{id}" is already {holders[id]}; choose another id'
        holders.setdefault(id, f"the id of {file.path}")


@archive_rule("file-name")
def file_name(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """A record's file is named by its id."""
    for file in archive.catalogue.files:
        name, wanted = PurePosixPath(file.path).name, f"{file.record.id}.yml"
        if name != wanted:
            message = f'the file is called "{name}"; rename it to {wanted}, or correct the id'
            yield file.path, ("id",), message


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
    bodies = "|".join(re.escape(body.id) for body in archive.catalogue.organizations)
    kept = re.compile(rf"(?:{bodies})-\d{{4}}-\d\d-\d\d(-[a-z]+|(?P<section>(-\d+)*))")
    for file in archive.catalogue.files:
        found = kept.fullmatch(file.record.id) if bodies else None
        if found is None or file.kind is Kind.MEETING:
            continue
        # A decision may bear the id that the protocol will give it, and so keep its address.
        if not (file.kind is Kind.DECISION and found["section"]):
            message = f'"{file.record.id}" is kept for the protocol of that day'
            yield file.path, ("id",), f"{message}; put a word before it, such as mote-"


def _decisions_in_protocols(catalogue: Catalogue) -> dict[str, str]:
    """The ids that protocols give to their decisions, and whose they are, in words."""
    return {
        item.decision_id: f"the decision in § {item.paragraph} of {file.path}"
        for file in catalogue.files
        if isinstance(file.record, Meeting)
        for item in items_of(file.record)
        if item.content.decision
    }


RULES = (duplicate_id, file_name, meeting_id, reserved_id)
