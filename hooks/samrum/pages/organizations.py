"""Organizations -> the list and a page for each: who sits there, its meetings, its decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.catalogue import Attendance
from samrum.model import Organization
from samrum.model.organization import Classification
from samrum.pages import decisions, protocols
from samrum.pages.assignments import Task, task
from samrum.pages.calendar import entries_of
from samrum.pages.edition import Edition, Fact, Link
from samrum.pages.page import Content, Outline
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks
from samrum.pages.sources import citation, sources

_GROUPS = (
    (
        "Organ som möts och beslutar",
        (
            Classification.CONSULTATION,
            Classification.BOARD,
            Classification.COMMITTEE,
            Classification.OFFICIALS,
            Classification.COUNCIL,
            Classification.STEERING,
        ),
    ),
    (
        "Region och kommuner",
        (Classification.REGION, Classification.MUNICIPALITIES, Classification.MUNICIPALITY),
    ),
    (
        "Andra organisationer",
        (Classification.ASSOCIATION, Classification.COMPANY, Classification.OTHER),
    ),
)


class Member(Struct, frozen=True):
    """Somebody seen in attendance: for whom or in which body, and at how many meetings."""

    name: str
    party: str
    where: Link
    roles: str
    present: int
    absent: int


class OrganizationRow(Struct, frozen=True):
    """An organization in a list."""

    link: Link
    abbreviation: str
    kind: str
    meetings: int
    decisions: int


def organization_pages(edition: Edition) -> Iterator[Outline]:
    """The list, then every organization."""
    yield Outline(
        address="organ/",
        section=Section.ORGANIZATIONS,
        title="Organ och organisationer",
        template="organizations.html",
        content=lambda: Content(
            "Organen som möts, regionen, kommunerna och de som de arbetar med.",
            {"groups": tuple(_groups(edition))},
        ),
    )
    for organization in edition.catalogue.organizations:
        yield _outline(organization, edition)


def _groups(edition: Edition) -> Iterator[tuple[str, tuple[OrganizationRow, ...]]]:
    for name, kinds in _GROUPS:
        rows = sorted(
            (one for one in edition.catalogue.organizations if one.classification in kinds),
            key=lambda one: kinds.index(one.classification),
        )
        if rows:
            yield name, tuple(_row(one, edition) for one in rows)


def _row(organization: Organization, edition: Edition) -> OrganizationRow:
    return OrganizationRow(
        link=edition.link_to(organization),
        abbreviation=organization.abbreviation or "",
        kind=organization.classification.value,
        meetings=len(edition.catalogue.meetings_of.get(organization.id, ())),
        decisions=decisions.count(edition.catalogue.decisions_by.get(organization.id, ())),
    )


def _outline(organization: Organization, edition: Edition) -> Outline:
    return Outline(
        address=address(organization),
        section=Section.ORGANIZATIONS,
        title=organization.name,
        template="organization.html",
        source=edition.catalogue.paths.get(organization.id),
        content=partial(_content, organization, edition),
    )


def _content(organization: Organization, edition: Edition) -> Content:
    catalogue = edition.catalogue
    own_meetings = catalogue.meetings_of.get(organization.id, ())
    own_decisions = catalogue.decisions_by.get(organization.id, ())
    shown = {*map(address, own_meetings), *map(address, own_decisions)}
    summary = organization.summary or f"{organization.name}, {organization.classification.value}."
    return Content(
        text.shorten(text.plain(summary), 200),
        {
            "organization": organization,
            "kind": organization.classification.value.capitalize(),
            "facts": _facts(organization, edition),
            "seats": _members(organization, edition),
            "meets": bool(own_meetings),
            "meetings": protocols.rows(own_meetings, edition),
            "decisions": decisions.rows(own_decisions, edition),
            "tasks": tuple(_tasks(organization, edition)),
            "events": entries_of(organization, edition),
            "backlinks": backlinks(organization, edition, shown),
            "sources": sources(organization.sources, edition),
            "citation": citation(organization, edition),
            "publicity": publicity(organization, edition),
        },
    )


def _facts(organization: Organization, edition: Edition) -> tuple[Fact, ...]:
    facts = []
    if organization.abbreviation:
        facts.append(Fact("Förkortning", (organization.abbreviation,)))
    facts.append(Fact("Typ", (organization.classification.value.capitalize(),)))
    if organization.decision_power:
        facts.append(Fact("Roll i beslut", (organization.decision_power.value.capitalize(),)))
    if organization.parent:
        facts.append(Fact("Del av", (edition.link(organization.parent),)))
    if organization.members:
        facts.append(Fact("Består av", edition.links(organization.members)))
    return tuple(facts)


def _tasks(organization: Organization, edition: Edition) -> Iterator[Task]:
    for owed in edition.catalogue.assignments_to.get(organization.id, ()):
        yield task(owed.assignment, owed.decision, edition)


def _members(organization: Organization, edition: Edition) -> tuple[Member, ...]:
    """Who was seen at its meetings, or at others' on its behalf, in the order of names."""
    groups: defaultdict[tuple[str, str], list[Attendance]] = defaultdict(list)
    for seen in edition.catalogue.attendances.get(organization.id, ()):
        home, body = seen.attendee.on_behalf_of, seen.meeting.organization
        groups[seen.attendee.name, home if body == organization.id else body].append(seen)
    members = (_member(name, where, seen, edition) for (name, where), seen in groups.items())
    return tuple(sorted(members, key=lambda one: (text.sort_key(one.name), one.where.text)))


def _member(name: str, where: str, seen: list[Attendance], edition: Edition) -> Member:
    present = sum(one.is_present for one in seen)
    return Member(
        name=name,
        party=seen[0].attendee.party or "",
        where=edition.link(where),
        roles=next((one.attendee.role.value for one in seen if one.attendee.role), ""),
        present=present,
        absent=len(seen) - present,
    )
