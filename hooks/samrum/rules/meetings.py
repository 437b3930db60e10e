"""Rules of meetings: every § is there once and in order, and those who attended could do so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from samrum.model import Meeting, Organization
from samrum.model.meeting import Attendee, MeetingStatus, Role
from samrum.model.organization import Classification
from samrum.problems import Keys, suggestion
from samrum.rules.membership import everyone_in
from samrum.rules.rule import Archive, archive_rule, record_rule, repeats

_REPRESENTED = (Classification.REGION, Classification.MUNICIPALITY, Classification.ASSOCIATION)


@record_rule("section-order", Meeting)
def section_order(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """The §§ of a protocol stand in the order of their numbers."""
    for place, (before, item) in enumerate(pairwise(meeting.agenda_items), start=1):
        if item.number < before.number:
            message = f"§ {item.number} stands after § {before.number}; move it or correct it"
            yield ("agenda_items", place, "number"), message


@record_rule("duplicate-section", Meeting)
def duplicate_section(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A protocol has each § once."""
    for place in repeats(item.number for item in meeting.agenda_items):
        number = meeting.agenda_items[place].number
        message = (
            f"§ {number} is there already; correct the number, or make it a part of § {number}"
        )
        yield ("agenda_items", place, "number"), message


@record_rule("section-missing", Meeting)
def section_missing(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A protocol that has been kept holds every § that it says it has."""
    if meeting.agenda_numbers is None or meeting.status is not MeetingStatus.HELD:
        return
    first, last = meeting.agenda_numbers
    there = {item.number for item in meeting.agenda_items}
    missing = [number for number in range(first, last + 1) if number not in there]
    if missing:
        message = f"{_sections(missing)} missing; add what is missing or correct the range"
        yield ("agenda_numbers",), message


@record_rule("section-outside", Meeting)
def section_outside(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A protocol has no § outside the range that it states."""
    if meeting.agenda_numbers is None:
        return
    first, last = meeting.agenda_numbers
    for place, item in enumerate(meeting.agenda_items):
        if not first <= item.number <= last:
            message = f"§ {item.number} is outside {first}-{last}; correct it or agenda_numbers"
            yield ("agenda_items", place, "number"), message


@record_rule("duplicate-attendee", Meeting)
def duplicate_attendee(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A list of attendance names each person once."""
    for field in ("participants", "absentees"):
        attendees: Sequence[Attendee] = getattr(meeting, field)
        for place in repeats(_person(attendee) for attendee in attendees):
            name = attendees[place].name
            yield (field, place), f'"{name}" is in the list already; take one entry out'


@record_rule("present-and-absent", Meeting)
def present_and_absent(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """Nobody is both present and absent."""
    present = {_person(attendee) for attendee in meeting.participants}
    for place, attendee in enumerate(meeting.absentees):
        if _person(attendee) in present:
            message = f'"{attendee.name}" is among the participants too; take one entry out'
            yield ("absentees", place), message


@record_rule("several-chairs", Meeting)
def several_chairs(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """One of those present is the chair."""
    chairs = (place for place, one in enumerate(meeting.participants) if one.role is Role.CHAIR)
    next(chairs, None)
    for place in chairs:
        message = "another participant is the chair already; correct one of the roles"
        yield ("participants", place, "role"), message


@record_rule("unknown-adjuster", Meeting)
def unknown_adjuster(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A protocol is adjusted by people who were present, where it says who was."""
    names = [attendee.name for attendee in meeting.participants]
    for place, name in enumerate(meeting.adjusters):
        if names and name not in names:
            advice = suggestion(name, names) or "; add the participant or correct the name"
            yield ("adjusters", place), f'"{name}" is not among the participants{advice}'


@record_rule("decision-at-unheld-meeting", Meeting)
def decision_at_unheld_meeting(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A decision is taken at a meeting that has been held."""
    if meeting.status is MeetingStatus.HELD:
        return
    if any(one.decision for item in meeting.agenda_items for one in (item, *item.parts)):
        message = f'decisions were taken, but the meeting is "{meeting.status}"'
        yield ("status",), f"{message}; write genomfört or take the decisions out"


@archive_rule("not-a-member")
def not_a_member(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """In a body that lists its members, those who attend represent one of them."""
    for path, meeting, body in _held_by(archive):
        members = everyone_in(archive.catalogue, body.members)
        if not members:
            continue
        for keys, represented in _representations(meeting):
            if represented not in members:
                message = f'"{represented}" is not a member of "{body.id}"'
                yield path, keys, f"{message}; name another, or add it to the members of {body.id}"


@archive_rule("not-represented")
def not_represented(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """In a body that lists no members, those who attend represent a principal or an association."""
    for path, meeting, body in _held_by(archive):
        if body.members:
            continue
        for keys, represented in _representations(meeting):
            found = archive.catalogue.organization(represented)
            if found and found.classification not in _REPRESENTED:
                message = f'nobody represents "{represented}", which is "{found.classification}"'
                advice = f"name the municipality or the region, or list the members of {body.id}"
                yield path, keys, f"{message}; {advice}"


def _held_by(archive: Archive) -> Iterator[tuple[str, Meeting, Organization]]:
    """Every meeting of a known body, with its file and the body."""
    for file in archive.catalogue.files:
        if isinstance(file.record, Meeting):
            body = archive.catalogue.organization(file.record.organization)
            if body:
                yield file.path, file.record, body


def _representations(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """Whom each attendance entry represents, and the way to it."""
    for field in ("participants", "absentees"):
        for place, attendee in enumerate(getattr(meeting, field)):
            yield (field, place, "on_behalf_of"), attendee.on_behalf_of


def _person(attendee: Attendee) -> tuple[str, str]:
    """Two members may share a name, but hardly in one municipality's delegation."""
    return attendee.name, attendee.on_behalf_of


def _sections(numbers: Sequence[int]) -> str:
    """`§ 31 is`, or `§§ 31, 33-36 are`, for numbers in ascending order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"§§ {told} are" if len(numbers) > 1 else f"§ {told} is"


RULES = (
    section_order,
    duplicate_section,
    section_missing,
    section_outside,
    duplicate_attendee,
    present_and_absent,
    several_chairs,
    unknown_adjuster,
    decision_at_unheld_meeting,
    not_a_member,
    not_represented,
)
