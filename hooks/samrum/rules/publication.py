"""Rules of publication: nothing gets out early, and what is out stays, openly corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from samrum.addresses import addresses_of, moves
from samrum.catalogue import Catalogue, RecordFile
from samrum.entries import Decision
from samrum.ledger import Line, fingerprint
from samrum.model import DecisionRecord, Meeting, Record
from samrum.model.meeting import MeetingStatus
from samrum.model.publish import Publish, Stage
from samrum.problems import Keys
from samrum.rules.rule import Archive, archive_rule, record_rule, repeats


@record_rule("withdrawal-missing", Record)
def withdrawal_missing(record: Record) -> Iterator[tuple[Keys, str]]:
    """A withdrawn record says when and why it was withdrawn."""
    if record.publish.stage is Stage.WITHDRAWN and record.withdrawal is None:
        yield ("publish",), "withdrawn, but not when and why; add withdrawal with date and reason"


@record_rule("withdrawal-of-public", Record)
def withdrawal_of_public(record: Record) -> Iterator[tuple[Keys, str]]:
    """Only a withdrawn record has a withdrawal."""
    if record.publish.stage is not Stage.WITHDRAWN and record.withdrawal is not None:
        message = f'a withdrawal, but publish is "{record.publish}"'
        yield ("withdrawal",), f"{message}; write publish: withdrawn, or take it out"


@record_rule("published-early", Meeting, DecisionRecord)
def published_early(record: Meeting | DecisionRecord) -> Iterator[tuple[Keys, str]]:
    """A protocol or a decision is not published before the day that it tells of."""
    if isinstance(record, Meeting) and record.status is not MeetingStatus.HELD:
        return
    told = _day_of(record)
    if told and record.publish.day and record.publish.day < told:
        message = f"published on {record.publish.day}, before {told}; correct one of them"
        yield ("publish",), message


@record_rule("correction-order", Record)
def correction_order(record: Record) -> Iterator[tuple[Keys, str]]:
    """Corrections stand in the order of their days."""
    for place, (before, one) in enumerate(pairwise(record.corrections), start=1):
        if one.date < before.date:
            message = f"{one.date} stands after {before.date}; put the latest last"
            yield ("corrections", place, "date"), message


@archive_rule("changed-before-published")
def changed_before_published(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """A record is corrected or withdrawn after it was published, and after its meeting."""
    for file in archive.catalogue.files:
        for keys, day in _changes(file.record):
            name, first = _first_day(archive, file.record)
            if day < first:
                yield file.path, keys, f"{day} is before {name}, {first}; correct the date"


@archive_rule("names-unpublished")
def names_unpublished(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """What the public sees does not name what it may not see yet."""
    waiting = _not_published(archive.catalogue)
    for file in archive.catalogue.files if waiting else ():
        opens = file.record.publish.opens
        if opens is None:
            continue
        ids = ((one.keys, one.target) for one in file.names.references)
        for keys, target in (*ids, *file.names.links):
            publish = waiting.get(target)
            # What has been due once may be named by everybody from then on.
            if publish and not publish.is_public(max(opens, archive.as_of)):
                message = f'"{target}" is not public yet (publish: {publish})'
                yield file.path, keys, f"{message}; publish it first, or take it out here"


@archive_rule("former-id-in-use")
def former_id_in_use(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id that a record has had is nobody's now, and leads to one record."""
    former = [
        (file.path, keys, id) for file in archive.catalogue.files for keys, id in _former(file)
    ]
    for path, keys, id in former:
        if archive.catalogue.find(id):
            yield path, keys, f'"{id}" is the id of a record; take it out here, or rename that'
    for place in repeats(id for _, _, id in former):
        path, keys, id = former[place]
        yield path, keys, f'"{id}" is a former id already; keep it where the record went'


@archive_rule("not-adjusted")
def not_adjusted(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Where a body requires it, a protocol is adjusted before it is published."""
    for file in archive.catalogue.files:
        meeting = file.record
        if not isinstance(meeting, Meeting) or meeting.publish.opens is None:
            continue
        body = archive.catalogue.organization(meeting.organization)
        if body and body.requires_adjustment and meeting.status is MeetingStatus.HELD:
            if meeting.adjusted_on or meeting.signature:
                continue
            message = f"{body.id} publishes adjusted protocols only, and this one is not"
            advice = "add adjusted_on or signature, or write publish: draft"
            yield file.path, ("publish",), f"{message}; {advice}"


@archive_rule("address-lost")
def address_lost(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """What has once been published stays at its address, is withdrawn, or leads on."""
    if not archive.ledger.lines:
        return
    there = _addresses(archive)
    files = {id: file for file in archive.catalogue.files for id in _ids(file.record)}
    for line in archive.ledger.lines.values():
        file = files.get(line.id)
        if line.address in there or line.id in archive.unread:
            continue
        message = f'"/{line.address}" is public since {line.published} and would be gone'
        if file is None:
            advice = f'name "{line.id}" in moved_from of the one that took its place'
            place: Keys = (archive.ledger.numbers.get(line.address, 1),)
            yield archive.ledger.path, place, f"{message}; restore the record, or {advice}"
        elif file.record.publish.stage is Stage.WITHDRAWN:
            continue
        elif not file.record.publish.is_public(archive.as_of):
            advice = "write publish: published, or publish: withdrawn and a withdrawal"
            yield file.path, ("publish",), f"{message}; {advice}"
        else:
            advice = "put back the § or the decision that stands there"
            yield file.path, ("agenda_items",), f"{message}; {advice}"


@archive_rule("correction-missing")
def correction_missing(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """A change of what is public is told in corrections, and stays told."""
    for file in archive.published.files if archive.ledger.lines else ():
        line = _line_of(file.record, archive)
        if line is None:
            continue
        told = len(file.record.corrections)
        if told < line.corrections:
            message = f"{line.corrections} corrections have been published, and {told} are here"
            yield file.path, ("corrections",), f"{message}; put back what is missing"
        elif told == line.corrections and fingerprint(file) != line.content:
            message = "the record has changed since it was published"
            advice = "add to corrections what was changed and why, with the day, or undo the change"
            yield file.path, ("corrections",), f"{message}; {advice}"


def _not_published(catalogue: Catalogue) -> dict[str, Publish]:
    """When the public may see the drafts, and what is due on a day, by id."""
    records = (
        (id, entry.record if isinstance(entry, Decision) else entry)
        for id, entry in catalogue.by_id.items()
    )
    stages = (Stage.DRAFT, Stage.DUE)
    return {id: record.publish for id, record in records if record.publish.stage in stages}


def _changes(record: Record) -> Iterator[tuple[Keys, date]]:
    for place, one in enumerate(record.corrections):
        yield ("corrections", place, "date"), one.date
    if record.withdrawal:
        yield ("withdrawal", "date"), record.withdrawal.date


def _first_day(archive: Archive, record: Record) -> tuple[str, date]:
    """The day before which a record cannot be changed, and the name of that day."""
    line = _line_of(record, archive)
    days = [
        ("its publication", record.publish.day),
        ("its publication", line.published if line else None),
        ("the day that it tells of", _day_of(record)),
    ]
    return max(((name, day or date.min) for name, day in days), key=lambda named: named[1])


def _day_of(record: Record) -> date | None:
    match record:
        case Meeting():
            return record.date
        case DecisionRecord() if record.date:
            return record.date.first
        case _:
            return None


def _line_of(record: Record, archive: Archive) -> Line | None:
    """What the ledger tells of a record, under its id or one that it has had."""
    lines = archive.ledger.lines
    own = (next(addresses_of(record, id)) for id in _ids(record))
    return next((lines[address] for address in own if address in lines), None)


def _ids(record: Record) -> tuple[str, ...]:
    return record.id, *record.moved_from


def _former(file: RecordFile) -> Iterator[tuple[Keys, str]]:
    record = file.record
    for place, id in enumerate(record.moved_from):
        yield ("moved_from", place), id
    for item in file.items:
        ids = item.content.decision.moved_from if item.content.decision else ()
        for place, id in enumerate(ids):
            yield (*item.keys, "decision", "moved_from", place), id


def _addresses(archive: Archive) -> set[str]:
    """Every address that the build gives, be it of a page that leads on."""
    records = [file.record for file in archive.published.files]
    return {*moves(records), *(address for one in records for address in addresses_of(one))}


RULES = (
    withdrawal_missing,
    withdrawal_of_public,
    published_early,
    correction_order,
    changed_before_published,
    names_unpublished,
    former_id_in_use,
    not_adjusted,
    address_lost,
    correction_missing,
)
