"""Assignments -> who is to do what, when, and to whom it is reported."""

from __future__ import annotations

from msgspec import Struct

from samrum.entries import Decision
from samrum.model.decision import Assignment, Delivery
from samrum.pages.edition import Edition, Link, when


class Due(Struct, frozen=True):
    """A report that is owed; `when` is empty when no time is stated."""

    name: str
    when: str
    to: tuple[Link, ...]


class Task(Struct, frozen=True):
    """An assignment, with the decision that gave it."""

    to: Link
    task: str
    when: str
    status: str
    strategy: Link | None
    deliveries: tuple[Due, ...]
    decision: Link


def task(assignment: Assignment, decision: Decision, edition: Edition) -> Task:
    """The assignment as a page tells it."""
    return Task(
        to=edition.link(assignment.to),
        task=assignment.task,
        when=when(assignment.due) if assignment.due else "",
        status=assignment.status.value if assignment.status else "",
        strategy=edition.link(assignment.strategy) if assignment.strategy else None,
        deliveries=tuple(_due(delivery, edition) for delivery in assignment.deliveries),
        decision=edition.link_to(decision),
    )


def _due(delivery: Delivery, edition: Edition) -> Due:
    exact = when(delivery.due) if delivery.due else ""
    return Due(delivery.name, delivery.occasion or exact, edition.links(delivery.to))
