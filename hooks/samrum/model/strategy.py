"""Strategies: documents that steer, how long they hold, and which decisions changed that."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.record import CommonFields, Shape
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
    about,
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


class Validity(Shape, frozen=True, kw_only=True):
    """A last day of validity, and the decision that set it; the latest in the list holds."""

    to: Annotated[PartialDate, about("Gäller till och med", "Sista dag, eller året.")]
    decision: Annotated[
        DecisionId | None, about("Beslut", "Beslutet som satte giltighetstiden.")
    ] = None
    note: Annotated[Line | None, about("Anmärkning", "Vad dokumentet säger om giltigheten.")] = None


class Strategy(CommonFields, frozen=True, kw_only=True):
    """A strategy, plan or agreement."""

    title: Annotated[Line, about("Titel", "Dokumentets namn.")]
    type: Annotated[StrategyType, about("Slag", "Vad dokumentet kallar sig.")]
    progress: Annotated[Progress, about("Läge", "Antagen, under arbete eller pausad.")]
    progress_note: Annotated[
        Line | None, about("Om läget", "Varför det är pausat, till exempel.")
    ] = None
    scope: Annotated[Line | None, about("Omfattning", "Till exempel länsgemensam.")] = None
    adopted_on: Annotated[PartialDate | None, about("Fastställd", "När den fastställdes.")] = None
    adopted_by: Annotated[
        OrganizationId | None, about("Fastställd av", "Organet som fastställde den.")
    ] = None
    owner: Annotated[OrganizationId | None, about("Ägare", "Den som ansvarar för dokumentet.")] = (
        None
    )
    valid_from: Annotated[PartialDate | None, about("Gäller från", "Första dag.")] = None
    summary: Annotated[
        Markdown | None, about("I korthet", "Vad dokumentet är till för, i klarspråk.")
    ] = None
    validity: Annotated[
        tuple[Validity, ...],
        about("Giltighetstid", "Giltighetstiden och hur den har ändrats, i ordning."),
    ] = ()
    supersedes: Annotated[
        tuple[StrategyId, ...], about("Ersätter", "Äldre dokument som ersätts.")
    ] = ()
    url: Annotated[Url | None, about("Webbadress", "Var dokumentet finns.")] = None
    matters: Annotated[
        tuple[MatterId, ...], about("Ärenden", "Ärenden som dokumentet hör till.")
    ] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()

    @property
    def valid_to(self) -> PartialDate | None:
        """The last day of validity as it was last set."""
        return self.validity[-1].to if self.validity else None
