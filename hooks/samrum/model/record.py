"""What every record has: a kind, an id that never changes, and the documents it is taken from."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from samrum.model.values import Id, Line, RecordId, Url


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


class Shape(BaseModel):
    """A frozen group of fields in which a key that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class Record(Shape):
    """What every record file begins with."""

    id: Id = Field(
        title="Id",
        description="Postens fasta namn i adresser och länkar: små bokstäver, siffror och "
        "bindestreck. Ändras aldrig efter publicering.",
    )
    sources: tuple[SourceNote, ...] = Field(
        min_length=1, title="Källor", description="De dokument som uppgifterna är hämtade ur."
    )
