"""Matters: a question followed across bodies and meetings, the entries of the public log."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.record import CommonFields, Shape, SourceNote
from samrum.model.values import Line, Markdown, OrganizationId, PartialDate, RecordId, about


class MatterStatus(StrEnum):
    """Whether the matter is still open."""

    OPEN = "pågår"
    PAUSED = "vilar"
    CLOSED = "avslutat"


class Milestone(Shape, frozen=True, kw_only=True):
    """A step of the matter that no record of its own tells."""

    date: Annotated[PartialDate | None, about("Datum", "När det hände, så långt det är känt.")] = (
        None
    )
    text: Annotated[Line, about("Vad", "Vad som hände.")]
    organization: Annotated[OrganizationId | None, about("Organ", "Den som gjorde det.")] = None
    source: Annotated[SourceNote, about("Källa", "Dokumentet som säger det.")]


class Matter(CommonFields, frozen=True, kw_only=True):
    """A question that returns; its timeline is made from the records that name it."""

    title: Annotated[Line, about("Rubrik", "Vad ärendet gäller.")]
    status: Annotated[MatterStatus, about("Läge", "Pågår, vilar eller avslutat enligt källorna.")]
    status_note: Annotated[Line | None, about("Om läget", "Vad som väntas.")] = None
    summary: Annotated[Markdown, about("I korthet", "Vad ärendet handlar om, i klarspråk.")]
    topics: Annotated[tuple[Line, ...], about("Ämnen", "Ämnesord.")] = ()
    milestones: Annotated[
        tuple[Milestone, ...], about("Övriga händelser", "Steg som ingen egen post berättar om.")
    ] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()
