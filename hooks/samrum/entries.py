"""Protocols and decisions as written -> §§ and decisions as readers speak of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from samrum.model import (
    CaseStudy,
    DecisionContent,
    DecisionRecord,
    Event,
    Matter,
    Meeting,
    Organization,
    Record,
    Sitting,
    Strategy,
)
from samrum.model.meeting import ItemContent
from samrum.model.record import SourceNote
from samrum.model.values import PartialDate
from samrum.problems import Keys


class Item(Struct, frozen=True):
    """A § of a protocol, or a part of one: "34", "35", "35-1"; `keys` lead to it in its file."""

    meeting: Sitting
    number: str
    content: ItemContent
    keys: Keys = ()

    def __hash__(self) -> int:
        """The hash of the address alone, as for a record."""
        return hash((self.meeting.id, self.number))

    @property
    def anchor(self) -> str:
        """The address inside the protocol's page, which never changes."""
        return f"p{self.number}"

    @property
    def is_part(self) -> bool:
        """Whether the item is a part of a §."""
        return "-" in self.number

    @property
    def paragraph(self) -> str:
        """The number of the § alone: "35" for its part "35-1"."""
        return self.number.partition("-")[0]

    @property
    def decision_id(self) -> str:
        """The id of the decision taken here, if there is one."""
        return f"{self.meeting.id}-{self.number}"


class Decision(Struct, frozen=True):
    """A decision wherever it is written: in the protocol where it was taken, or in its own file.

    `keys` lead to it in its file; the decision is the file itself when they are none.
    """

    id: str
    organization: str
    date: PartialDate | None
    reference: str | None
    matters: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    content: DecisionContent
    path: str
    item: Item | None = None
    keys: Keys = ()

    def __hash__(self) -> int:
        """The hash of the id alone, as for a record."""
        return hash(self.id)

    @property
    def meeting(self) -> Sitting | None:
        """The meeting whose protocol holds the decision."""
        return self.item.meeting if self.item else None

    @property
    def record(self) -> Record:
        """The record that the decision is written in, or is."""
        return self.item.meeting if self.item else cast("DecisionRecord", self.content)


Entry = Organization | Meeting | Decision | Strategy | CaseStudy | Matter | Event
"""What an id can stand for."""

Named = Organization | Sitting | Decision | Item | Strategy | CaseStudy | Matter | Event
"""What pages can name: of a meeting no more than the sitting."""


def own_decision(record: DecisionRecord, path: str) -> Decision:
    """The decision that a file of its own holds."""
    return Decision(
        id=record.id,
        organization=record.organization,
        date=record.date,
        reference=record.reference,
        matters=record.matters,
        sources=record.sources,
        content=record,
        path=path,
    )


def items_of(meeting: Meeting) -> Iterator[Item]:
    """The §§ of a protocol and their parts, as they stand in it."""
    for place, item in enumerate(meeting.agenda_items):
        keys: Keys = ("agenda_items", place)
        yield Item(meeting, str(item.number), item, keys)
        for inner, part in enumerate(item.parts):
            yield Item(meeting, f"{item.number}-{inner + 1}", part, (*keys, "parts", inner))


def decisions_in(items: Iterable[Item], path: str) -> Iterator[Decision]:
    """The decisions under the items of a protocol; a part without matters has those of its §."""
    inherited: tuple[str, ...] = ()
    for item in items:
        meeting, content = item.meeting, item.content
        if not item.is_part:
            inherited = content.matters
        if content.decision is None:
            continue
        yield Decision(
            id=item.decision_id,
            organization=meeting.organization,
            date=PartialDate.of(content.decision.date or meeting.date),
            reference=meeting.reference,
            matters=content.matters or inherited,
            sources=meeting.sources,
            content=content.decision,
            path=path,
            item=item,
            keys=(*item.keys, "decision"),
        )
