"""What every record has: a kind, an id that never changes, and the documents it is taken from."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from samrum.model.publish import PUBLISHED, Publish
from samrum.model.values import Day, Id, Line, RecordId, Url


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


class _NotKept:
    """Stands where Pydantic notes which fields were given, in a set for each group of fields.

    Nobody asks, and the sets of an archive took a quarter of the memory that its records take.
    """

    def __get__(self, one: object, owner: type) -> set[str]:
        return set()

    def __set__(self, one: object, given: set[str]) -> None:
        """Forget them."""


class Shape(BaseModel):
    """A frozen group of fields in which a key that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    __pydantic_fields_set__ = _NotKept()


class SourceNote(Shape):
    """The document that a record is taken from, and the place in it."""

    document: Line = Field(title="Dokument", description="Dokumentets namn som det står på det.")
    place: Line | None = Field(None, title="Plats", description="Var i dokumentet: § eller rubrik.")
    record: RecordId | None = Field(
        None, title="Post", description="Id för den post som återger dokumentet, om den finns här."
    )
    url: Url | None = Field(
        None, title="Webbadress", description="Var dokumentet finns publicerat."
    )


class Withdrawal(Shape):
    """Why a record that was public is so no longer."""

    date: Day = Field(title="Datum", description="Dagen då posten drogs tillbaka.")
    reason: Line = Field(
        title="Skäl", description="Varför den drogs tillbaka. Visas på postens adress."
    )


class Correction(Shape):
    """A change of a record that was public already."""

    date: Day = Field(title="Datum", description="Dagen då ändringen gjordes.")
    reason: Line = Field(
        title="Vad och varför", description="Vad som ändrades och varför. Visas på postens sida."
    )


class Record(Shape):
    """What every record file has, whatever its kind."""

    def __hash__(self) -> int:
        """The hash of the id; to hash a whole protocol costs more than to print it."""
        return hash(self.id)

    id: Id = Field(
        title="Id",
        description="Postens fasta namn i adresser och länkar: små bokstäver, siffror och "
        "bindestreck. Ändras aldrig efter publicering.",
    )
    sources: tuple[SourceNote, ...] = Field(
        min_length=1, title="Källor", description="De dokument som uppgifterna är hämtade ur."
    )
    publish: Publish = Field(
        PUBLISHED,
        title="Publicering",
        description="draft (utkast), published (publicerad), withdrawn (tillbakadragen) eller on "
        "och första publika dag, till exempel on 2026-12-01. Utan uppgift är posten publicerad.",
        # Pydantic would tell the parts of a value that an editor writes as one word.
        json_schema_extra={"default": str(PUBLISHED)},
    )
    withdrawal: Withdrawal | None = Field(
        None,
        title="Tillbakadragen",
        description="När och varför posten drogs tillbaka; bara när publish är withdrawn.",
    )
    corrections: tuple[Correction, ...] = Field(
        (),
        title="Ändringar",
        description="Ändringar som gjorts efter publiceringen, den senaste sist.",
    )
    moved_from: tuple[Id, ...] = Field(
        (),
        title="Tidigare id",
        description="Id som posten har haft. De gamla adresserna leder vidare hit.",
    )
