"""Decisions: what was resolved, recommended or proposed, what it costs, and what follows."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from samrum.model.record import Record, Shape
from samrum.model.values import (
    Amount,
    CaseStudyId,
    Day,
    FileName,
    Line,
    Markdown,
    MatterId,
    OrganizationId,
    PartialDate,
    RecordId,
    Share,
    StrategyId,
    Url,
)


class DecisionType(StrEnum):
    """What kind of stand was taken: a recommendation and a proposal are not decisions."""

    DECISION = "beslut"
    RECOMMENDATION = "rekommendation"
    PROPOSAL = "förslag"
    INFORMATION = "information"


class Result(StrEnum):
    """The outcome, in the words that protocols use."""

    GRANTED = "bifall"
    REJECTED = "avslag"
    REFERRED_BACK = "återremiss"
    TABLED = "bordläggning"
    FILED = "till handlingarna"
    APPROVED = "godkännande"


class Vat(StrEnum):
    """Whether value added tax is part of an amount."""

    EXCLUDED = "exklusive"
    INCLUDED = "inklusive"


class AdoptionStatus(StrEnum):
    """Where a principal stands on a recommendation."""

    ADOPTED = "antagen"
    REJECTED = "avslagen"
    PENDING = "väntar"


class AssignmentStatus(StrEnum):
    """How far an assignment has come."""

    ONGOING = "pågår"
    DONE = "slutfört"
    CANCELLED = "avbrutet"


class CostShare(Shape):
    """The part of a cost that one party bears; an amount left out is computed from the fraction."""

    principal: OrganizationId = Field(title="Betalas av", description="Den som bär delen.")
    fraction: Share = Field(
        title="Andel", description="Exakt bråk av hela summan, till exempel 5/6."
    )
    amount: Amount | None = Field(
        None,
        title="Belopp",
        description="Beloppet, bara om dokumentet anger det; annars räknas det ut.",
    )


class Funding(Shape):
    """What a decision costs and who pays."""

    amount: Amount = Field(title="Summa", description="Hela kostnaden i kronor.")
    currency: Line = Field("SEK", title="Valuta", description="Valutakod, till exempel SEK.")
    vat: Vat | None = Field(
        None, title="Moms", description="Om summan är exklusive eller inklusive moms."
    )
    basis: Line | None = Field(
        None, title="Fördelningsgrund", description="Efter vad kostnaden fördelas."
    )
    shares: tuple[CostShare, ...] = Field(
        (), title="Fördelning", description="Vem som betalar hur mycket."
    )


class Delivery(Shape):
    """A report that an assignment owes, and to whom."""

    name: Line = Field(title="Vad", description="Till exempel delrapport.")
    due: PartialDate | None = Field(
        None, title="Senast", description="Dag, månad, halvår eller år."
    )
    occasion: Line | None = Field(
        None, title="Tillfälle", description="Till exempel första mötet hösten 2022."
    )
    to: tuple[OrganizationId, ...] = Field((), title="Till", description="Vem som tar emot.")


class Assignment(Shape):
    """What somebody has been told to do."""

    to: OrganizationId = Field(title="Uppdrag till", description="Den som ska göra det.")
    task: Line = Field(title="Uppgift", description="Vad som ska göras.")
    due: PartialDate | None = Field(None, title="Senast", description="När det ska vara klart.")
    status: AssignmentStatus | None = Field(
        None, title="Läge", description="Hur långt uppdraget har kommit."
    )
    strategy: StrategyId | None = Field(
        None, title="Gäller strategi", description="Strategin som uppdraget gäller."
    )
    deliveries: tuple[Delivery, ...] = Field(
        (), title="Redovisas", description="Vad som ska lämnas och när."
    )


class Paper(Shape):
    """A document that a decision rests on."""

    title: Line = Field(title="Titel", description="Dokumentets namn.")
    date: PartialDate | None = Field(
        None, title="Datum", description="Dokumentets datum så långt det är känt."
    )
    version: Line | None = Field(None, title="Version", description="Till exempel slutversion.")
    case_study: CaseStudyId | None = Field(
        None, title="Fallstudie", description="Fallstudien, om den finns här."
    )
    file: FileName | None = Field(
        None,
        title="Fil",
        description="Filens namn, till exempel fardplan.pdf. Filen ligger bredvid posten, i en "
        "mapp med postens id som namn.",
    )
    url: Url | None = Field(None, title="Webbadress", description="Var dokumentet finns.")


class Procurement(Shape):
    """How a supplier was chosen."""

    exemption_ground: Line = Field(
        title="Undantag från upphandling", description="Grunden för att upphandla utan konkurrens."
    )


class Adoption(Shape):
    """What one principal did with a recommendation."""

    principal: OrganizationId = Field(title="Huvudman", description="Den som tar ställning.")
    status: AdoptionStatus = Field(title="Läge", description="Antagen, avslagen eller väntar.")
    date: Day | None = Field(None, title="Datum", description="När huvudmannen beslutade.")
    reference: Line | None = Field(
        None, title="Diarienummer", description="Huvudmannens diarienummer."
    )
    url: Url | None = Field(None, title="Webbadress", description="Huvudmannens protokoll.")


class DecisionContent(Shape):
    """What a decision says, wherever it was taken."""

    title: Line = Field(title="Rubrik", description="Vad beslutet gäller, kort.")
    decision_type: DecisionType = Field(
        DecisionType.DECISION,
        title="Slag",
        description="Beslut, rekommendation, förslag eller information.",
    )
    result: Result | None = Field(
        None, title="Utfall", description="Utfallet med protokollets ord."
    )
    proposed_to: OrganizationId | None = Field(
        None, title="Förslag till", description="Det organ som ska besluta om förslaget."
    )
    recommended_to: tuple[OrganizationId, ...] = Field(
        (), title="Rekommenderas till", description="De som rekommendationen riktar sig till."
    )
    resolution: tuple[Markdown, ...] = Field(
        min_length=1, title="Beslut", description="Att-satserna, en rad för varje."
    )
    summary: Markdown | None = Field(
        None, title="I korthet", description="Vad beslutet innebär, i klarspråk."
    )
    background: Markdown | None = Field(
        None, title="Bakgrund", description="Varför frågan kom upp, i egna ord."
    )
    adoptions: tuple[Adoption, ...] = Field(
        (),
        title="Huvudmännens beslut",
        description="Vilka huvudmän som har antagit rekommendationen.",
    )
    funding: Funding | None = Field(
        None, title="Finansiering", description="Vad det kostar och vem som betalar."
    )
    supplier: OrganizationId | None = Field(
        None, title="Leverantör", description="Den som får uppdraget."
    )
    procurement: Procurement | None = Field(
        None, title="Upphandling", description="Hur leverantören valdes."
    )
    assignments: tuple[Assignment, ...] = Field(
        (), title="Uppdrag", description="Vem som ska göra vad."
    )
    papers: tuple[Paper, ...] = Field(
        (), title="Beslutsunderlag", description="Dokumenten som beslutet vilar på."
    )
    reservations: tuple[Line, ...] = Field(
        (), title="Reservationer", description="Vem som reserverade sig."
    )
    dissent_notes: tuple[Line, ...] = Field(
        (), title="Protokollsanteckningar", description="Särskilda yttranden och anteckningar."
    )
    related: tuple[RecordId, ...] = Field((), title="Se även", description="Id för andra poster.")


class DecisionRecord(Record, DecisionContent):
    """A decision whose protocol is not in the archive."""

    organization: OrganizationId = Field(
        title="Organ", description="Organet som beslutade eller föreslog."
    )
    date: PartialDate | None = Field(
        None, title="Datum", description="Beslutets datum; utelämnas när dokumentet är odaterat."
    )
    reference: Line | None = Field(
        None, title="Diarienummer", description="Diarienummer som i dokumentet."
    )
    matters: tuple[MatterId, ...] = Field(
        (), title="Ärenden", description="Ärenden som beslutet hör till."
    )
