"""What every record has: a kind, an id that never changes, and the documents it is taken from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from samrum.model.publish import PUBLISHED, Publish
from samrum.model.values import Day, Id, Line, RecordId, Url, about


class Kind(StrEnum):
    """The kinds of record; the value names the kind in schemas and data."""

    ORGANIZATION = "organization"
    MEETING = "meeting"
    DECISION = "decision"
    STRATEGY = "strategy"
    CASE_STUDY = "case-study"
    MATTER = "matter"
    EVENT = "event"

    @property
    def folder(self) -> str:
        """The folder of records/ that holds the kind."""
        plurals = {Kind.STRATEGY: "strategies", Kind.CASE_STUDY: "case-studies"}
        return plurals.get(self, f"{self.value}s")


class Shape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen group of fields in which a key that the model does not know is an error."""


class SourceNote(Shape, frozen=True, kw_only=True):
    """The document that a record is taken from, and the place in it."""

    document: Annotated[Line, about("Dokument", "Dokumentets namn som det står på det.")]
    place: Annotated[Line | None, about("Plats", "Var i dokumentet: § eller rubrik.")] = None
    record: Annotated[
        RecordId | None, about("Post", "Id för den post som återger dokumentet, om den finns här.")
    ] = None
    url: Annotated[Url | None, about("Webbadress", "Var dokumentet finns publicerat.")] = None


class Withdrawal(Shape, frozen=True, kw_only=True):
    """Why a record that was public is so no longer."""

    date: Annotated[Day, about("Datum", "Dagen då posten drogs tillbaka.")]
    reason: Annotated[Line, about("Skäl", "Varför den drogs tillbaka. Visas på postens adress.")]


class Correction(Shape, frozen=True, kw_only=True):
    """A change of a record that was public already."""

    date: Annotated[Day, about("Datum", "Dagen då ändringen gjordes.")]
    reason: Annotated[
        Line, about("Vad och varför", "Vad som ändrades och varför. Visas på postens sida.")
    ]


OwnId = Annotated[
    Id,
    about(
        "Id",
        "Postens fasta namn i adresser och länkar: små bokstäver, siffror och "
        "bindestreck. Ändras aldrig efter publicering.",
    ),
]
Sources = Annotated[
    tuple[SourceNote, ...],
    about("Källor", "De dokument som uppgifterna är hämtade ur.", min_length=1),
]
Publishing = Annotated[
    Publish,
    about(
        "Publicering",
        "draft (utkast), published (publicerad), withdrawn (tillbakadragen) eller on "
        "och första publika dag, till exempel on 2026-12-01. Utan uppgift är posten publicerad.",
    ),
]
Withdrawn = Annotated[
    Withdrawal | None,
    about("Tillbakadragen", "När och varför posten drogs tillbaka; bara när publish är withdrawn."),
]
Corrections = Annotated[
    tuple[Correction, ...],
    about("Ändringar", "Ändringar som gjorts efter publiceringen, den senaste sist."),
]
FormerIds = Annotated[
    tuple[Id, ...],
    about("Tidigare id", "Id som posten har haft. De gamla adresserna leder vidare hit."),
]


class Record(Shape, frozen=True, kw_only=True):
    """What is known of every record, whatever its kind.

    A kind gets these fields from `CommonFields`, or names them itself where it has others from a
    group: of the classes that a Struct is made of, one alone may have fields.
    """

    def __hash__(self) -> int:
        """The hash of the id; to hash a whole protocol costs more than to print it."""
        return hash(self.id)

    @property
    def id(self) -> str:
        """What it is called in addresses and links."""
        raise NotImplementedError

    @property
    def sources(self) -> tuple[SourceNote, ...]:
        """What its facts are taken from."""
        raise NotImplementedError

    @property
    def publish(self) -> Publish:
        """When it may be seen."""
        raise NotImplementedError

    @property
    def withdrawal(self) -> Withdrawal | None:
        """Why it may not be seen any more."""
        raise NotImplementedError

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What has been changed in it since it was public."""
        raise NotImplementedError

    @property
    def moved_from(self) -> tuple[str, ...]:
        """What it was called before."""
        raise NotImplementedError


class CommonFields(Record, frozen=True, kw_only=True):
    """The fields that every record has."""

    id: OwnId
    sources: Sources
    publish: Publishing = PUBLISHED
    withdrawal: Withdrawn = None
    corrections: Corrections = ()
    moved_from: FormerIds = ()
