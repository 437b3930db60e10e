"""Matters -> the public log (ärendelogg) and a page for each: a timeline across bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.model import Matter
from samrum.model.matter import MatterStatus
from samrum.pages.assignments import Task, task
from samrum.pages.edition import Edition, Fact, Link, when
from samrum.pages.facets import Facets, facets
from samrum.pages.page import Content, Outline
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks
from samrum.pages.sources import citation, sources
from samrum.pages.timeline import Step, Timeline, timeline

_ORDER = list(MatterStatus)


class MatterCard(Struct, frozen=True):
    """A matter where no more than its name and its state is told."""

    link: Link
    status: MatterStatus
    note: str


class MatterRow(MatterCard, frozen=True):
    """A line of the log: `latest` is the last step before the edition's day, `coming` the next."""

    latest: Step | None
    coming: Step | None
    bodies: tuple[Link, ...]
    facets: Facets


def matter_pages(edition: Edition) -> Iterator[Outline]:
    """The log, then every matter."""
    yield Outline(
        address="arenden/",
        section=Section.MATTERS,
        title="Ärendelogg",
        template="matters.html",
        content=lambda: Content(
            "Ärenden som följs över möten och organ: läge, senaste steg och nästa.",
            {"rows": rows(edition.catalogue.matters, edition), "as_of": when(edition.as_of)},
        ),
    )
    for matter in edition.catalogue.matters:
        yield _outline(matter, edition)


def rows(matters: Iterable[Matter], edition: Edition) -> tuple[MatterRow, ...]:
    """Lines of the log: open matters first, then those at rest, then the closed."""
    return tuple(edition.once(_row, matter) for matter in sorted(matters, key=_by_status))


def cards(matters: Iterable[Matter], edition: Edition) -> tuple[MatterCard, ...]:
    """The same matters in the same order, without the steps, which take a hundred times as long."""
    return tuple(
        MatterCard(edition.link_to(one), one.status, one.status_note or "")
        for one in sorted(matters, key=_by_status)
    )


def _by_status(matter: Matter) -> int:
    return _ORDER.index(matter.status)


def _row(matter: Matter, edition: Edition) -> MatterRow:
    history = edition.once(timeline, matter)
    return MatterRow(
        link=edition.link_to(matter),
        status=matter.status,
        note=matter.status_note or "",
        latest=history.current,
        coming=history.coming,
        bodies=_bodies(history),
        facets=facets(matter, edition),
    )


def _outline(matter: Matter, edition: Edition) -> Outline:
    return Outline(
        address=address(matter),
        section=Section.MATTERS,
        title=matter.title,
        template="matter.html",
        source=edition.catalogue.paths.get(matter.id),
        content=partial(_content, matter, edition),
    )


def _content(matter: Matter, edition: Edition) -> Content:
    history = edition.once(timeline, matter)
    related = edition.links(matter.related)
    shown = {step.what.address for step in (*history.steps, *history.undated)}
    shown |= {link.address for link in related}
    return Content(
        text.shorten(text.plain(matter.summary), 200),
        {
            "matter": matter,
            "facts": _facts(matter, history),
            "timeline": history,
            "as_of": when(edition.as_of),
            "tasks": tuple(_tasks(matter, edition)),
            "related": related,
            "backlinks": backlinks(matter, edition, shown),
            "sources": sources(matter.sources, edition),
            "citation": citation(matter, edition),
            "publicity": publicity(matter, edition),
        },
    )


def _facts(matter: Matter, history: Timeline) -> tuple[Fact, ...]:
    facts = [Fact("Läge", (matter.status.value.capitalize(),))]
    if matter.status_note:
        facts.append(Fact("Om läget", (matter.status_note,)))
    if bodies := _bodies(history):
        facts.append(Fact("Organ", bodies))
    if matter.topics:
        facts.append(Fact("Ämnen", matter.topics))
    return tuple(facts)


def _bodies(history: Timeline) -> tuple[Link, ...]:
    steps = (*history.steps, *history.undated)
    return tuple(dict.fromkeys(step.organization for step in steps if step.organization))


def _tasks(matter: Matter, edition: Edition) -> Iterator[Task]:
    for decision in edition.catalogue.decisions_in.get(matter.id, ()):
        for assignment in decision.content.assignments:
            yield task(assignment, decision, edition)
