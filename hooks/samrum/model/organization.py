"""Organizations: the bodies that meet and decide, and those they act for, pay or ask."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.record import Record
from samrum.model.values import Line, Markdown, OrganizationId, Url


class Classification(StrEnum):
    """What kind of organization it is."""

    CONSULTATION = "samråd"
    BOARD = "nämnd"
    COMMITTEE = "utskott"
    OFFICIALS = "tjänstepersonsgrupp"
    COUNCIL = "råd"
    STEERING = "systemledning"
    REGION = "region"
    MUNICIPALITY = "kommun"
    MUNICIPALITIES = "kommungrupp"
    ASSOCIATION = "medlemsorganisation"
    COMPANY = "företag"
    OTHER = "organisation"
    """What is left when the source does not say what it is."""


class DecisionPower(StrEnum):
    """What the body's word is worth: a consultation body recommends, officials prepare."""

    DECIDES = "beslutande"
    PREPARES = "beredande"
    ADVISES = "rådgivande"
    RECOMMENDS = "rekommenderande"


class Organization(Record):
    """A body, a principal, a company or an association."""

    name: Line = Field(title="Namn", description="Organisationens fulla namn.")
    abbreviation: Line | None = Field(None, title="Förkortning", description="Till exempel SVO.")
    classification: Classification = Field(
        title="Typ", description="Vilket slags organisation det är."
    )
    decision_power: DecisionPower | None = Field(
        None,
        title="Roll i beslut",
        description="Om organet beslutar, bereder, rekommenderar eller ger råd.",
    )
    requires_adjustment: bool = Field(
        False,
        title="Kräver justering",
        description="Om organets protokoll får publiceras först när de är justerade.",
    )
    parent: OrganizationId | None = Field(
        None, title="Del av", description="Organisationen som organet hör till."
    )
    members: tuple[OrganizationId, ...] = Field(
        (), title="Består av", description="De organisationer som ingår."
    )
    summary: Markdown | None = Field(
        None, title="Beskrivning", description="Vad organisationen gör, i klarspråk."
    )
    url: Url | None = Field(None, title="Webbplats", description="Organisationens egen webbplats.")
