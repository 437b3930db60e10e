"""Withdrawn records -> the pages that stand in their places, and say when and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from samrum.addresses import Section, address_of
from samrum.model import Kind
from samrum.model.values import PartialDate
from samrum.pages.edition import UNKNOWN, Edition, Fact, when
from samrum.pages.page import Content, Outline
from samrum.tombstone import Tombstone

HEAD = '<meta name="robots" content="noindex">'

_WORDS = {
    Section.PROTOCOLS: "Protokoll",
    Section.DECISIONS: "Beslut",
    Section.STRATEGIES: "Strategi",
    Section.CASE_STUDIES: "Fallstudie",
    Section.MATTERS: "Ärende",
    Section.ORGANIZATIONS: "Organisation",
    Section.CALENDAR: "Kalenderpost",
}


class WithdrawnEvent(Struct, frozen=True):
    """What stands in the calendar in the place of an event; `anchors` are its ids."""

    anchors: tuple[str, ...]
    when: str
    reason: str


def tombstone_pages(edition: Edition) -> Iterator[Outline]:
    """A page for every address that a withdrawn record has had, as far as it is known."""
    for stone in edition.catalogue.tombstones:
        for address in _addresses(stone, edition):
            yield _outline(address, edition)


def withdrawn_events(edition: Edition) -> tuple[WithdrawnEvent, ...]:
    """The events that have been withdrawn."""
    return tuple(
        WithdrawnEvent((stone.id, *stone.former), _when(stone), _reason(stone))
        for stone in edition.catalogue.tombstones
        if stone.kind is Kind.EVENT
    )


def _addresses(stone: Tombstone, edition: Edition) -> list[str]:
    """Its own under each of its ids, and those that the ledger knows; an anchor is no page."""
    ids = (stone.id, *stone.former)
    own = [address_of(stone.kind, id) for id in ids]
    published = (line.address for line in edition.ledger.lines.values() if line.id in ids)
    return [one for one in dict.fromkeys((*own, *published)) if "#" not in one]


def _outline(address: str, edition: Edition) -> Outline:
    section, id, _ = address.split("/")
    return Outline(
        address=address,
        section=Section(section),
        title=f"Tillbakadragen: {id}",
        template="tombstone.html",
        content=partial(_content, address, edition),
        head=HEAD,
        is_listed=False,
    )


def _content(address: str, edition: Edition) -> Content:
    stones = edition.catalogue.tombstones
    stone = next(one for one in stones if address in _addresses(one, edition))
    section, id, _ = address.split("/")
    what = _WORDS[Section(section)]
    return Content(f"{what} som har dragits tillbaka.", {"facts": _facts(what, id, stone, edition)})


def _facts(what: str, id: str, stone: Tombstone, edition: Edition) -> tuple[Fact, ...]:
    facts = [Fact("Här fanns", (f"{what} {id}",))]
    line = edition.ledger.lines.get(address_of(stone.kind, stone.id))
    if line and line.organization:
        facts.append(Fact("Organ", (edition.link(line.organization),)))
    if line and line.day:
        facts.append(Fact("Datum", (when(PartialDate.parse(line.day)),)))
    facts.append(Fact("Publicerades", (when(line.published) if line else UNKNOWN,)))
    facts.append(Fact("Drogs tillbaka", (_when(stone),)))
    facts.append(Fact("Skäl", (_reason(stone),)))
    return tuple(facts)


def _when(stone: Tombstone) -> str:
    return when(stone.withdrawal.date) if stone.withdrawal else UNKNOWN


def _reason(stone: Tombstone) -> str:
    return stone.withdrawal.reason if stone.withdrawal else UNKNOWN
