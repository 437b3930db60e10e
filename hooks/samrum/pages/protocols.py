"""Meetings -> the list of protocols and a page for each: head, attendance, every § in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.entries import Decision, Item
from samrum.model import Meeting
from samrum.model.meeting import Attendee, Figure, ItemType, Official, Presenter
from samrum.pages.adjustment import adjustment
from samrum.pages.assignments import Task, task
from samrum.pages.costs import Cost, cost
from samrum.pages.decisions import caution, count, lead
from samrum.pages.edition import UNKNOWN, Edition, Fact, Link, kind_word, when
from samrum.pages.facets import Facets, facets
from samrum.pages.page import Content, Heading, Outline
from samrum.pages.papers import PaperRow, papers
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks, cited_by
from samrum.pages.sources import citation, sources


class Seat(Struct, frozen=True):
    """An elected member at a meeting; `presence` says in words what a sign would."""

    name: str
    party: str
    on_behalf_of: Link
    roles: str
    presence: str


class DecisionBox(Struct, frozen=True):
    """A decision as the protocol shows it."""

    link: Link
    kind: str
    lead: str
    caution: str
    resolution: tuple[str, ...]
    result: str
    cost: Cost | None
    tasks: tuple[Task, ...]
    files: tuple[PaperRow, ...]


class ItemView(Struct, frozen=True):
    """A § or a part of one as the page tells it."""

    anchor: str
    number: str
    name: str
    is_part: bool
    type: str
    presenters: str
    body: str
    views: tuple[str, ...]
    figures: tuple[str, ...]
    decision: DecisionBox | None
    matters: tuple[Link, ...]
    related: tuple[Link, ...]


class MeetingRow(Struct, frozen=True):
    """A meeting in a list."""

    link: Link
    organization: Link
    when: str
    machine_date: str
    status: str
    reference: str
    items: int
    decisions: int
    facets: Facets


def protocol_pages(edition: Edition) -> Iterator[Outline]:
    """The list, then every protocol."""
    yield Outline(
        address="protokoll/",
        section=Section.PROTOCOLS,
        title="Protokoll",
        template="protocols.html",
        content=lambda: Content(
            "Protokoll från möten, det senaste först.",
            {"rows": rows(edition.catalogue.meetings, edition)},
        ),
    )
    for meeting in edition.catalogue.meetings:
        yield _outline(meeting, edition)


def rows(meetings: Iterable[Meeting], edition: Edition) -> tuple[MeetingRow, ...]:
    """Meetings as lines of a list, in the order given."""
    return tuple(edition.once(_row, meeting) for meeting in meetings)


def _row(meeting: Meeting, edition: Edition) -> MeetingRow:
    return MeetingRow(
        link=edition.link_to(meeting),
        organization=edition.link(meeting.organization),
        when=text.long_date(meeting.date),
        machine_date=meeting.date.isoformat(),
        status=meeting.status.value,
        reference=text.nobreak(meeting.reference or ""),
        items=len(meeting.agenda_items),
        decisions=count(edition.catalogue.decisions_of[meeting.id]),
        facets=facets(meeting, edition),
    )


def _outline(meeting: Meeting, edition: Edition) -> Outline:
    return Outline(
        address=address(meeting),
        section=Section.PROTOCOLS,
        title=edition.label(meeting),
        template="protocol.html",
        source=edition.catalogue.paths.get(meeting.id),
        toc=tuple(
            Heading(item.anchor, text.nobreak(f"§ {item.number}") + f" {item.content.name}")
            for item in edition.catalogue.items[meeting.id]
            if not item.is_part
        ),
        content=partial(_content, meeting, edition),
    )


def _content(meeting: Meeting, edition: Edition) -> Content:
    items = edition.catalogue.items[meeting.id]
    around = edition.catalogue.neighbours[meeting.id]
    summary = meeting.summary or f"Protokoll från {edition.label(meeting)}."
    return Content(
        text.shorten(text.plain(summary), 200),
        {
            "meeting": meeting,
            "facts": _facts(meeting, edition),
            "adjustment": adjustment(meeting),
            "seats": tuple(_seats(meeting, edition)),
            "attendance": _attendance(meeting),
            "officials": tuple(_official(official, edition) for official in meeting.officials),
            "items": tuple(_item(item, edition) for item in items),
            "decisions": tuple(
                edition.link_to(one) for one in edition.catalogue.decisions_of[meeting.id]
            ),
            "sources": sources(meeting.sources, edition),
            "citation": citation(meeting, edition),
            "publicity": publicity(meeting, edition),
            "backlinks": backlinks(meeting, edition),
            "cited_by": cited_by(meeting, edition),
            "before": edition.link_to(around.before) if around.before else None,
            "after": edition.link_to(around.after) if around.after else None,
        },
    )


def _facts(meeting: Meeting, edition: Edition) -> tuple[Fact, ...]:
    facts = [
        Fact("Organ", (edition.link(meeting.organization),)),
        Fact("Datum", (text.weekday_date(meeting.date),)),
        Fact("Tid", (text.time_span(meeting.start, meeting.end) or UNKNOWN,)),
        Fact("Plats", (meeting.location or UNKNOWN,)),
        Fact("Diarienummer", (text.nobreak(meeting.reference or UNKNOWN),)),
        Fact("Ordförande", (_chair(meeting),)),
        Fact("Sekreterare", (meeting.secretary or UNKNOWN,)),
        Fact("Justerare", meeting.adjusters or (UNKNOWN,)),
        Fact("Justerat", (when(meeting.adjusted_on) if meeting.adjusted_on else UNKNOWN,)),
    ]
    if meeting.signature:
        signature = meeting.signature
        reference = text.nobreak(f"referensnummer {signature.reference}")
        facts.append(Fact("E-signatur", (f"{signature.service}, {reference}",)))
    if meeting.announced_on:
        facts.append(Fact("Anslaget", (when(meeting.announced_on),)))
    if meeting.appeal_deadline:
        facts.append(Fact("Överklagas senast", (when(meeting.appeal_deadline),)))
    if meeting.legal_force_on:
        facts.append(Fact("Laga kraft", (when(meeting.legal_force_on),)))
    return tuple(facts)


def _chair(meeting: Meeting) -> str:
    chairs = [one for one in meeting.participants if one.role and one.role.value == "ordförande"]
    return text.join_words([person(one) for one in chairs]) or UNKNOWN


def person(attendee: Attendee) -> str:
    """A member with the party, if it is known: "Ada Exempel (x)"."""
    return text.nobreak(f"{attendee.name} ({attendee.party})") if attendee.party else attendee.name


def _seats(meeting: Meeting, edition: Edition) -> Iterator[Seat]:
    for attendees, presence in (
        (meeting.participants, "närvarande"),
        (meeting.absentees, "frånvarande"),
    ):
        for one in attendees:
            roles = [one.role.value] if one.role else []
            if one.name in meeting.adjusters:
                roles.append("justerare")
            yield Seat(
                name=one.name,
                party=one.party or "",
                on_behalf_of=edition.link(one.on_behalf_of),
                roles=", ".join(roles),
                presence=presence,
            )


def _attendance(meeting: Meeting) -> str:
    present, absent = len(meeting.participants), len(meeting.absentees)
    return f"Ledamöter: {present} närvarande, {absent} frånvarande"


def _official(official: Official, edition: Edition) -> str:
    employer = edition.name(official.on_behalf_of) if official.on_behalf_of else None
    return ", ".join(part for part in (official.name, official.title, employer) if part)


def _item(item: Item, edition: Edition) -> ItemView:
    content = item.content
    decision = edition.catalogue.find(item.decision_id) if content.decision else None
    box = _box(decision, edition) if isinstance(decision, Decision) else None
    return ItemView(
        anchor=item.anchor,
        number=item.paragraph,
        name=content.name,
        is_part=item.is_part,
        type=_type(content.type, content.oral),
        presenters=_presenters(content.presenters, edition),
        body=content.body or "",
        views=content.views,
        figures=tuple(_figure(figure) for figure in content.figures),
        decision=box,
        matters=edition.links(content.matters),
        related=edition.links(content.related),
    )


def _box(decision: Decision, edition: Edition) -> DecisionBox:
    content = decision.content
    return DecisionBox(
        link=edition.link_to(decision),
        kind=kind_word(decision),
        lead=lead(decision, edition),
        caution=caution(decision, edition),
        resolution=content.resolution,
        result=content.result.value.capitalize() if content.result else "",
        cost=cost(content.funding, edition) if content.funding else None,
        tasks=tuple(task(one, decision, edition) for one in content.assignments),
        files=tuple(one for one in papers(decision, edition) if one.file),
    )


def _type(type: ItemType | None, oral: bool) -> str:
    if type is None:
        return "Muntligt ärende" if oral else ""
    return f"Muntligt {type.value}" if oral else type.value.capitalize()


def _presenters(presenters: tuple[Presenter, ...], edition: Edition) -> str:
    """Names in the order of the protocol; those of one organization stand before its name."""
    groups: dict[str | None, list[str]] = {}
    for presenter in presenters:
        groups.setdefault(presenter.on_behalf_of, []).append(presenter.name)
    told = (
        text.join_words(names) + (f", {edition.name(by)}" if by else "")
        for by, names in groups.items()
    )
    return "; ".join(told)


def _figure(figure: Figure) -> str:
    period = f" ({when(figure.period)})" if figure.period else ""
    return f"{figure.label}: {text.nobreak(figure.value)}{period}"
