"""A record -> what lists and the search narrow down by: body, year, kind, topic, municipality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from samrum.entries import Decision, Entry
from samrum.model import CaseStudy, Event, Matter, Meeting, Organization, Strategy
from samrum.model.values import PartialDate
from samrum.pages.edition import Edition, kind_word


class Facets(Struct, frozen=True):
    """The words that a record is found by, each in its order; what is not known is left out."""

    kind: str
    bodies: tuple[str, ...] = ()
    year: str = ""
    topics: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()


def facets(entry: Entry, edition: Edition) -> Facets:
    """The facets of a record."""
    return Facets(
        kind=kind_word(entry),
        bodies=tuple(edition.name(id) for id in dict.fromkeys(_bodies(entry, edition))),
        year=_year(entry),
        topics=_topics(_matters(entry, edition), edition),
        municipalities=edition.once(_municipalities, tuple(dict.fromkeys(_concerned(entry)))),
    )


def _bodies(entry: Entry, edition: Edition) -> Iterable[str]:
    match entry:
        case Organization():
            return (entry.id,)
        case Meeting() | Decision() | Event():
            return (entry.organization,)
        case Strategy():
            return (entry.owner,) if entry.owner else ()
        case CaseStudy():
            return entry.authors
        case Matter():
            catalogue = edition.catalogue
            decided = (one.organization for one in catalogue.decisions_in.get(entry.id, ()))
            discussed = (one.meeting.organization for one in catalogue.items_in.get(entry.id, ()))
            return (*decided, *discussed)
        case _:
            assert_never(entry)


def _year(entry: Entry) -> str:
    match entry:
        case Meeting() | Event():
            return str(entry.date.year)
        case Decision() | CaseStudy():
            return _year_of(entry.date)
        case Strategy():
            return _year_of(entry.adopted_on)
        case _:
            return ""


def _year_of(known: PartialDate | None) -> str:
    return str(known.year) if known else ""


def _matters(entry: Entry, edition: Edition) -> Iterator[str]:
    match entry:
        case Matter():
            yield entry.id
        case Meeting():
            for item in edition.catalogue.items[entry.id]:
                yield from item.content.matters
        case Decision() | Strategy() | CaseStudy() | Event():
            yield from entry.matters


def _topics(matters: Iterable[str], edition: Edition) -> tuple[str, ...]:
    found = (edition.catalogue.find(id) for id in matters)
    return tuple(
        dict.fromkeys(topic for one in found if isinstance(one, Matter) for topic in one.topics)
    )


def _concerned(entry: Entry) -> Iterator[str]:
    """The organizations that a record binds or speaks for: those present, the body, who pays."""
    match entry:
        case Organization():
            yield entry.id
        case Meeting():
            yield from (one.on_behalf_of for one in (*entry.participants, *entry.absentees))
        case Decision():
            yield entry.organization
            yield from entry.content.recommended_to
            if entry.content.funding:
                yield from (share.principal for share in entry.content.funding.shares)
        case Strategy() if entry.owner:
            yield entry.owner
        case _:
            return


def _municipalities(organizations: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    """The municipalities among organizations and their members, in the order of the catalogue."""
    named: set[str] = set()
    for id in organizations:
        organization = edition.catalogue.organization(id)
        named.update((id, *(organization.members if organization else ())))
    return tuple(one.name for one in edition.catalogue.municipalities if one.id in named)
