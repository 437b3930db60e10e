"""Events and meetings -> the calendar, what is coming apart from what has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section
from samrum.model import Event, Meeting, Organization
from samrum.model.event import EventStatus
from samrum.pages.edition import Edition, Link, kind_word
from samrum.pages.page import Content, Outline
from samrum.pages.publicity import Publicity, publicity
from samrum.pages.tombstones import withdrawn_events


class Entry(Struct, frozen=True):
    """A line of the calendar; a meeting's leads to its protocol, an event's says what is known."""

    anchor: str
    first: date
    last: date
    machine_date: str
    when: str
    time: str
    name: str
    link: Link | None
    kind: str
    status: str
    organization: Link
    location: str
    summary: str
    alternatives: tuple[str, ...]
    decision: Link | None
    matters: tuple[Link, ...]
    former: tuple[str, ...] = ()
    """Anchors that have led to an event."""
    publicity: Publicity | None = None


class Year(Struct, frozen=True):
    """The entries of a year, in the order of time."""

    year: int
    entries: tuple[Entry, ...]


def calendar_pages(edition: Edition) -> Iterator[Outline]:
    """The calendar."""
    yield Outline(
        address="kalender/",
        section=Section.CALENDAR,
        title="Kalender",
        template="calendar.html",
        content=partial(_content, edition),
    )


def _content(edition: Edition) -> Content:
    return Content(
        "Möten och seminarier: vad som kommer och vad som har varit.",
        {
            "coming": coming(edition),
            "years": tuple(_years(entries(edition))),
            "as_of": text.long_date(edition.as_of),
            "withdrawn": withdrawn_events(edition),
        },
    )


def entries(edition: Edition, since: date = date.min) -> tuple[Entry, ...]:
    """All events and meetings in the order of time, but for those that were over before a day."""
    events, meetings = edition.catalogue.events, edition.catalogue.meetings
    found = [_event(one, edition) for one in events if (one.end_date or one.date) >= since]
    found += [_meeting(one, edition) for one in meetings if one.date >= since]
    return tuple(sorted(found, key=lambda entry: (entry.first, entry.anchor)))


def entries_of(organization: Organization, edition: Edition) -> tuple[Entry, ...]:
    """The events of one organization in the order of time."""
    events = edition.catalogue.events_of.get(organization.id, ())
    return tuple(_event(event, edition) for event in events)


def coming(edition: Edition) -> tuple[Entry, ...]:
    """The entries on and after the edition's day, the nearest first, but for the cancelled."""
    return tuple(
        entry
        for entry in entries(edition, edition.as_of)
        if entry.status != EventStatus.CANCELLED.value
    )


def _years(everything: tuple[Entry, ...]) -> Iterator[Year]:
    for year in sorted({entry.first.year for entry in everything}, reverse=True):
        yield Year(year, tuple(entry for entry in everything if entry.first.year == year))


def _event(event: Event, edition: Edition) -> Entry:
    time = text.time_span(event.start, event.end)
    if time and event.end_is_approximate:
        time = time.replace("–", "–ca ")
    return Entry(
        anchor=event.id,
        first=event.date,
        last=event.end_date or event.date,
        machine_date=event.date.isoformat(),
        when=_days(event.date, event.end_date),
        time=time,
        name=event.name,
        link=None,
        kind=kind_word(event),
        status=event.status.value,
        organization=edition.link(event.organization),
        location=event.location or "",
        summary=event.summary or "",
        alternatives=tuple(
            ", ".join(part for part in (_days(one.date, one.end_date), one.note) if part)
            for one in event.alternatives
        ),
        decision=edition.link(event.decision) if event.decision else None,
        matters=edition.links(event.matters),
        former=event.moved_from,
        publicity=publicity(event, edition),
    )


def _meeting(meeting: Meeting, edition: Edition) -> Entry:
    return Entry(
        anchor=meeting.id,
        first=meeting.date,
        last=meeting.date,
        machine_date=meeting.date.isoformat(),
        when=text.weekday_date(meeting.date),
        time=text.time_span(meeting.start, meeting.end),
        name=edition.name(meeting.organization),
        link=edition.link_to(meeting),
        kind="Möte",
        status=meeting.status.value,
        organization=edition.link(meeting.organization),
        location=meeting.location or "",
        summary="",
        alternatives=(),
        decision=None,
        matters=(),
    )


def _days(first: date, last: date | None) -> str:
    """A day with its weekday, or the span of several: "10–11 november 2022"."""
    if last is None:
        return text.weekday_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{text.long_date(last)}"
    return f"{text.long_date(first)} – {text.long_date(last)}"
