"""Organizations -> the list and a page for each: who sits there, its meetings, its decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samrum import text
from samrum.addresses import Section, address
from samrum.model import Meeting, Organization
from samrum.model.organization import Classification
from samrum.pages import decisions, protocols
from samrum.pages.assignments import Task, task
from samrum.pages.calendar import entries_of
from samrum.pages.edition import Edition, Fact, Link
from samrum.pages.page import Page
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


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody seen in attendance: for whom or in which body, and at how many meetings."""

    name: str
    party: str
    where: Link
    roles: str
    present: int
    absent: int


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """An organization in a list."""

    link: Link
    abbreviation: str
    kind: str
    meetings: int
    decisions: int


def organization_pages(edition: Edition) -> Iterator[Page]:
    """The list, then every organization."""
    yield Page(
        address="organ/",
        section=Section.ORGANIZATIONS,
        title="Organ och organisationer",
        description="Organen som möts, regionen, kommunerna och de som de arbetar med.",
        template="organizations.html",
        context={"groups": tuple(_groups(edition))},
    )
    seats = _members(edition)
    for organization in edition.catalogue.organizations:
        yield _page(organization, edition, seats)


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


def _page(
    organization: Organization, edition: Edition, seats: dict[str, tuple[Member, ...]]
) -> Page:
    catalogue = edition.catalogue
    own_meetings = catalogue.meetings_of.get(organization.id, ())
    own_decisions = catalogue.decisions_by.get(organization.id, ())
    shown = {*map(address, own_meetings), *map(address, own_decisions)}
    summary = organization.summary or f"{organization.name}, {organization.classification.value}."
    return Page(
        address=address(organization),
        section=Section.ORGANIZATIONS,
        title=organization.name,
        description=text.shorten(text.plain(summary), 200),
        template="organization.html",
        source=catalogue.paths.get(organization.id),
        context={
            "organization": organization,
            "kind": organization.classification.value.capitalize(),
            "facts": _facts(organization, edition),
            "seats": seats.get(organization.id, ()),
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


def _members(edition: Edition) -> dict[str, tuple[Member, ...]]:
    """Who was seen at meetings, for each body and for each principal, in the order of names."""
    found: dict[str, dict[tuple[str, str], Member]] = {}
    for meeting in edition.catalogue.meetings:
        for name, party, by, role, is_present in _attendances(meeting):
            for home, where in ((meeting.organization, by), (by, meeting.organization)):
                members = found.setdefault(home, {})
                seen = members.get((name, where))
                members[name, where] = Member(
                    name=name,
                    party=seen.party if seen else party,
                    where=edition.link(where),
                    roles=seen.roles if seen and seen.roles else role,
                    present=(seen.present if seen else 0) + is_present,
                    absent=(seen.absent if seen else 0) + (not is_present),
                )
    return {
        home: tuple(
            sorted(members.values(), key=lambda one: (text.sort_key(one.name), one.where.text))
        )
        for home, members in found.items()
    }


def _attendances(meeting: Meeting) -> Iterator[tuple[str, str, str, str, bool]]:
    for attendees, is_present in ((meeting.participants, True), (meeting.absentees, False)):
        for one in attendees:
            role = one.role.value if one.role else ""
            yield one.name, one.party or "", one.on_behalf_of, role, is_present
