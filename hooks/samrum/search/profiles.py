"""A record -> what its hit shows beside the words, is narrowed down by, and is ranked by."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import assert_never

from msgspec import Struct

from samrum.entries import Decision, Entry
from samrum.model import CaseStudy, Event, Matter, Meeting, Organization, Strategy
from samrum.model.decision import DecisionType
from samrum.model.values import PartialDate
from samrum.pages.edition import DECISION_WORDS, Edition, kind_word
from samrum.pages.facets import facets
from samrum.pages.strategies import strategy_standing
from samrum.pages.tones import tone
from samrum.pages.validity import State


class Sort(Enum):
    """The kinds that hits are narrowed down by; the value is what a reader calls them."""

    DECISION = "Beslut"
    STRATEGY = "Strategi eller plan"
    MATTER = "Ärende"
    CASE_STUDY = "Fallstudie"
    PROTOCOL = "Protokoll"
    ORGANIZATION = "Organ"
    EVENT = "Möte i kalendern"
    PAGE = "Om arkivet"


class Profile(Struct, frozen=True):
    """All that is known of a hit before its words are loaded.

    `date` is as far as it is known: 2022-03-18, 2022-03, 2022-vår, 2022. `rank` is what the hit
    counts against others of the same words, in percent.
    """

    sort: Sort
    label: str
    rank: int
    bodies: tuple[str, ...] = ()
    year: str = ""
    topics: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    type: str = ""
    status: str = ""
    tone: str = ""
    date: str = ""


PAGE = Profile(Sort.PAGE, Sort.PAGE.value, rank=70)
"""The profile of every hand-written page."""

_RANKS = {
    Sort.DECISION: 125,
    Sort.STRATEGY: 135,
    Sort.MATTER: 120,
    Sort.CASE_STUDY: 110,
    Sort.PROTOCOL: 100,
    Sort.ORGANIZATION: 110,
    Sort.EVENT: 85,
}
_RANK_OF_INFORMATION = 100
"""A decision that only notes what was told is no more than the protocol it stands in."""

_RANK_WHEN_OVER = 80
"""Percent of its rank that is left of what no longer holds."""

_OVER = (State.REPLACED, State.EXPIRED)


def profile(entry: Entry, edition: Edition) -> Profile:
    """The profile of a record."""
    found = facets(entry, edition)
    sort, rank = _sort(entry), _RANKS[_sort(entry)]
    if isinstance(entry, Decision) and entry.content.decision_type is DecisionType.INFORMATION:
        rank = _RANK_OF_INFORMATION
    status = _status(entry, edition)
    if status in _OVER:
        rank = rank * _RANK_WHEN_OVER // 100
    day = _date(entry)
    return Profile(
        sort=sort,
        label=kind_word(entry),
        rank=rank,
        bodies=found.bodies,
        year=found.year,
        topics=found.topics,
        municipalities=found.municipalities,
        type=_type(entry),
        status=str(status.value).capitalize() if status else "",
        tone=tone(status) if status else "",
        date=str(day) if day else "",
    )


def _sort(entry: Entry) -> Sort:
    match entry:
        case Decision():
            return Sort.DECISION
        case Strategy():
            return Sort.STRATEGY
        case Matter():
            return Sort.MATTER
        case CaseStudy():
            return Sort.CASE_STUDY
        case Meeting():
            return Sort.PROTOCOL
        case Organization():
            return Sort.ORGANIZATION
        case Event():
            return Sort.EVENT
        case _:
            assert_never(entry)


def _type(entry: Entry) -> str:
    return DECISION_WORDS[entry.content.decision_type] if isinstance(entry, Decision) else ""


def _status(entry: Entry, edition: Edition) -> Enum | None:
    match entry:
        case Strategy():
            return strategy_standing(entry, edition).state
        case Meeting() | Matter() | Event():
            return entry.status
        case _:
            return None


def _date(entry: Entry) -> date | PartialDate | None:
    match entry:
        case Meeting() | Event() | Decision() | CaseStudy():
            return entry.date
        case Strategy():
            return entry.adopted_on
        case _:
            return None
