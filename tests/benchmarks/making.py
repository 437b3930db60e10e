"""How large an archive is, and what its records are while they are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from samrum.model import Kind
from tests.benchmarks.language import swedish

Data = dict[str, Any]

FEWEST_PAGES = 60
LATEST = date(2025, 12, 12)
"""No meeting is later; events are."""

SECTIONS = 10
DECISIONS = 8
"""Of the §§ in a protocol; the ninth informs and the tenth names the next meeting."""


@dataclass(frozen=True, slots=True)
class Question:
    """Words that somebody searches for, and the id of the record that is the answer."""

    words: str
    answer: str


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up record; `questions` have it, or the decisions in it, as their answers."""

    kind: Kind
    data: Data
    questions: tuple[Question, ...] = ()

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.data["id"])

    @property
    def place(self) -> str:
        """The file's way below records/; meetings are kept by year."""
        year = f"{self.data['date'][:4]}/" if self.kind is Kind.MEETING else ""
        return f"{self.kind.folder}/{year}{self.id}.yml"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many there are of each: an archive grows with its bodies, each some ten years old."""

    bodies: int
    companies: int
    strategies: int
    case_studies: int
    matters: int
    events: int
    meetings: int
    decisions: int
    """Those without a protocol."""

    @classmethod
    def of(cls, pages: int) -> Plan:
        """The plan that gives so many pages."""
        if pages < FEWEST_PAGES:
            raise ValueError(f"an archive has at least {FEWEST_PAGES} pages, not {pages}")
        bodies, companies = max(3, -(-pages // 1000)), max(2, pages // 500)
        strategies, case_studies = max(1, pages * 3 // 100), max(1, pages // 100)
        matters = max(2, pages * 4 // 100)
        others = len(swedish().municipalities) + 2 + bodies + companies
        rest = pages - others - strategies - case_studies - matters
        meetings = rest * 98 // 100 // (1 + DECISIONS)
        return cls(
            bodies=bodies,
            companies=companies,
            strategies=strategies,
            case_studies=case_studies,
            matters=matters,
            events=max(2, pages // 40),
            meetings=meetings,
            decisions=rest - meetings * (1 + DECISIONS),
        )


def sources(document: str) -> Data:
    """The source that a made-up record names."""
    return {"sources": [{"document": document, "place": "Hela dokumentet"}]}
