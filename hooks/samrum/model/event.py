"""Events: what stands in the calendar, with the decision that put it there."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.record import Record, Shape
from samrum.model.values import (
    Clock,
    Day,
    DecisionId,
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    RecordId,
)


class EventType(StrEnum):
    """What kind of gathering it is."""

    MEETING = "möte"
    EXTRA_MEETING = "extra möte"
    SEMINAR = "seminarium"


class EventStatus(StrEnum):
    """What the sources say of the event."""

    PLANNED = "planerat"
    HELD = "genomfört"
    CANCELLED = "inställt"


class Alternative(Shape):
    """Another time that was held open for the event."""

    date: Day = Field(title="Datum", description="Första dag.")
    end_date: Day | None = Field(
        None, title="Till och med", description="Sista dag, om det är flera."
    )
    note: Line | None = Field(
        None, title="Anmärkning", description="Till exempel lunch till lunch."
    )


class Event(Record):
    """A planned meeting, seminar or other gathering."""

    organization: OrganizationId = Field(title="Organ", description="Den som håller det.")
    name: Line = Field(title="Namn", description="Vad det heter.")
    type: EventType = Field(title="Slag", description="Möte, extra möte eller seminarium.")
    status: EventStatus = Field(title="Läge", description="Planerat, genomfört eller inställt.")
    date: Day = Field(title="Datum", description="Första dag.")
    end_date: Day | None = Field(
        None, title="Till och med", description="Sista dag, om det är flera."
    )
    start: Clock | None = Field(None, title="Börjar", description="Klockslag, till exempel 09:00.")
    end: Clock | None = Field(None, title="Slutar", description="Klockslag, till exempel 15:00.")
    end_is_approximate: bool = Field(
        False, title="Sluttiden är ungefärlig", description="När källan säger ca."
    )
    location: Line | None = Field(None, title="Plats", description="Var det hålls.")
    decision: DecisionId | None = Field(
        None, title="Beslut", description="Beslutet som satte tiden."
    )
    alternatives: tuple[Alternative, ...] = Field(
        (), title="Alternativ", description="Andra tider som hålls öppna."
    )
    summary: Markdown | None = Field(
        None, title="I korthet", description="Vad det handlar om, i klarspråk."
    )
    matters: tuple[MatterId, ...] = Field(
        (), title="Ärenden", description="Ärenden som det hör till."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")
