"""A withdrawn record -> what may still be told of it."""

from __future__ import annotations

import re

from msgspec import Struct

from samrum.model import Kind, Record
from samrum.model.record import Withdrawal

_PARAGRAPH = re.compile(r"-\d+(-\d+)?")


class Tombstone(Struct, frozen=True):
    """A withdrawn record without its content; `former` are the ids that it has had."""

    kind: Kind
    id: str
    withdrawal: Withdrawal | None
    """None when the record does not say when and why, which is a problem."""
    former: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: Kind, record: Record) -> Tombstone:
        """The tombstone of a record."""
        return cls(kind, record.id, record.withdrawal, record.moved_from)

    def covers(self, id: str) -> bool:
        """Whether an id is the record's, or can be that of a decision in it."""
        return belongs(id, self.id)


def belongs(id: str, record: str) -> bool:
    """Whether an id is a record's, or can be that of a decision in its protocol."""
    if not id.startswith(record):
        return False
    return id == record or _PARAGRAPH.fullmatch(id, len(record)) is not None
