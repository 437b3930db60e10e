"""Who names a record -> the links that its page shows, apart from who cites it as a source."""

from __future__ import annotations

from collections.abc import Collection

from samrum.entries import Entry
from samrum.pages.edition import Edition, Link

_ORDER = (
    "Ärende",
    "Protokoll",
    "Paragraf",
    "Beslut",
    "Rekommendation",
    "Förslag till beslut",
    "Information",
)


def backlinks(
    entry: Entry, edition: Edition, leave_out: Collection[str | None] = ()
) -> tuple[Link, ...]:
    """Links to all that name a record, each once, but for the addresses in `leave_out`."""
    return _links(entry, edition, leave_out, as_source=False)


def cited_by(entry: Entry, edition: Edition) -> tuple[Link, ...]:
    """Links to all whose facts are taken from the document that a record renders."""
    return _links(entry, edition, (), as_source=True)


def _links(
    entry: Entry, edition: Edition, leave_out: Collection[str | None], *, as_source: bool
) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for mention in edition.catalogue.mentions.get(entry.id, ()):
        if mention.is_source is not as_source:
            continue
        link = edition.link_to(mention.by)
        if link.address is not None and link.address not in leave_out:
            found.setdefault(link.address, link)
    return tuple(sorted(found.values(), key=_by_kind))


def _by_kind(link: Link) -> tuple[int, str, str]:
    place = _ORDER.index(link.kind) if link.kind in _ORDER else len(_ORDER)
    return place, link.kind, link.address or ""
