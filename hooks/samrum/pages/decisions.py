"""Decisions -> the list of decisions and a page for each, which answers first what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import assert_never

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.entries import Decision
from samrum.model import Event, Strategy
from samrum.model.decision import Adoption, DecisionType
from samrum.pages.adjustment import adjustment
from samrum.pages.assignments import task
from samrum.pages.costs import cost
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
from samrum.pages.papers import papers
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks, cited_by
from samrum.pages.sources import citation, sources


class DecisionRow(Struct, frozen=True):
    """A decision in a list."""

    link: Link
    kind: str
    organization: Link
    when: str
    machine_date: str | None
    summary: str
    facets: Facets


class AdoptionRow(Struct, frozen=True):
    """Where one principal stands on a recommendation."""

    principal: Link
    status: str
    when: str
    reference: str
    url: str


def decision_pages(edition: Edition) -> Iterator[Outline]:
    """The list, then every decision."""
    yield Outline(
        address="beslut/",
        section=Section.DECISIONS,
        title="Beslut",
        template="decisions.html",
        content=lambda: Content(
            "Beslut, rekommendationer och förslag till beslut, det senaste först.",
            {"rows": rows(edition.catalogue.decisions, edition)},
        ),
    )
    for decision in edition.catalogue.decisions:
        yield _outline(decision, edition)


def rows(decisions: Iterable[Decision], edition: Edition) -> tuple[DecisionRow, ...]:
    """Decisions as lines of a list, in the order given."""
    return tuple(edition.once(_row, decision) for decision in decisions)


def _row(decision: Decision, edition: Edition) -> DecisionRow:
    return DecisionRow(
        link=edition.link_to(decision),
        kind=kind_word(decision),
        organization=edition.link(decision.organization),
        when=when(decision.date),
        machine_date=machine_date(decision.date),
        summary=_in_short(decision),
        facets=facets(decision, edition),
    )


def count(decisions: Iterable[Decision]) -> int:
    """How many of them are decisions: recommendations, proposals and information are none."""
    return sum(one.content.decision_type is DecisionType.DECISION for one in decisions)


def lead(decision: Decision, edition: Edition) -> str:
    """The words before the resolution: who takes the stand, and what kind of stand it is."""
    body = edition.name(decision.organization)
    match decision.content.decision_type:
        case DecisionType.PROPOSAL if decision.content.proposed_to:
            return (
                f"{body} föreslår att {_mid(edition.name(decision.content.proposed_to))} beslutar"
            )
        case DecisionType.PROPOSAL:
            return f"{body} föreslår"
        case DecisionType.RECOMMENDATION:
            return f"{body} rekommenderade"
        case DecisionType.INFORMATION:
            return f"{body} tog emot informationen"
        case DecisionType.DECISION:
            return f"{body} beslutade"
        case other:
            assert_never(other)


def caution(decision: Decision, edition: Edition) -> str:
    """What a reader must not mistake a proposal or a recommendation for; empty for a decision."""
    match decision.content.decision_type:
        case DecisionType.PROPOSAL:
            board = decision.content.proposed_to
            whom = f" av {_mid(edition.name(board))}" if board else ""
            return f"Det här är ett förslag. Arkivet innehåller inget beslut{whom} i frågan."
        case DecisionType.RECOMMENDATION:
            return (
                "En rekommendation är inte ett beslut: varje huvudman tar själv ställning till den."
            )
        case _:
            return ""


def _outline(decision: Decision, edition: Edition) -> Outline:
    return Outline(
        address=address(decision),
        section=Section.DECISIONS,
        title=decision.content.title,
        template="decision.html",
        source=decision.path,
        content=partial(_content, decision, edition),
    )


def _content(decision: Decision, edition: Edition) -> Content:
    content = decision.content
    follows, related = _follows(decision, edition), edition.links(content.related)
    shown = {link.address for link in (*follows, *related)}
    before, after = _neighbours(decision, edition)
    return Content(
        text.shorten(f"{lead(decision, edition)}: {_in_short(decision)}", 200),
        {
            "content": content,
            "kind": kind_word(decision),
            "lead": lead(decision, edition),
            "caution": caution(decision, edition),
            "facts": _facts(decision, edition),
            "cost": cost(content.funding, edition) if content.funding else None,
            "tasks": tuple(task(one, decision, edition) for one in content.assignments),
            "papers": papers(decision, edition),
            "adoptions": tuple(_adoption(adoption, edition) for adoption in content.adoptions),
            "follows": follows,
            "views": decision.item.content.views if decision.item else (),
            "matters": edition.links(decision.matters),
            "related": related,
            "backlinks": backlinks(decision, edition, shown),
            "cited_by": cited_by(decision, edition),
            "before": before,
            "after": after,
            "sources": sources(
                decision.sources,
                edition,
                f"§ {decision.item.paragraph}" if decision.item else "",
            ),
            "citation": citation(decision, edition),
            "publicity": publicity(decision, edition),
            "adjustment": _adjustment(decision, edition),
            "protocol": edition.link_to(decision.item) if decision.item else None,
        },
    )


def _adjustment(decision: Decision, edition: Edition) -> str:
    meeting = edition.catalogue.meeting(decision.meeting.id) if decision.meeting else None
    return adjustment(meeting) if meeting else ""


def _neighbours(decision: Decision, edition: Edition) -> tuple[Link | None, Link | None]:
    """The decisions just before and just after this one in the same protocol."""
    if decision.meeting is None:
        return None, None
    taken = edition.catalogue.decisions_of[decision.meeting.id]
    place = taken.index(decision)
    before = edition.link_to(taken[place - 1]) if place else None
    after = edition.link_to(taken[place + 1]) if place + 1 < len(taken) else None
    return before, after


def _facts(decision: Decision, edition: Edition) -> tuple[Fact, ...]:
    content = decision.content
    facts = [
        Fact("Organ", (edition.link(decision.organization),)),
        Fact("Datum", (when(decision.date),)),
    ]
    if decision.item:
        facts.append(Fact("Paragraf", (edition.link_to(decision.item),)))
        facts.append(Fact("Möte", (edition.link_to(decision.item.meeting),)))
    facts.append(Fact("Diarienummer", (text.nobreak(decision.reference or UNKNOWN),)))
    if content.result:
        facts.append(Fact("Utfall", (content.result.value.capitalize(),)))
    if content.proposed_to:
        facts.append(Fact("Förslag till", (edition.link(content.proposed_to),)))
    if content.recommended_to:
        facts.append(Fact("Riktas till", edition.links(content.recommended_to)))
    if content.supplier:
        facts.append(Fact("Leverantör", (edition.link(content.supplier),)))
    if content.procurement:
        facts.append(Fact("Undantag från upphandling", (content.procurement.exemption_ground,)))
    if decision.matters:
        facts.append(Fact("Ärende", edition.links(decision.matters)))
    return tuple(facts)


def _follows(decision: Decision, edition: Edition) -> tuple[Link, ...]:
    """What the decision set in motion: events it planned, strategies whose validity it changed."""
    mentions = edition.catalogue.mentions.get(decision.id, ())
    by = (mention.by for mention in mentions if "decision" in mention.keys)
    return tuple(
        edition.link_to(one) for one in dict.fromkeys(by) if isinstance(one, Event | Strategy)
    )


def _adoption(adoption: Adoption, edition: Edition) -> AdoptionRow:
    return AdoptionRow(
        principal=edition.link(adoption.principal),
        status=adoption.status.value,
        when=when(adoption.date) if adoption.date else "–",
        reference=text.nobreak(adoption.reference or ""),
        url=adoption.url or "",
    )


def _in_short(decision: Decision) -> str:
    content = decision.content
    return text.shorten(text.plain(content.summary or content.resolution[0]), 180)


def _mid(name: str) -> str:
    """A body's name inside a sentence, where "Hälso- och sjukvårdsnämnden" begins small."""
    return (
        name[0].lower() + name[1:] if name.endswith(("nämnden", "utskottet", "styrelsen")) else name
    )
