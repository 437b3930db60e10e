"""Meetings: a protocol as one record, with attendance, every § and the decisions taken in it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.decision import DecisionContent
from samrum.model.record import Record, Shape
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


class Attendee(Shape):
    """An elected member, present or absent."""

    name: Line = Field(title="Namn", description="Namnet som i protokollet.")
    party: Line | None = Field(
        None, title="Parti", description="Partibeteckning som i protokollet: s, m, c."
    )
    on_behalf_of: OrganizationId = Field(title="Företräder", description="Kommunen eller regionen.")
    role: Role | None = Field(
        None, title="Roll", description="Rollen på mötet, om protokollet anger den."
    )


class Official(Shape):
    """An employee who serves the meeting."""

    name: Line = Field(title="Namn", description="Namnet som i protokollet.")
    title: Line | None = Field(
        None, title="Befattning", description="Befattningen som i protokollet."
    )
    on_behalf_of: OrganizationId | None = Field(
        None, title="Företräder", description="Arbetsgivaren, om den anges."
    )


class Presenter(Shape):
    """Somebody who presents an item."""

    name: Line = Field(title="Namn", description="Namnet som i protokollet.")
    on_behalf_of: OrganizationId | None = Field(
        None, title="Företräder", description="Organisationen, om protokollet anger den."
    )


class Figure(Shape):
    """A figure that was named at the meeting."""

    label: Line = Field(title="Vad", description="Vad siffran mäter.")
    value: Line = Field(title="Värde", description="Värdet som i protokollet, med enhet.")
    period: PartialDate | None = Field(None, title="Avser", description="Tiden som siffran gäller.")


class AgendaDecision(DecisionContent):
    """A decision taken under an item, from which it has its body, its matters and its date."""

    date: Day | None = Field(
        None, title="Datum", description="Beslutets dag, bara om den är en annan än mötets."
    )
    moved_from: tuple[Id, ...] = Field(
        (),
        title="Tidigare id",
        description="Id som beslutet har haft, till exempel i en egen fil. De leder vidare hit.",
    )


class ItemContent(Shape):
    """What an item on the agenda, or a part of one, holds."""

    name: Line = Field(title="Rubrik", description="Rubriken som i protokollet.")
    type: ItemType | None = Field(
        None, title="Slag", description="Beslutsärende, informationsärende eller övrigt."
    )
    oral: bool = Field(False, title="Muntligt", description="Om ärendet drogs muntligt.")
    presenters: tuple[Presenter, ...] = Field(
        (), title="Föredragande", description="De som föredrog ärendet."
    )
    body: Markdown | None = Field(None, title="Text", description="Vad som togs upp, i egna ord.")
    views: tuple[Markdown, ...] = Field(
        (), title="Synpunkter", description="Synpunkter som lyftes på mötet."
    )
    figures: tuple[Figure, ...] = Field((), title="Siffror", description="Siffror som nämndes.")
    decision: AgendaDecision | None = Field(
        None, title="Beslut", description="Beslutet under punkten."
    )
    matters: tuple[MatterId, ...] = Field(
        (), title="Ärenden", description="Ärenden som punkten hör till."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")


class AgendaItem(ItemContent):
    """A § of the protocol; `parts` are its unnumbered sub-items in order."""

    number: int = Field(ge=1, le=9999, title="§", description="Paragrafens nummer.")
    parts: tuple[ItemContent, ...] = Field(
        (), title="Delar", description="Onumrerade delar av paragrafen."
    )


class Signature(Shape):
    """An electronic signature of the protocol."""

    service: Line = Field(title="Tjänst", description="Signeringstjänsten.")
    reference: Line = Field(title="Referensnummer", description="Tjänstens referensnummer.")


class Sitting(Record):
    """What pages tell that only name a meeting: whose it is, and when.

    A page that tells more of it asks the catalogue for the meeting, and is noted to depend on all
    of it. No page may find the meeting in a sitting by its type.
    """

    organization: OrganizationId = Field(title="Organ", description="Organet som möttes.")
    reference: Line | None = Field(
        None, title="Diarienummer", description="Diarienummer som i protokollet."
    )
    date: Day = Field(title="Datum", description="Mötets dag.")


class Meeting(Sitting):
    """A meeting and its protocol."""

    start: Clock | None = Field(None, title="Börjar", description="Klockslag, till exempel 08:30.")
    end: Clock | None = Field(None, title="Slutar", description="Klockslag, till exempel 12:00.")
    location: Line | None = Field(None, title="Plats", description="Var mötet hölls.")
    status: MeetingStatus = Field(title="Läge", description="Kallat, genomfört eller inställt.")
    agenda_numbers: NumberRange | None = Field(
        None, title="Paragrafer", description="Första och sista § som protokollet anger: 29-39."
    )
    summary: Markdown | None = Field(
        None, title="I korthet", description="Vad mötet handlade om, i klarspråk."
    )
    participants: tuple[Attendee, ...] = Field(
        (), title="Närvarande", description="Närvarande ledamöter."
    )
    absentees: tuple[Attendee, ...] = Field(
        (), title="Frånvarande", description="Frånvarande ledamöter."
    )
    officials: tuple[Official, ...] = Field(
        (), title="Tjänstepersoner", description="Tjänstepersoner på mötet."
    )
    secretary: Line | None = Field(
        None, title="Sekreterare", description="Den som förde protokollet."
    )
    adjusters: tuple[Line, ...] = Field(
        (), title="Justerare", description="De som justerar protokollet."
    )
    adjusted_on: Day | None = Field(
        None, title="Justerat", description="Dagen då protokollet justerades."
    )
    announced_on: Day | None = Field(
        None, title="Anslaget", description="Dagen då justeringen anslogs."
    )
    notice_url: Url | None = Field(
        None, title="Anslag", description="Länk till den digitala anslagstavlan."
    )
    appeal_deadline: Day | None = Field(
        None, title="Överklagas senast", description="Sista dag för överklagande, om den anges."
    )
    legal_force_on: Day | None = Field(
        None, title="Laga kraft", description="Dagen då besluten vann laga kraft."
    )
    signature: Signature | None = Field(
        None, title="E-signatur", description="Protokollets e-signatur."
    )
    agenda_items: tuple[AgendaItem, ...] = Field(
        (), title="Dagordning", description="Paragraferna i ordning."
    )
