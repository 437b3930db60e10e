"""Matters: a question followed across bodies and meetings, the entries of the public log."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.record import Record, Shape, SourceNote
from samrum.model.values import Line, Markdown, OrganizationId, PartialDate, RecordId


class MatterStatus(StrEnum):
    """Whether the matter is still open."""

    OPEN = "pågår"
    PAUSED = "vilar"
    CLOSED = "avslutat"


class Milestone(Shape):
    """A step of the matter that no record of its own tells."""

    date: PartialDate | None = Field(
        None, title="Datum", description="När det hände, så långt det är känt."
    )
    text: Line = Field(title="Vad", description="Vad som hände.")
    organization: OrganizationId | None = Field(
        None, title="Organ", description="Den som gjorde det."
    )
    source: SourceNote = Field(title="Källa", description="Dokumentet som säger det.")


class Matter(Record):
    """A question that returns; its timeline is made from the records that name it."""

    title: Line = Field(title="Rubrik", description="Vad ärendet gäller.")
    status: MatterStatus = Field(
        title="Läge", description="Pågår, vilar eller avslutat enligt källorna."
    )
    status_note: Line | None = Field(None, title="Om läget", description="Vad som väntas.")
    summary: Markdown = Field(title="I korthet", description="Vad ärendet handlar om, i klarspråk.")
    topics: tuple[Line, ...] = Field((), title="Ämnen", description="Ämnesord.")
    milestones: tuple[Milestone, ...] = Field(
        (), title="Övriga händelser", description="Steg som ingen egen post berättar om."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")
