"""Rules of dates: nothing ends before it begins, and what follows does not come before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from samrum.entries import Decision
from samrum.model import Event, Meeting, Strategy
from samrum.model.values import PartialDate
from samrum.problems import Keys
from samrum.rules.rule import Archive, archive_rule, decision_rule, record_rule

_STEPS = ("date", "adjusted_on", "announced_on", "appeal_deadline", "legal_force_on")
"""The days of a protocol, in the order of the law."""


@record_rule("end-before-start", Meeting, Event)
def end_before_start(record: Meeting | Event) -> Iterator[tuple[Keys, str]]:
    """What begins and ends on one day ends later than it begins."""
    if isinstance(record, Event) and record.end_date:
        return
    if record.start and record.end and record.end <= record.start:
        message = f"the end {record.end:%H:%M} is not after the start {record.start:%H:%M}"
        yield ("end",), f"{message}; correct one of them"


@record_rule("last-day-before-first", Event)
def last_day_before_first(event: Event) -> Iterator[tuple[Keys, str]]:
    """The last day of an event, or of an alternative to it, is not before the first."""
    times: list[tuple[Keys, date, date | None]] = [((), event.date, event.end_date)]
    for place, other in enumerate(event.alternatives):
        times.append((("alternatives", place), other.date, other.end_date))
    for keys, first, last in times:
        if last and last < first:
            message = f"the last day {last} is before the first, {first}; correct one of them"
            yield (*keys, "end_date"), message


@record_rule("steps-out-of-order", Meeting)
def steps_out_of_order(meeting: Meeting) -> Iterator[tuple[Keys, str]]:
    """A protocol is adjusted after the meeting, announced, open to appeal, and then in force."""
    known = [(step, day) for step in _STEPS if (day := getattr(meeting, step))]
    for (before, earlier), (step, later) in pairwise(known):
        if later < earlier:
            message = f"{step} is {later}, before {before}, {earlier}; correct one of them"
            yield (step,), message


@decision_rule("decision-before-meeting")
def decision_before_meeting(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A decision in a protocol is not older than the meeting."""
    if decision.meeting and decision.date and _precedes(decision.date, decision.meeting.date):
        message = f"{decision.date} is before the meeting on {decision.meeting.date}"
        yield ("date",), f"{message}; correct it, or take it out if it is the meeting's"


@decision_rule("due-before-decision")
def due_before_decision(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """What a decision orders is due after it was taken."""
    for keys, due in _dues(decision):
        if decision.date and due and _precedes(due, decision.date):
            message = f"due {due}, before the decision on {decision.date}; correct the date"
            yield (*keys, "due"), message


@decision_rule("paper-after-decision")
def paper_after_decision(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A decision does not rest on a paper that is younger than itself."""
    for place, paper in enumerate(decision.content.papers):
        if decision.date and paper.date and _precedes(decision.date, paper.date):
            message = f"the paper is of {paper.date}, after the decision on {decision.date}"
            yield ("papers", place, "date"), f"{message}; correct the date"


@decision_rule("adoption-before-decision")
def adoption_before_decision(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A principal adopts a recommendation after it was given."""
    for place, adoption in enumerate(decision.content.adoptions):
        if decision.date and adoption.date and _precedes(adoption.date, decision.date):
            message = f"{adoption.date} is before the recommendation on {decision.date}"
            yield ("adoptions", place, "date"), f"{message}; correct the date"


@archive_rule("event-before-decision")
def event_before_decision(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An event takes place after the decision that set its day."""
    for file in archive.catalogue.files:
        event = file.record
        if not isinstance(event, Event) or event.decision is None:
            continue
        decision = archive.catalogue.find(event.decision)
        if not isinstance(decision, Decision) or decision.date is None:
            continue
        if _precedes(event.end_date or event.date, decision.date):
            message = f'"{decision.id}" was taken on {decision.date}, after the event'
            yield file.path, ("decision",), f"{message}; correct the date or name another decision"


@record_rule("validity-before-start", Strategy)
def validity_before_start(strategy: Strategy) -> Iterator[tuple[Keys, str]]:
    """A strategy holds until a day that is not before its first."""
    for name in ("adopted_on", "valid_from"):
        start: PartialDate | None = getattr(strategy, name)
        for place, validity in enumerate(strategy.validity):
            if start and _precedes(validity.to, start):
                message = f"{validity.to} is before {name}, {start}; correct one of them"
                yield ("validity", place, "to"), message


def _dues(decision: Decision) -> Iterator[tuple[Keys, PartialDate | None]]:
    for place, assignment in enumerate(decision.content.assignments):
        yield ("assignments", place), assignment.due
        for inner, delivery in enumerate(assignment.deliveries):
            yield ("assignments", place, "deliveries", inner), delivery.due


def _precedes(one: PartialDate | date, other: PartialDate | date) -> bool:
    """Whether every day that `one` can mean lies before every day that `other` can mean."""
    last = one.last if isinstance(one, PartialDate) else one
    first = other.first if isinstance(other, PartialDate) else other
    return last < first


RULES = (
    end_before_start,
    last_day_before_first,
    steps_out_of_order,
    decision_before_meeting,
    due_before_decision,
    paper_after_decision,
    adoption_before_decision,
    event_before_decision,
    validity_before_start,
)
