"""One edition of the site: the catalogue, the day it speaks of, and links to all it holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, TypeVar, assert_never

from markupsafe import Markup
from msgspec import Struct, field

from samrum import text
from samrum.addresses import address
from samrum.catalogue import Catalogue
from samrum.entries import Decision, Item, Named
from samrum.ledger import Ledger
from samrum.lookups import AS_OF, LEDGER, Lookup, Lookups
from samrum.model import CaseStudy, Event, Matter, Meeting, Organization, Sitting, Strategy
from samrum.model.decision import DecisionType
from samrum.model.publish import Publish, Stage
from samrum.model.values import PartialDate

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

UNKNOWN = "uppgift saknas"
WITHDRAWN = "(tillbakadragen)"
"""What stands where a record is named that has been withdrawn."""

DECISION_WORDS = {
    DecisionType.DECISION: "Beslut",
    DecisionType.RECOMMENDATION: "Rekommendation",
    DecisionType.PROPOSAL: "Förslag till beslut",
    DecisionType.INFORMATION: "Information",
}


class Link(Struct, frozen=True):
    """A mention of a record: its words, and its address below the site if the record is there."""

    text: str
    address: str | None
    kind: str = ""
    note: str = ""


class Fact(Struct, frozen=True):
    """A label and what is known, each value a text or a link."""

    label: str
    values: tuple[str | Link | Markup, ...]


class Edition(Struct, frozen=True, dict=True):
    """What every page is made from; validity and coming events are told for the day `as_of`.

    `history_url` is what stands before a file's path in the address of its history, if known.
    """

    catalogue: Catalogue
    day: date
    site_url: str = ""
    published: Ledger = field(default_factory=Ledger)
    history_url: str = ""
    lookups: Lookups = field(default_factory=Lookups)
    """What is looked up, by which it is known what a page depends on."""

    @property
    def as_of(self) -> date:
        """The day that the site speaks of."""
        self.lookups.seen.add(AS_OF)
        return self.day

    @property
    def ledger(self) -> Ledger:
        """What has been published before."""
        self.lookups.seen.add(LEDGER)
        return self.published

    def is_public(self, publish: Publish) -> bool:
        """Whether what is published so may be seen; only for what is due does the day matter."""
        return publish.stage is Stage.PUBLISHED or publish.is_public(self.as_of)

    def once(self, make: Callable[[K, Edition], T], of: K) -> T:
        """What is made of something for several pages, made for the first of them.

        Every page depends on what was looked up for it then.
        """
        known = self._made.get((make, of))
        if known is None:
            noted: set[Lookup] = set()
            made = self.lookups.into(noted, make, of, self)
            # A tuple is a quarter of a set, and there are tens of thousands of them.
            known = self._made[make, of] = made, tuple(noted)
        made, lookups = known
        self.lookups.seen.update(lookups)
        return made

    @cached_property
    def _made(self) -> dict[tuple[Callable[..., Any], Hashable], tuple[Any, tuple[Lookup, ...]]]:
        return {}

    def link(self, id: str) -> Link:
        """A link to the record with an id, or its bare id when there is none."""
        return self.once(_link, id)

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to several records, in their order."""
        return tuple(self.link(id) for id in ids)

    def link_to(self, entry: Named) -> Link:
        """A link to a record or to a § of a protocol."""
        return self.once(_link_to, entry)

    def name(self, organization: str) -> str:
        """The name of an organization, or its id when it is not known."""
        found = self.catalogue.organization(organization)
        return found.name if found else organization + self.note_of_withdrawal(organization)

    def label(self, entry: Named) -> str:
        """What a link to the record says."""
        match entry:
            case Organization():
                return entry.name
            case Sitting():
                return f"{self.name(entry.organization)} {text.long_date(entry.date)}"
            case Item():
                return f"§ {entry.paragraph} {entry.content.name}"
            case Decision():
                return entry.content.title
            case Event():
                return entry.name
            case Strategy() | CaseStudy() | Matter():
                return entry.title
            case _:
                assert_never(entry)

    def note(self, entry: Named) -> str:
        """What tells two links of the same words apart: the body and the day."""
        match entry:
            case Item():
                return self.label(entry.meeting)
            case Decision():
                return f"{self.name(entry.organization)}, {when(entry.date)}"
            case Event():
                return text.long_date(entry.date)
            case CaseStudy():
                return entry.area
            case _:
                return ""

    def markdown(self, source: str, root: str) -> Markup:
        """A record's Markdown as HTML, its links seen from a page that is `root` below the top."""
        # CommonMark has no link without one of these, and what has no link is the same everywhere.
        if "[" not in source and "<" not in source:
            return _without_links(source)

        def href(id: str) -> str | None:
            found = self.link(id).address
            return None if found is None else root + found

        return text.markdown(text.unbroken(source), href, self.note_of_withdrawal)

    def note_of_withdrawal(self, id: str) -> str:
        """What follows the name of a record that has been withdrawn; empty for any other."""
        return f" {WITHDRAWN}" if self.catalogue.is_withdrawn(id) else ""


@lru_cache(maxsize=1000)
def _without_links(source: str) -> Markup:
    """Markdown without links as HTML; kept, for decisions say again what their protocol says."""
    return text.markdown(text.unbroken(source), lambda _: None)


def _link(id: str, edition: Edition) -> Link:
    entry = edition.catalogue.find(id)
    if entry is None:
        return Link(id + edition.note_of_withdrawal(id), None)
    return edition.link_to(entry)


def _link_to(entry: Named, edition: Edition) -> Link:
    return Link(edition.label(entry), address(entry), kind_word(entry), edition.note(entry))


def kind_word(entry: Named) -> str:
    """The Swedish word for what the record is."""
    match entry:
        case Decision():
            return DECISION_WORDS[entry.content.decision_type]
        case Strategy():
            return entry.type.value.capitalize()
        case Event():
            return entry.type.value.capitalize()
        case _:
            return _KIND_WORDS[type(entry)]


def when(known: PartialDate | date | None) -> str:
    """A date as far as it is known: "15 oktober 2021", "våren 2022", "2016", "odaterad"."""
    if known is None:
        return "odaterad"
    if isinstance(known, date):
        return text.long_date(known)
    if known.is_whole:
        return text.long_date(known.first)
    if known.term:
        return f"{known.term}en {known.year}"
    if known.month:
        return text.long_date(known.first).partition(" ")[2]
    return str(known.year)


def machine_date(known: PartialDate | date | None) -> str | None:
    """The date for a `datetime` attribute, which HTML takes as day, month or year."""
    if known is None:
        return None
    if isinstance(known, PartialDate) and known.term:
        return str(known.year)
    return str(known)


_KIND_WORDS: dict[type, str] = {
    Organization: "Organisation",
    Meeting: "Protokoll",
    Item: "Paragraf",
    CaseStudy: "Fallstudie",
    Matter: "Ärende",
}
