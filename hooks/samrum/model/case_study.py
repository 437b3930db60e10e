"""Case studies: what was studied, where, by whom, and in which version."""

from __future__ import annotations

from pydantic import Field

from samrum.model.record import Record
from samrum.model.values import (
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    PartialDate,
    RecordId,
    Url,
)


class CaseStudy(Record):
    """A study of how something works in one place."""

    title: Line = Field(title="Titel", description="Fallstudiens namn.")
    area: Line = Field(title="Område", description="Det geografiska område som studerades.")
    authors: tuple[OrganizationId, ...] = Field(
        (), title="Genomförd av", description="De som gjorde studien."
    )
    commissioned_by: OrganizationId | None = Field(
        None, title="Uppdragsgivare", description="Den som gav forskningsuppdraget."
    )
    in_collaboration_with: tuple[OrganizationId, ...] = Field(
        (), title="I samverkan med", description="De som deltog i uppdraget."
    )
    date: PartialDate | None = Field(
        None, title="Datum", description="Versionens datum så långt det är känt."
    )
    version: Line | None = Field(None, title="Version", description="Till exempel slutversion.")
    question: Markdown = Field(title="Fråga", description="Frågan som studerades.")
    summary: Markdown | None = Field(
        None, title="I korthet", description="Vad studien handlar om, i klarspråk."
    )
    url: Url | None = Field(None, title="Webbadress", description="Var studien finns.")
    matters: tuple[MatterId, ...] = Field(
        (), title="Ärenden", description="Ärenden som studien hör till."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")
