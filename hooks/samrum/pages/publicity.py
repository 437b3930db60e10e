"""A record -> whether it is public, and what has been corrected in it since it was."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from samrum.entries import Decision, Entry
from samrum.pages.edition import Edition, when


class Correction(Struct, frozen=True):
    """When a record was corrected, and what and why."""

    when: str
    machine_date: str
    reason: str


class Publicity(Struct, frozen=True):
    """The corrections of a record, the latest first; `history` is the address of its history.

    `words` say what has been changed: for a decision in a protocol it is the protocol.
    """

    words: str
    corrections: tuple[Correction, ...]
    history: str
    draft: str
    """What a preview says of a record that is not public; empty for one that is."""


def publicity(entry: Entry, edition: Edition) -> Publicity:
    """That of a record; a decision in a protocol has that of the protocol."""
    record = entry.record if isinstance(entry, Decision) else entry
    is_inside = isinstance(entry, Decision) and entry.item is not None
    path = edition.catalogue.paths.get(record.id, "")
    return Publicity(
        words="Protokollet ändrat" if is_inside else "Ändrad",
        corrections=tuple(
            Correction(when(one.date), one.date.isoformat(), one.reason)
            for one in reversed(record.corrections)
        ),
        history=edition.history_url + path if edition.history_url else "",
        draft="" if edition.is_public(record.publish) else _draft(record.publish.day),
    )


def _draft(opens: date | None) -> str:
    state = f"Publiceras den {when(opens)}" if opens else "Utkast"
    return f"{state}. Sidan syns bara i förhandsgranskningen."
