"""Strategies -> the list and a page for each: whether it holds, who owns it, what changed it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.entries import Decision, Item
from samrum.model import Strategy
from samrum.pages.assignments import Task, task
from samrum.pages.edition import (
    UNKNOWN,
    Edition,
    Fact,
    Link,
    kind_word,
    machine_date,
    when,
)
from samrum.pages.facets import Facets, facets
from samrum.pages.page import Content, Outline
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks
from samrum.pages.sources import citation, sources
from samrum.pages.validity import Standing, standing


class ValidityStep(Struct, frozen=True):
    """A last day of validity, and the decision that set it if it is known."""

    to: str
    machine_date: str
    note: str
    decision: Link | None
    is_current: bool


class StrategyRow(Struct, frozen=True):
    """A strategy in a list."""

    link: Link
    kind: str
    standing: Standing
    valid_to: str
    machine_date: str | None
    owner: Link | None
    summary: str
    facets: Facets


class View(Struct, frozen=True):
    """A view that was raised at a meeting, and the § where it stands."""

    text: str
    item: Link


def strategy_pages(edition: Edition) -> Iterator[Outline]:
    """The list, then every strategy."""
    yield Outline(
        address="strategier/",
        section=Section.STRATEGIES,
        title="Strategier och planer",
        template="strategies.html",
        content=lambda: Content(
            "Strategier, planer och överenskommelser, och om de gäller.",
            {
                "rows": tuple(_row(one, edition) for one in edition.catalogue.strategies),
                "as_of": when(edition.as_of),
            },
        ),
    )
    for strategy in edition.catalogue.strategies:
        yield _outline(strategy, edition)


def strategy_standing(strategy: Strategy, edition: Edition) -> Standing:
    """How a strategy stands on the edition's day, a later document that replaces it counted."""
    by = (mention.by for mention in edition.catalogue.mentions.get(strategy.id, ()))
    is_replaced = any(isinstance(one, Strategy) and strategy.id in one.supersedes for one in by)
    return standing(strategy, edition.as_of, is_replaced=is_replaced)


def _row(strategy: Strategy, edition: Edition) -> StrategyRow:
    return StrategyRow(
        link=edition.link_to(strategy),
        kind=kind_word(strategy),
        standing=strategy_standing(strategy, edition),
        valid_to=when(strategy.valid_to) if strategy.valid_to else "",
        machine_date=machine_date(strategy.valid_to),
        owner=edition.link(strategy.owner) if strategy.owner else None,
        summary=text.shorten(text.plain(strategy.summary or ""), 180),
        facets=facets(strategy, edition),
    )


def _outline(strategy: Strategy, edition: Edition) -> Outline:
    return Outline(
        address=address(strategy),
        section=Section.STRATEGIES,
        title=strategy.title,
        template="strategy.html",
        source=edition.catalogue.paths.get(strategy.id),
        content=partial(_content, strategy, edition),
    )


def _content(strategy: Strategy, edition: Edition) -> Content:
    changes = tuple(_validity(strategy, edition))
    tasks = tuple(_tasks(strategy, edition))
    related = edition.links(strategy.related)
    shown = {change.decision.address for change in changes if change.decision}
    shown |= {one.decision.address for one in tasks} | {link.address for link in related}
    return Content(
        text.shorten(text.plain(strategy.summary or f"{strategy.title}."), 200),
        {
            "strategy": strategy,
            "kind": kind_word(strategy),
            "standing": strategy_standing(strategy, edition),
            "as_of": when(edition.as_of),
            "valid_to": when(strategy.valid_to) if strategy.valid_to else "",
            "facts": _facts(strategy, edition),
            "changes": changes,
            "tasks": tasks,
            "views": tuple(_views(strategy, edition)),
            "supersedes": edition.links(strategy.supersedes),
            "matters": edition.links(strategy.matters),
            "related": related,
            "backlinks": backlinks(strategy, edition, shown),
            "sources": sources(strategy.sources, edition),
            "citation": citation(strategy, edition),
            "publicity": publicity(strategy, edition),
        },
    )


def _facts(strategy: Strategy, edition: Edition) -> tuple[Fact, ...]:
    owner, adopted_by = (
        edition.link(id) if id else UNKNOWN for id in (strategy.owner, strategy.adopted_by)
    )
    adopted_on, valid_to = (
        when(known) if known else UNKNOWN for known in (strategy.adopted_on, strategy.valid_to)
    )
    facts = [
        Fact("Ägare", (owner,)),
        Fact("Fastställd", (adopted_on,)),
        Fact("Fastställd av", (adopted_by,)),
        Fact("Gäller till och med", (valid_to,)),
    ]
    if strategy.valid_from:
        facts.insert(3, Fact("Gäller från", (when(strategy.valid_from),)))
    if strategy.scope:
        facts.append(Fact("Omfattning", (strategy.scope,)))
    if strategy.matters:
        facts.append(Fact("Ärende", edition.links(strategy.matters)))
    return tuple(facts)


def _validity(strategy: Strategy, edition: Edition) -> Iterator[ValidityStep]:
    for step in strategy.validity:
        yield ValidityStep(
            to=when(step.to),
            machine_date=str(step.to.last),
            note=step.note or "",
            decision=edition.link(step.decision) if step.decision else None,
            is_current=step is strategy.validity[-1],
        )


def _tasks(strategy: Strategy, edition: Edition) -> Iterator[Task]:
    for owed in edition.catalogue.assignments_on.get(strategy.id, ()):
        yield task(owed.assignment, owed.decision, edition)


def _views(strategy: Strategy, edition: Edition) -> Iterator[View]:
    """The views raised under every § that names the strategy, itself or in its decision."""
    by = (mention.by for mention in edition.catalogue.mentions.get(strategy.id, ()))
    items = (one.item if isinstance(one, Decision) else one for one in by)
    for item in dict.fromkeys(one for one in items if isinstance(one, Item)):
        for view in item.content.views:
            yield View(view, edition.link_to(item))
