"""A record -> where it, its §§ and its decisions stand below the site, now and formerly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from samrum.entries import Decision, Item, Named, items_of
from samrum.model import (
    MODELS,
    CaseStudy,
    DecisionRecord,
    Event,
    Kind,
    Matter,
    Meeting,
    Organization,
    Record,
    Strategy,
)


class Section(Enum):
    """The parts of the site that records live in; the value is the first step of the address."""

    PROTOCOLS = "protokoll"
    DECISIONS = "beslut"
    STRATEGIES = "strategier"
    CASE_STUDIES = "fallstudier"
    MATTERS = "arenden"
    ORGANIZATIONS = "organ"
    CALENDAR = "kalender"
    SEARCH = "sok"


def address(entry: Named) -> str:
    """Where an entry stands; never changes after publication."""
    if isinstance(entry, Item):
        return f"{address(entry.meeting)}#{entry.anchor}"
    return _address(_SECTIONS[type(entry)], entry.id)


def address_of(kind: Kind, id: str) -> str:
    """Where a record of a kind stands, be it there or not."""
    return _address(_SECTIONS[MODELS[kind]], id)


def addresses_of(record: Record, id: str | None = None) -> Iterator[str]:
    """A record's own address, then those of the §§ and decisions in it; or as under another id."""
    id = id or record.id
    yield _address(_SECTIONS[type(record)], id)
    if isinstance(record, Meeting):
        for item in items_of(record):
            yield f"{_address(Section.PROTOCOLS, id)}#{item.anchor}"
            if item.content.decision:
                yield _address(Section.DECISIONS, f"{id}-{item.number}")


def attachment_address(record: Record, name: str) -> str:
    """Where a file that stands beside a record is published."""
    return f"{next(addresses_of(record))}bilagor/{name}"


def moves(records: Iterable[Record]) -> dict[str, str]:
    """Every address that records have had, and the one that each of them has now."""
    found: dict[str, str] = {}
    for record in records:
        for former in record.moved_from:
            found.update(zip(addresses_of(record, former), addresses_of(record), strict=True))
        for item in items_of(record) if isinstance(record, Meeting) else ():
            for former in item.content.decision.moved_from if item.content.decision else ():
                found[_address(Section.DECISIONS, former)] = _address(
                    Section.DECISIONS, item.decision_id
                )
    return found


def _address(section: Section, id: str) -> str:
    # The calendar is one page; what stands in it has an anchor.
    anchor = "#" if section is Section.CALENDAR else ""
    return f"{section.value}/{anchor}{id}{'' if anchor else '/'}"


_SECTIONS: dict[type, Section] = {
    Organization: Section.ORGANIZATIONS,
    Meeting: Section.PROTOCOLS,
    Decision: Section.DECISIONS,
    DecisionRecord: Section.DECISIONS,
    Strategy: Section.STRATEGIES,
    CaseStudy: Section.CASE_STUDIES,
    Matter: Section.MATTERS,
    Event: Section.CALENDAR,
}
