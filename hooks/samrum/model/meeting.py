"""Meetings: a protocol as one record, with attendance, every § and the decisions taken in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.decision import DecisionContent
from samrum.model.record import CommonFields, Shape
from samrum.model.values import (
    Clock,
    Day,
    Id,
    Line,
    Markdown,
    MatterId,
    NumberRange,
    OrganizationId,
    PartialDate,
    RecordId,
    Url,
    about,
)


class MeetingStatus(StrEnum):
    """Whether the meeting has been held."""

    CALLED = "kallat"
    HELD = "genomfört"
    CANCELLED = "inställt"


class ItemType(StrEnum):
    """What an item on the agenda is for."""

    DECISION = "beslutsärende"
    INFORMATION = "informationsärende"
    OTHER = "övrigt"


class Role(StrEnum):
    """The roles in which an elected member takes part."""

    CHAIR = "ordförande"
    VICE_CHAIR = "vice ordförande"
    MEMBER = "ledamot"
    SUBSTITUTE = "ersättare"
    SERVING_SUBSTITUTE = "tjänstgörande ersättare"


class Attendee(Shape, frozen=True, kw_only=True):
    """An elected member, present or absent."""

    name: Annotated[Line, about("Namn", "Namnet som i protokollet.")]
    party: Annotated[Line | None, about("Parti", "Partibeteckning som i protokollet: s, m, c.")] = (
        None
    )
    on_behalf_of: Annotated[OrganizationId, about("Företräder", "Kommunen eller regionen.")]
    role: Annotated[Role | None, about("Roll", "Rollen på mötet, om protokollet anger den.")] = None


class Official(Shape, frozen=True, kw_only=True):
    """An employee who serves the meeting."""

    name: Annotated[Line, about("Namn", "Namnet som i protokollet.")]
    title: Annotated[Line | None, about("Befattning", "Befattningen som i protokollet.")] = None
    on_behalf_of: Annotated[
        OrganizationId | None, about("Företräder", "Arbetsgivaren, om den anges.")
    ] = None


class Presenter(Shape, frozen=True, kw_only=True):
    """Somebody who presents an item."""

    name: Annotated[Line, about("Namn", "Namnet som i protokollet.")]
    on_behalf_of: Annotated[
        OrganizationId | None, about("Företräder", "Organisationen, om protokollet anger den.")
    ] = None


class Figure(Shape, frozen=True, kw_only=True):
    """A figure that was named at the meeting."""

    label: Annotated[Line, about("Vad", "Vad siffran mäter.")]
    value: Annotated[Line, about("Värde", "Värdet som i protokollet, med enhet.")]
    period: Annotated[PartialDate | None, about("Avser", "Tiden som siffran gäller.")] = None


class AgendaDecision(DecisionContent, frozen=True, kw_only=True):
    """A decision taken under an item, from which it has its body, its matters and its date."""

    date: Annotated[
        Day | None, about("Datum", "Beslutets dag, bara om den är en annan än mötets.")
    ] = None
    moved_from: Annotated[
        tuple[Id, ...],
        about(
            "Tidigare id",
            "Id som beslutet har haft, till exempel i en egen fil. De leder vidare hit.",
        ),
    ] = ()


class ItemContent(Shape, frozen=True, kw_only=True):
    """What an item on the agenda, or a part of one, holds."""

    name: Annotated[Line, about("Rubrik", "Rubriken som i protokollet.")]
    type: Annotated[
        ItemType | None, about("Slag", "Beslutsärende, informationsärende eller övrigt.")
    ] = None
    oral: Annotated[bool, about("Muntligt", "Om ärendet drogs muntligt.")] = False
    presenters: Annotated[
        tuple[Presenter, ...], about("Föredragande", "De som föredrog ärendet.")
    ] = ()
    body: Annotated[Markdown | None, about("Text", "Vad som togs upp, i egna ord.")] = None
    views: Annotated[
        tuple[Markdown, ...], about("Synpunkter", "Synpunkter som lyftes på mötet.")
    ] = ()
    figures: Annotated[tuple[Figure, ...], about("Siffror", "Siffror som nämndes.")] = ()
    decision: Annotated[AgendaDecision | None, about("Beslut", "Beslutet under punkten.")] = None
    matters: Annotated[tuple[MatterId, ...], about("Ärenden", "Ärenden som punkten hör till.")] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()


class AgendaItem(ItemContent, frozen=True, kw_only=True):
    """A § of the protocol; `parts` are its unnumbered sub-items in order."""

    number: Annotated[int, about("§", "Paragrafens nummer.", ge=1, le=9999)]
    parts: Annotated[
        tuple[ItemContent, ...], about("Delar", "Onumrerade delar av paragrafen.")
    ] = ()


class Signature(Shape, frozen=True, kw_only=True):
    """An electronic signature of the protocol."""

    service: Annotated[Line, about("Tjänst", "Signeringstjänsten.")]
    reference: Annotated[Line, about("Referensnummer", "Tjänstens referensnummer.")]


class Sitting(CommonFields, frozen=True, kw_only=True):
    """What pages tell that only name a meeting: whose it is, and when.

    A page that tells more of it asks the catalogue for the meeting, and is noted to depend on all
    of it. No page may find the meeting in a sitting by its type.
    """

    organization: Annotated[OrganizationId, about("Organ", "Organet som möttes.")]
    reference: Annotated[Line | None, about("Diarienummer", "Diarienummer som i protokollet.")] = (
        None
    )
    date: Annotated[Day, about("Datum", "Mötets dag.")]


class Meeting(Sitting, frozen=True, kw_only=True):
    """A meeting and its protocol."""

    start: Annotated[Clock | None, about("Börjar", "Klockslag, till exempel 08:30.")] = None
    end: Annotated[Clock | None, about("Slutar", "Klockslag, till exempel 12:00.")] = None
    location: Annotated[Line | None, about("Plats", "Var mötet hölls.")] = None
    status: Annotated[MeetingStatus, about("Läge", "Kallat, genomfört eller inställt.")]
    agenda_numbers: Annotated[
        NumberRange | None, about("Paragrafer", "Första och sista § som protokollet anger: 29-39.")
    ] = None
    summary: Annotated[
        Markdown | None, about("I korthet", "Vad mötet handlade om, i klarspråk.")
    ] = None
    participants: Annotated[tuple[Attendee, ...], about("Närvarande", "Närvarande ledamöter.")] = ()
    absentees: Annotated[tuple[Attendee, ...], about("Frånvarande", "Frånvarande ledamöter.")] = ()
    officials: Annotated[
        tuple[Official, ...], about("Tjänstepersoner", "Tjänstepersoner på mötet.")
    ] = ()
    secretary: Annotated[Line | None, about("Sekreterare", "Den som förde protokollet.")] = None
    adjusters: Annotated[tuple[Line, ...], about("Justerare", "De som justerar protokollet.")] = ()
    adjusted_on: Annotated[Day | None, about("Justerat", "Dagen då protokollet justerades.")] = None
    announced_on: Annotated[Day | None, about("Anslaget", "Dagen då justeringen anslogs.")] = None
    notice_url: Annotated[Url | None, about("Anslag", "Länk till den digitala anslagstavlan.")] = (
        None
    )
    appeal_deadline: Annotated[
        Day | None, about("Överklagas senast", "Sista dag för överklagande, om den anges.")
    ] = None
    legal_force_on: Annotated[
        Day | None, about("Laga kraft", "Dagen då besluten vann laga kraft.")
    ] = None
    signature: Annotated[Signature | None, about("E-signatur", "Protokollets e-signatur.")] = None
    agenda_items: Annotated[
        tuple[AgendaItem, ...], about("Dagordning", "Paragraferna i ordning.")
    ] = ()
