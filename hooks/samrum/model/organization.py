"""Organizations: the bodies that meet and decide, and those they act for, pay or ask."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.record import CommonFields
from samrum.model.values import Line, Markdown, OrganizationId, Url, about


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


class Organization(CommonFields, frozen=True, kw_only=True):
    """A body, a principal, a company or an association."""

    name: Annotated[Line, about("Namn", "Organisationens fulla namn.")]
    abbreviation: Annotated[Line | None, about("Förkortning", "Till exempel SVO.")] = None
    classification: Annotated[Classification, about("Typ", "Vilket slags organisation det är.")]
    decision_power: Annotated[
        DecisionPower | None,
        about("Roll i beslut", "Om organet beslutar, bereder, rekommenderar eller ger råd."),
    ] = None
    requires_adjustment: Annotated[
        bool,
        about(
            "Kräver justering", "Om organets protokoll får publiceras först när de är justerade."
        ),
    ] = False
    parent: Annotated[
        OrganizationId | None, about("Del av", "Organisationen som organet hör till.")
    ] = None
    members: Annotated[
        tuple[OrganizationId, ...], about("Består av", "De organisationer som ingår.")
    ] = ()
    summary: Annotated[
        Markdown | None, about("Beskrivning", "Vad organisationen gör, i klarspråk.")
    ] = None
    url: Annotated[Url | None, about("Webbplats", "Organisationens egen webbplats.")] = None
