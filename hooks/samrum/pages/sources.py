"""Source notes and citations -> where the facts come from, and how to refer to the page."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from samrum import text
from samrum.addresses import address
from samrum.entries import Decision, Item
from samrum.model import Meeting, Record
from samrum.model.record import SourceNote
from samrum.pages.edition import Edition, Link, when


class Source(Struct, frozen=True):
    """A document, the place in it, and where to read it."""

    document: str
    place: str
    link: Link | None
    url: str


class Citation(Struct, frozen=True):
    """A ready reference: the words, then the permanent address if the site has one."""

    words: str
    url: str


def sources(notes: Iterable[SourceNote], edition: Edition, place: str = "") -> tuple[Source, ...]:
    """The documents that a record is taken from; `place` is told where a note tells none."""
    return tuple(
        Source(
            document=note.document,
            place=text.nobreak(note.place or place),
            link=edition.link(note.record) if note.record else None,
            url=note.url or "",
        )
        for note in notes
    )


def citation(entry: Record | Decision | Item, edition: Edition) -> Citation:
    """How to refer to a record: body, title, date, § and diary number as far as they are known."""
    match entry:
        case Decision():
            words = _decision_words(entry, edition)
        case Meeting():
            words = _parts(
                edition.name(entry.organization),
                f"protokoll {text.long_date(entry.date)}",
                _diary(entry.reference),
            )
        case _:
            words = edition.label(entry)  # type: ignore[arg-type]  # a record with a page is an Entry
    url = edition.site_url + address(entry) if edition.site_url else ""  # type: ignore[arg-type]  # as above
    return Citation(words, url)


def _decision_words(decision: Decision, edition: Edition) -> str:
    body = edition.name(decision.organization)
    if decision.item:
        place = text.nobreak(f"§ {decision.item.paragraph}")
        protocol = f"protokoll {text.long_date(decision.item.meeting.date)}"
        return _parts(body, protocol, place, decision.content.title, _diary(decision.reference))
    return _parts(body, decision.content.title, when(decision.date), _diary(decision.reference))


def _diary(reference: str | None) -> str:
    return f"dnr {text.nobreak(reference)}" if reference else ""


def _parts(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
