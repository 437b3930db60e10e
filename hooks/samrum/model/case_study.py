"""Case studies: what was studied, where, by whom, and in which version."""

from __future__ import annotations

from typing import Annotated

from samrum.model.record import CommonFields
from samrum.model.values import (
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    PartialDate,
    RecordId,
    Url,
    about,
)


class CaseStudy(CommonFields, frozen=True, kw_only=True):
    """A study of how something works in one place."""

    title: Annotated[Line, about("Titel", "Fallstudiens namn.")]
    area: Annotated[Line, about("Område", "Det geografiska område som studerades.")]
    authors: Annotated[
        tuple[OrganizationId, ...], about("Genomförd av", "De som gjorde studien.")
    ] = ()
    commissioned_by: Annotated[
        OrganizationId | None, about("Uppdragsgivare", "Den som gav forskningsuppdraget.")
    ] = None
    in_collaboration_with: Annotated[
        tuple[OrganizationId, ...], about("I samverkan med", "De som deltog i uppdraget.")
    ] = ()
    date: Annotated[
        PartialDate | None, about("Datum", "Versionens datum så långt det är känt.")
    ] = None
    version: Annotated[Line | None, about("Version", "Till exempel slutversion.")] = None
    question: Annotated[Markdown, about("Fråga", "Frågan som studerades.")]
    summary: Annotated[
        Markdown | None, about("I korthet", "Vad studien handlar om, i klarspråk.")
    ] = None
    url: Annotated[Url | None, about("Webbadress", "Var studien finns.")] = None
    matters: Annotated[tuple[MatterId, ...], about("Ärenden", "Ärenden som studien hör till.")] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()
