"""Strategies: documents that steer, how long they hold, and which decisions changed that."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.record import Record, Shape
from samrum.model.values import (
    DecisionId,
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    PartialDate,
    RecordId,
    StrategyId,
    Url,
)


class StrategyType(StrEnum):
    """What the document calls itself."""

    STRATEGY = "strategi"
    ACTION_PLAN = "handlingsplan"
    ROADMAP = "färdplan"
    AGREEMENT = "överenskommelse"
    GUIDELINE = "riktlinje"


class Progress(StrEnum):
    """How far the document has come towards being adopted."""

    ADOPTED = "antagen"
    IN_WORK = "under arbete"
    PAUSED = "pausad"


class Validity(Shape):
    """A last day of validity, and the decision that set it; the latest in the list holds."""

    to: PartialDate = Field(title="Gäller till och med", description="Sista dag, eller året.")
    decision: DecisionId | None = Field(
        None, title="Beslut", description="Beslutet som satte giltighetstiden."
    )
    note: Line | None = Field(
        None, title="Anmärkning", description="Vad dokumentet säger om giltigheten."
    )


class Strategy(Record):
    """A strategy, plan or agreement."""

    title: Line = Field(title="Titel", description="Dokumentets namn.")
    type: StrategyType = Field(title="Slag", description="Vad dokumentet kallar sig.")
    progress: Progress = Field(title="Läge", description="Antagen, under arbete eller pausad.")
    progress_note: Line | None = Field(
        None, title="Om läget", description="Varför det är pausat, till exempel."
    )
    scope: Line | None = Field(None, title="Omfattning", description="Till exempel länsgemensam.")
    adopted_on: PartialDate | None = Field(
        None, title="Fastställd", description="När den fastställdes."
    )
    adopted_by: OrganizationId | None = Field(
        None, title="Fastställd av", description="Organet som fastställde den."
    )
    owner: OrganizationId | None = Field(
        None, title="Ägare", description="Den som ansvarar för dokumentet."
    )
    valid_from: PartialDate | None = Field(None, title="Gäller från", description="Första dag.")
    summary: Markdown | None = Field(
        None, title="I korthet", description="Vad dokumentet är till för, i klarspråk."
    )
    validity: tuple[Validity, ...] = Field(
        (), title="Giltighetstid", description="Giltighetstiden och hur den har ändrats, i ordning."
    )
    supersedes: tuple[StrategyId, ...] = Field(
        (), title="Ersätter", description="Äldre dokument som ersätts."
    )
    url: Url | None = Field(None, title="Webbadress", description="Var dokumentet finns.")
    matters: tuple[MatterId, ...] = Field(
        (), title="Ärenden", description="Ärenden som dokumentet hör till."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")

    @property
    def valid_to(self) -> PartialDate | None:
        """The last day of validity as it was last set."""
        return self.validity[-1].to if self.validity else None
