"""The values that records are made of, as an editor types them: dates, money, shares, text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, total_ordering, wraps
from typing import Annotated, TypeVar

from msgspec import Struct
from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

T = TypeVar("T")


def _kept(parse: Callable[[object], T]) -> Callable[[object], T]:
    """The same, which keeps what it has parsed: an archive names the same days and sums often."""
    known = lru_cache(maxsize=10_000)(parse)

    @wraps(parse)
    def parsed(value: object) -> T:
        # By its type: True is 1 to a cache, and is no sum.
        return known(value) if isinstance(value, str) or type(value) is int else parse(value)

    return parsed


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-(vår|höst))?", re.ASCII)
_TERMS = {"vår": (1, 6), "höst": (7, 12)}
"""The months of a half-year: "våren" is the term before summer, "hösten" the one after."""


@total_ordering
class PartialDate(Struct, frozen=True):
    """A date as far as it is known: 2022-03-18, 2022-03, 2022-vår, 2022.

    A date sorts by its first possible day, and the more exact of two goes first.
    """

    year: int
    month: int | None = None
    day: int | None = None
    term: str | None = None

    @staticmethod
    @_kept
    def parse(value: object) -> PartialDate:
        """The date that an editor typed; the source reader hands a bare year over as an integer."""
        if isinstance(value, PartialDate):
            return value
        found = _DATE.fullmatch(str(value)) if isinstance(value, str | int) else None
        if found is None:
            raise PydanticCustomError(
                "bad-date",
                'not a date: "{value}"; write 2022-03-18, 2022-03, 2022-vår or 2022',
                {"value": str(value)},
            )
        year, month, day, term = found.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise PydanticCustomError(
                "impossible-date",
                'no calendar has the date "{value}"; check the month and the day',
                {"value": str(value)},
            ) from None
        return PartialDate(
            int(year), int(month) if month else None, int(day) if day else None, term
        )

    @property
    def is_whole(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The first day that the date can mean."""
        if self.term:
            return date(self.year, _TERMS[self.term][0], 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that the date can mean."""
        if self.day is not None:
            return self.first
        month = _TERMS[self.term][1] if self.term else self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day, by which dates sort; sooner than by the dates themselves."""
        first = self.first
        return first, first if self.day else self.last

    def __lt__(self, other: PartialDate) -> bool:
        return self.span < other.span

    def __str__(self) -> str:
        if self.term:
            return f"{self.year:04}-{self.term}"
        parts = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *parts))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": f"^{_DATE.pattern}$"}


@_kept
def _day(value: object) -> date:
    parsed = PartialDate.parse(value)
    if not parsed.is_whole:
        raise PydanticCustomError(
            "bad-date",
            'a whole date is needed, not "{value}"; write 2022-03-18',
            {"value": str(value)},
        )
    return parsed.first


@_kept
def _clock(value: object) -> time:
    found = re.fullmatch(r"(\d{2}):(\d{2})", value, re.ASCII) if isinstance(value, str) else None
    if found is None or not (int(found[1]) < 24 and int(found[2]) < 60):
        raise PydanticCustomError(
            "bad-time", 'not a time of day: "{value}"; write 08:30', {"value": str(value)}
        )
    return time(int(found[1]), int(found[2]))


@_kept
def _amount(value: object) -> Decimal:
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,15}(\.\d{2})?", str(value), re.ASCII):
        raise PydanticCustomError(
            "bad-amount",
            'not an amount: "{value}"; write whole kronor as 960000, or öre as 960000.50',
            {"value": str(value)},
        )
    return Decimal(str(value))


@_kept
def _fraction(value: object) -> Fraction:
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})|1", str(value), re.ASCII)
    if found is None or (found[2] and not 0 < int(found[1]) <= int(found[2])):
        raise PydanticCustomError(
            "bad-fraction",
            'not a share of a whole: "{value}"; write it exactly, such as 5/6',
            {"value": str(value)},
        )
    return Fraction(str(value))


def _numbers(value: object) -> tuple[int, int]:
    text = value if isinstance(value, str) else ""
    found = re.fullmatch(r"(\d{1,4})\s*[-–]\s*(\d{1,4})", text, re.ASCII)
    if found is None or int(found[1]) > int(found[2]):
        raise PydanticCustomError(
            "bad-range", 'not a range of §§: "{value}"; write 29-39', {"value": str(value)}
        )
    return int(found[1]), int(found[2])


class Ref(Struct, frozen=True):
    """Marks a field as the id of another record; `kind` is the record's kind, or none for any."""

    kind: str | None = None


class Rich(Struct, frozen=True):
    """Marks a field whose text is Markdown, which may link to records."""


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}$"})
]
Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    WithJsonSchema(
        {"type": ["integer", "string"], "pattern": r"^\d{1,15}(\.\d{2})?$", "minimum": 0}
    ),
]
Share = Annotated[
    Fraction,
    BeforeValidator(_fraction),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^(\d{1,6}/\d{1,6}|1)$",
            "minimum": 1,
            "maximum": 1,
        }
    ),
]
NumberRange = Annotated[
    tuple[int, int],
    BeforeValidator(_numbers),
    WithJsonSchema({"type": "string", "pattern": r"^\d+\s*[-–]\s*\d+$"}),
]
_OR_NUMBER = Field(coerce_numbers_to_str=True)
"""A number that an editor types where text is expected is text: `name: 2022`."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\n]*$"),
    _OR_NUMBER,
    # Before it is stripped, and be it a number: what may stand in the file.
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\s*\S([^\n]{0,498}\S)?\s*$"}),
]
Markdown = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000),
    _OR_NUMBER,
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"\S"}),
    Rich(),
]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$", max_length=2000)]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
]
FileName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+$", max_length=100),
]
RecordId = Annotated[Id, Ref()]
OrganizationId = Annotated[Id, Ref("organization")]
MatterId = Annotated[Id, Ref("matter")]
DecisionId = Annotated[Id, Ref("decision")]
StrategyId = Annotated[Id, Ref("strategy")]
CaseStudyId = Annotated[Id, Ref("case-study")]
