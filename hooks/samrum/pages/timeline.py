"""A matter -> its steps across bodies in the order of time, made from what the records say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from samrum.entries import Decision, Item
from samrum.model import CaseStudy, Event, Matter, Strategy
from samrum.model.event import EventStatus
from samrum.model.values import PartialDate
from samrum.pages.edition import Edition, Link, kind_word


class Step(Struct, frozen=True):
    """A step: when as far as known, what kind, what happened, and whose step it was."""

    date: PartialDate | None
    kind: str
    what: Link
    organization: Link | None = None
    note: str = ""
    is_planned: bool = False


class Timeline(Struct, frozen=True):
    """Steps in the order of time, and the undated; `as_of` is between `current` and `coming`."""

    steps: tuple[Step, ...]
    undated: tuple[Step, ...]
    current: Step | None
    coming: Step | None


def timeline(matter: Matter, edition: Edition) -> Timeline:
    """The timeline of a matter as it stands on the edition's day."""
    steps = list(_steps(matter, edition))
    dated = sorted((step for step in steps if step.date is not None), key=_in_time)
    undated = tuple(step for step in steps if step.date is None)
    as_of = edition.as_of
    # That a day for something planned has passed does not tell that it was done.
    behind = (one for one in reversed(dated) if not one.is_planned and is_behind(one, as_of))
    ahead = (step for step in dated if not is_behind(step, as_of))
    return Timeline(tuple(dated), undated, next(behind, None), next(ahead, None))


def is_behind(step: Step, as_of: date) -> bool:
    """Whether a step has been on a day; what is planned for a spring is ahead all spring."""
    if step.date is None:
        return False
    return step.date.last < as_of if step.is_planned else step.date.first <= as_of


def _in_time(step: Step) -> tuple[tuple[date, date], str, str]:
    when = step.date.span if step.date else (date.max, date.max)
    return when, step.what.address or "", step.what.text


def _steps(matter: Matter, edition: Edition) -> Iterator[Step]:
    catalogue = edition.catalogue
    for decision in catalogue.decisions_in.get(matter.id, ()):
        yield _decided(decision, edition)
        yield from _deliveries(decision, edition)
    for item in catalogue.items_in.get(matter.id, ()):
        if item.content.decision is None:
            yield from _discussed(item, matter, edition)
    for by in dict.fromkeys(mention.by for mention in catalogue.mentions.get(matter.id, ())):
        match by:
            case Strategy() if matter.id in by.matters:
                yield from _strategy_steps(by, edition)
            case CaseStudy() if matter.id in by.matters:
                yield _studied(by, edition)
            case Event() if matter.id in by.matters:
                yield _planned(by, edition)
    for milestone in matter.milestones:
        whose = edition.link(milestone.organization) if milestone.organization else None
        yield Step(milestone.date, "Händelse", Link(milestone.text, None), whose)


def _decided(decision: Decision, edition: Edition) -> Step:
    return Step(
        decision.date,
        kind_word(decision),
        Link(decision.content.title, f"beslut/{decision.id}/"),
        edition.link(decision.organization),
    )


def _deliveries(decision: Decision, edition: Edition) -> Iterator[Step]:
    for assignment in decision.content.assignments:
        for delivery in assignment.deliveries:
            if delivery.due is None:
                continue
            what = Link(f"{delivery.name} ska lämnas", f"beslut/{decision.id}/#uppdrag")
            yield Step(
                delivery.due,
                "Redovisning",
                what,
                edition.link(assignment.to),
                delivery.occasion or "",
                is_planned=True,
            )


def _discussed(item: Item, matter: Matter, edition: Edition) -> Iterator[Step]:
    """A § that has parts is told by those of them that name the matter."""
    parts = getattr(item.content, "parts", ())
    if any(matter.id in part.matters or (part.decision and not part.matters) for part in parts):
        return
    yield Step(
        PartialDate.of(item.meeting.date),
        "Behandlat",
        edition.link_to(item),
        edition.link(item.meeting.organization),
    )


def _strategy_steps(strategy: Strategy, edition: Edition) -> Iterator[Step]:
    link = edition.link_to(strategy)
    if strategy.adopted_on:
        by = edition.link(strategy.adopted_by) if strategy.adopted_by else None
        yield Step(strategy.adopted_on, "Fastställt", link, by)
    if strategy.valid_to:
        yield Step(strategy.valid_to, "Giltigheten går ut", link, is_planned=True)


def _studied(study: CaseStudy, edition: Edition) -> Step:
    by = edition.link(study.authors[0]) if study.authors else None
    return Step(study.date, "Fallstudie", edition.link_to(study), by, study.version or "")


def _planned(event: Event, edition: Edition) -> Step:
    return Step(
        PartialDate.of(event.date),
        kind_word(event),
        edition.link_to(event),
        edition.link(event.organization),
        event.status.value,
        is_planned=event.status is EventStatus.PLANNED,
    )
