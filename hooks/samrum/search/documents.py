"""An edition -> what can be found in it: a lean document for every record, weighed for search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from html import escape
from itertools import chain
from typing import assert_never

from msgspec.structs import replace

from samrum import text
from samrum.addresses import address
from samrum.entries import Decision, Entry, Item
from samrum.model import CaseStudy, Event, Matter, Meeting, Organization, Strategy
from samrum.model.decision import Funding
from samrum.model.fields import FieldPlan, Holds, plan
from samrum.model.meeting import Attendee
from samrum.model.record import Shape
from samrum.model.values import PartialDate
from samrum.pages.costs import cost
from samrum.pages.edition import Edition, kind_word, when
from samrum.pages.facets import facets
from samrum.search.pagefind import Document
from samrum.search.profiles import profile

_TITLED, _NAMED, _SUMMED, _RESOLVED, _PLAIN, _ASIDE = 10, 7, 3, 2, 1, 0.5
"""How much a word counts: in a title (Pagefind knows no more than 10), in a name, in a summary, in
what was resolved, in other text, and beside it."""

_DATED = 4
"""A word in the date of an event, which has the name of many others."""

_HEADING = 3
"""A word in the heading of a §: less than in a title, or protocols would outdo their decisions."""

_TOLD_APART = frozenset(
    {
        *("id", "title", "name", "summary", "sources", "abbreviation", "matters", "related"),
        *("resolution", "background", "question", "funding", "agenda_items", "members", "validity"),
        *("organization", "reference", "date", "adopted_on", "topics"),
        *("source", "status", "progress", "type", "decision_type", "agenda_numbers", "signature"),
        *("url", "notice_url", "start", "end"),
        *("publish", "withdrawal", "corrections", "moved_from"),
    }
)
"""Fields that have a place of their own, belong to another record, or hold no words to look for."""


_NAMES = {"name", "title", "date", "organization", "reference", "status"}
"""What a group of fields inside a record tells of itself."""


def documents(edition: Edition) -> Iterator[Document]:
    """A document for every record and every decision: its words, and what its hit shows."""
    catalogue = edition.catalogue
    entries: Iterable[Entry] = chain(
        catalogue.decisions,
        catalogue.strategies,
        catalogue.matters,
        catalogue.case_studies,
        catalogue.organizations,
        catalogue.meetings,
        catalogue.events,
    )
    for entry in entries:
        html = _html(edition.label(entry), _parts(entry, edition))
        yield Document(f"/{address(entry)}", html, profile(entry, edition))


def _html(title: str, parts: Iterable[str]) -> str:
    heading = f'<h1 data-pagefind-weight="{_TITLED}">{escape(title)}</h1>'
    return "\n".join(('<html lang="sv"><body>', heading, *parts, "</body></html>"))


def _parts(entry: Entry, edition: Edition) -> Iterator[str]:
    match entry:
        case Decision():
            yield from _decision(entry, edition)
        case Meeting():
            yield from _texts(_SUMMED, [entry.summary], edition)
            yield _facts(entry, edition, entry.date, entry.reference)
            yield from _rest(entry, edition)
            for item in edition.catalogue.items[entry.id]:
                yield from _item(item, edition)
        case Organization():
            yield _lines(_NAMED, [entry.abbreviation or ""])
            yield from _texts(_SUMMED, [entry.summary], edition)
            yield from _rest(entry, edition)
            yield _lines(_ASIDE, [text.join_words(map(edition.name, entry.members))])
        case Strategy():
            yield from _texts(_SUMMED, [entry.summary], edition)
            yield _facts(entry, edition, entry.adopted_on)
            yield from _rest(entry, edition)
            yield _lines(_PLAIN, (f"Gäller till {when(one.to)}" for one in entry.validity))
        case CaseStudy():
            yield from _texts(_SUMMED, [entry.summary, entry.question], edition)
            yield _facts(entry, edition, entry.date)
            yield from _rest(entry, edition)
        case Matter():
            yield from _texts(_SUMMED, [entry.summary], edition)
            yield _facts(entry, edition)
            yield from _rest(entry, edition)
        case Event():
            yield _lines(_DATED, [when(entry.date)])
            yield from _texts(_SUMMED, [entry.summary], edition)
            yield _facts(entry, edition)
            yield from _rest(entry, edition)
        case _:
            assert_never(entry)


def _decision(decision: Decision, edition: Edition) -> Iterator[str]:
    content = decision.content
    yield from _texts(_SUMMED, [content.summary], edition)
    yield from _texts(_RESOLVED, content.resolution, edition)
    yield from _texts(_PLAIN, [content.background], edition)
    if content.funding:
        yield _lines(_PLAIN, _costs(content.funding, edition))
    if decision.item:
        # The day and number of a protocol are to find the protocol, not every decision in it.
        yield _lines(_ASIDE, [when(decision.date)])
        yield _facts(decision, edition)
        yield _lines(_PLAIN, [f"§ {decision.item.paragraph} {decision.item.content.name}"])
    else:
        yield _facts(decision, edition, decision.date, decision.reference)
    yield from _rest(content, edition)


def _item(item: Item, edition: Edition) -> Iterator[str]:
    """A § as a part that hits can lead to."""
    content = item.content
    name = content.name if item.is_part else f"§ {item.number} {content.name}"
    yield f'<h2 id="{item.anchor}" data-pagefind-weight="{_HEADING}">{escape(name)}</h2>'
    if content.decision:
        yield _lines(_PLAIN, [content.decision.title])
        yield from _texts(_PLAIN, content.decision.resolution, edition)
    yield from _texts(_PLAIN, [content.body, *content.views], edition)
    yield _lines(_PLAIN, (_line(one, edition) for one in (*content.figures, *content.presenters)))
    if content.decision:
        yield from _rest(content.decision, edition)


def _costs(funding: Funding, edition: Edition) -> Iterator[str]:
    found = cost(funding, edition)
    yield f"Kostnad: {text.kronor(found.amount, found.currency)}"
    yield found.basis or ""
    for part in found.parts:
        yield f"{part.principal.text} betalar {text.kronor(part.amount, found.currency)}"


def _facts(
    entry: Entry,
    edition: Edition,
    day: PartialDate | date | None = None,
    reference: str | None = "",
) -> str:
    """What the record is, whose, from when, under which number and about what."""
    found = facets(entry, edition)
    known = (when(day) if day else "", reference or "")
    # The topics of a protocol are those of its §§, and each § has its own words.
    topics = () if isinstance(entry, Meeting) else found.topics
    return _lines(_PLAIN, [kind_word(entry), *found.bodies, *known, *topics])


def _rest(shape: Shape, edition: Edition) -> Iterator[str]:
    """Every other word of a record, so that a new field can be found without a line here."""
    for field in plan(type(shape)):
        if field.name not in _TOLD_APART:
            yield _lines(_PLAIN, _said(shape, field, edition))


def _line(shape: Shape, edition: Edition) -> str:
    """A group of fields as a line: `Anna Ek (x), Exempelby kommun, ordförande`."""
    if isinstance(shape, Attendee) and shape.party:
        shape = replace(shape, name=f"{shape.name} ({shape.party})", party=None)
    fields = (field for field in plan(type(shape)) if field.name not in _TOLD_APART - _NAMES)
    said = (_said(shape, field, edition) for field in fields)
    return ", ".join(filter(None, chain.from_iterable(said)))


def _said(shape: Shape, field: FieldPlan, edition: Edition) -> Iterator[str]:
    """The values of a field in words; nothing for what is no word."""
    value = getattr(shape, field.name)
    if value is None:
        return
    for one in value if field.many else (value,):
        match field.holds:
            case Holds.TEXT | Holds.MARKDOWN:
                yield text.plain(one) if field.holds is Holds.MARKDOWN else one
            case Holds.SHAPE:
                yield _line(one, edition)
            case Holds.REFERENCE if field.ref and field.ref.kind == "organization":
                yield edition.name(one)
            case Holds.VALUE if isinstance(one, PartialDate | date):
                yield when(one)
            case Holds.VALUE if isinstance(one, StrEnum):
                yield one.value


def _texts(weight: float, sources: Iterable[str | None], edition: Edition) -> Iterator[str]:
    for source in filter(None, sources):
        yield f'<div data-pagefind-weight="{weight}">{edition.markdown(source, "")}</div>'


def _lines(weight: float, lines: Iterable[str]) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f'<div data-pagefind-weight="{weight}">{paragraphs}</div>'
