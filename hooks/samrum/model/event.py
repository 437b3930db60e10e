"""Events: what stands in the calendar, with the decision that put it there."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.record import CommonFields, Shape
from samrum.model.values import (
    Clock,
    Day,
    DecisionId,
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    RecordId,
    about,
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


class Alternative(Shape, frozen=True, kw_only=True):
    """Another time that was held open for the event."""

    date: Annotated[Day, about("Datum", "Första dag.")]
    end_date: Annotated[Day | None, about("Till och med", "Sista dag, om det är flera.")] = None
    note: Annotated[Line | None, about("Anmärkning", "Till exempel lunch till lunch.")] = None


class Event(CommonFields, frozen=True, kw_only=True):
    """A planned meeting, seminar or other gathering."""

    organization: Annotated[OrganizationId, about("Organ", "Den som håller det.")]
    name: Annotated[Line, about("Namn", "Vad det heter.")]
    type: Annotated[EventType, about("Slag", "Möte, extra möte eller seminarium.")]
    status: Annotated[EventStatus, about("Läge", "Planerat, genomfört eller inställt.")]
    date: Annotated[Day, about("Datum", "Första dag.")]
    end_date: Annotated[Day | None, about("Till och med", "Sista dag, om det är flera.")] = None
    start: Annotated[Clock | None, about("Börjar", "Klockslag, till exempel 09:00.")] = None
    end: Annotated[Clock | None, about("Slutar", "Klockslag, till exempel 15:00.")] = None
    end_is_approximate: Annotated[
        bool, about("Sluttiden är ungefärlig", "När källan säger ca.")
    ] = False
    location: Annotated[Line | None, about("Plats", "Var det hålls.")] = None
    decision: Annotated[DecisionId | None, about("Beslut", "Beslutet som satte tiden.")] = None
    alternatives: Annotated[
        tuple[Alternative, ...], about("Alternativ", "Andra tider som hålls öppna.")
    ] = ()
    summary: Annotated[Markdown | None, about("I korthet", "Vad det handlar om, i klarspråk.")] = (
        None
    )
    matters: Annotated[tuple[MatterId, ...], about("Ärenden", "Ärenden som det hör till.")] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()
