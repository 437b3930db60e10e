"""Decisions: what was resolved, recommended or proposed, what it costs, and what follows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from samrum.model.publish import PUBLISHED
from samrum.model.record import (
    Corrections,
    FormerIds,
    OwnId,
    Publishing,
    Record,
    Shape,
    Sources,
    Withdrawn,
)
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
    about,
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


class CostShare(Shape, frozen=True, kw_only=True):
    """The part of a cost that one party bears; an amount left out is computed from the fraction."""

    principal: Annotated[OrganizationId, about("Betalas av", "Den som bär delen.")]
    fraction: Annotated[Share, about("Andel", "Exakt bråk av hela summan, till exempel 5/6.")]
    amount: Annotated[
        Amount | None,
        about("Belopp", "Beloppet, bara om dokumentet anger det; annars räknas det ut."),
    ] = None


class Funding(Shape, frozen=True, kw_only=True):
    """What a decision costs and who pays."""

    amount: Annotated[Amount, about("Summa", "Hela kostnaden i kronor.")]
    currency: Annotated[Line, about("Valuta", "Valutakod, till exempel SEK.")] = "SEK"
    vat: Annotated[Vat | None, about("Moms", "Om summan är exklusive eller inklusive moms.")] = None
    basis: Annotated[Line | None, about("Fördelningsgrund", "Efter vad kostnaden fördelas.")] = None
    shares: Annotated[
        tuple[CostShare, ...], about("Fördelning", "Vem som betalar hur mycket.")
    ] = ()


class Delivery(Shape, frozen=True, kw_only=True):
    """A report that an assignment owes, and to whom."""

    name: Annotated[Line, about("Vad", "Till exempel delrapport.")]
    due: Annotated[PartialDate | None, about("Senast", "Dag, månad, halvår eller år.")] = None
    occasion: Annotated[
        Line | None, about("Tillfälle", "Till exempel första mötet hösten 2022.")
    ] = None
    to: Annotated[tuple[OrganizationId, ...], about("Till", "Vem som tar emot.")] = ()


class Assignment(Shape, frozen=True, kw_only=True):
    """What somebody has been told to do."""

    to: Annotated[OrganizationId, about("Uppdrag till", "Den som ska göra det.")]
    task: Annotated[Line, about("Uppgift", "Vad som ska göras.")]
    due: Annotated[PartialDate | None, about("Senast", "När det ska vara klart.")] = None
    status: Annotated[AssignmentStatus | None, about("Läge", "Hur långt uppdraget har kommit.")] = (
        None
    )
    strategy: Annotated[
        StrategyId | None, about("Gäller strategi", "Strategin som uppdraget gäller.")
    ] = None
    deliveries: Annotated[
        tuple[Delivery, ...], about("Redovisas", "Vad som ska lämnas och när.")
    ] = ()


class Paper(Shape, frozen=True, kw_only=True):
    """A document that a decision rests on."""

    title: Annotated[Line, about("Titel", "Dokumentets namn.")]
    date: Annotated[
        PartialDate | None, about("Datum", "Dokumentets datum så långt det är känt.")
    ] = None
    version: Annotated[Line | None, about("Version", "Till exempel slutversion.")] = None
    case_study: Annotated[
        CaseStudyId | None, about("Fallstudie", "Fallstudien, om den finns här.")
    ] = None
    file: Annotated[
        FileName | None,
        about(
            "Fil",
            "Filens namn, till exempel fardplan.pdf. Filen ligger bredvid posten, i en "
            "mapp med postens id som namn.",
        ),
    ] = None
    url: Annotated[Url | None, about("Webbadress", "Var dokumentet finns.")] = None


class Procurement(Shape, frozen=True, kw_only=True):
    """How a supplier was chosen."""

    exemption_ground: Annotated[
        Line, about("Undantag från upphandling", "Grunden för att upphandla utan konkurrens.")
    ]


class Adoption(Shape, frozen=True, kw_only=True):
    """What one principal did with a recommendation."""

    principal: Annotated[OrganizationId, about("Huvudman", "Den som tar ställning.")]
    status: Annotated[AdoptionStatus, about("Läge", "Antagen, avslagen eller väntar.")]
    date: Annotated[Day | None, about("Datum", "När huvudmannen beslutade.")] = None
    reference: Annotated[Line | None, about("Diarienummer", "Huvudmannens diarienummer.")] = None
    url: Annotated[Url | None, about("Webbadress", "Huvudmannens protokoll.")] = None


class DecisionContent(Shape, frozen=True, kw_only=True):
    """What a decision says, wherever it was taken."""

    title: Annotated[Line, about("Rubrik", "Vad beslutet gäller, kort.")]
    decision_type: Annotated[
        DecisionType, about("Slag", "Beslut, rekommendation, förslag eller information.")
    ] = DecisionType.DECISION
    result: Annotated[Result | None, about("Utfall", "Utfallet med protokollets ord.")] = None
    proposed_to: Annotated[
        OrganizationId | None, about("Förslag till", "Det organ som ska besluta om förslaget.")
    ] = None
    recommended_to: Annotated[
        tuple[OrganizationId, ...],
        about("Rekommenderas till", "De som rekommendationen riktar sig till."),
    ] = ()
    resolution: Annotated[
        tuple[Markdown, ...], about("Beslut", "Att-satserna, en rad för varje.", min_length=1)
    ]
    summary: Annotated[
        Markdown | None, about("I korthet", "Vad beslutet innebär, i klarspråk.")
    ] = None
    background: Annotated[
        Markdown | None, about("Bakgrund", "Varför frågan kom upp, i egna ord.")
    ] = None
    adoptions: Annotated[
        tuple[Adoption, ...],
        about("Huvudmännens beslut", "Vilka huvudmän som har antagit rekommendationen."),
    ] = ()
    funding: Annotated[
        Funding | None, about("Finansiering", "Vad det kostar och vem som betalar.")
    ] = None
    supplier: Annotated[OrganizationId | None, about("Leverantör", "Den som får uppdraget.")] = None
    procurement: Annotated[Procurement | None, about("Upphandling", "Hur leverantören valdes.")] = (
        None
    )
    assignments: Annotated[tuple[Assignment, ...], about("Uppdrag", "Vem som ska göra vad.")] = ()
    papers: Annotated[
        tuple[Paper, ...], about("Beslutsunderlag", "Dokumenten som beslutet vilar på.")
    ] = ()
    reservations: Annotated[
        tuple[Line, ...], about("Reservationer", "Vem som reserverade sig.")
    ] = ()
    dissent_notes: Annotated[
        tuple[Line, ...], about("Protokollsanteckningar", "Särskilda yttranden och anteckningar.")
    ] = ()
    related: Annotated[tuple[RecordId, ...], about("Se även", "Id för andra poster.")] = ()


class DecisionRecord(Record, DecisionContent, frozen=True, kw_only=True):
    """A decision whose protocol is not in the archive."""

    id: OwnId
    sources: Sources
    publish: Publishing = PUBLISHED
    withdrawal: Withdrawn = None
    corrections: Corrections = ()
    moved_from: FormerIds = ()

    organization: Annotated[OrganizationId, about("Organ", "Organet som beslutade eller föreslog.")]
    date: Annotated[
        PartialDate | None, about("Datum", "Beslutets datum; utelämnas när dokumentet är odaterat.")
    ] = None
    reference: Annotated[Line | None, about("Diarienummer", "Diarienummer som i dokumentet.")] = (
        None
    )
    matters: Annotated[
        tuple[MatterId, ...], about("Ärenden", "Ärenden som beslutet hör till.")
    ] = ()
