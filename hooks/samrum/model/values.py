"""The values that records are made of, as an editor types them: dates, money, shares, text.

A class here with a `parse` is a value that is typed as one word. Its `SCHEMA` says in JSON Schema
what may stand in the file, and `str` makes the word of it again.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, total_ordering, wraps
from typing import Annotated, Any, ClassVar, Final, TypeVar

from msgspec import Meta, Struct

T = TypeVar("T")


class Refused(ValueError):
    """A value that its field does not take; `{value}` in the message stands for it."""

    def __init__(self, code: str, message: str, value: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.value = value


class Ref(Struct, frozen=True):
    """Marks a field as the id of another record; `kind` is the record's kind, or none for any."""

    kind: str | None = None


class Rich(Struct, frozen=True):
    """Marks a field whose text is Markdown, which may link to records."""


class Form(Struct, frozen=True):
    """Marks a text of which every sign counts, and tells what is wrong with another one."""

    code: str
    message: str


class InFile(Struct, frozen=True, eq=False):  # of two alike each is itself: a dict has no hash
    """What may stand in a file for a value, as JSON Schema, where it is not the value itself."""

    schema: dict[str, Any]


def about(title: str, description: str, **limits: Any) -> Meta:
    """What a field is called and what is written there, in Swedish, and the limits of its value."""
    return Meta(title=title, description=description, **limits)


def _kept(parse: Callable[[object], T]) -> Callable[[object], T]:
    """The same, which keeps what it has parsed: an archive names the same days and sums often."""
    known = lru_cache(maxsize=10_000)(parse)

    @wraps(parse)
    def parsed(value: object) -> T:
        # By its type: True is 1 to a cache, and is no sum.
        return known(value) if isinstance(value, str) or type(value) is int else parse(value)

    return parsed


class Word:
    """A value with parts, equal to another when both are the same word.

    It is no Struct, because msgspec would look for its parts in the file, and not for the word.
    """

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        # Once: many records share one of these.
        if hasattr(self, name):
            raise AttributeError(f"a {type(self).__name__} does not change")
        object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is type(self) and str(other) == str(self))

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-(vår|höst))?", re.ASCII)
_TERMS = {"vår": (1, 6), "höst": (7, 12)}
"""The months of a half-year: "våren" is the term before summer, "hösten" the one after."""


@total_ordering
class PartialDate(Word):
    """A date as far as it is known: 2022-03-18, 2022-03, 2022-vår, 2022.

    A date sorts by its first possible day, and the more exact of two goes first.
    """

    __slots__ = ("day", "month", "term", "year")

    SCHEMA: ClassVar = {"type": ["string", "integer"], "pattern": f"^{_DATE.pattern}$"}

    def __init__(
        self, year: int, month: int | None = None, day: int | None = None, term: str | None = None
    ) -> None:
        self.year: Final = year
        self.month: Final = month
        self.day: Final = day
        self.term: Final = term

    @staticmethod
    @_kept
    def parse(value: object) -> PartialDate:
        """The date that an editor typed; the source reader hands a bare year over as an integer."""
        is_word = isinstance(value, str | int) and not isinstance(value, bool)
        found = _DATE.fullmatch(str(value)) if is_word else None
        if found is None:
            advice = "write 2022-03-18, 2022-03, 2022-vår or 2022"
            raise Refused("bad-date", f'not a date: "{{value}}"; {advice}', value)
        year, month, day, term = found.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            what = 'no calendar has the date "{value}"; check the month and the day'
            raise Refused("impossible-date", what, value) from None
        return PartialDate(
            int(year), int(month) if month else None, int(day) if day else None, term
        )

    @staticmethod
    @lru_cache(maxsize=10_000)
    def of(day: date) -> PartialDate:
        """A day as the most exact of partial dates; one value, for all that was done on the day."""
        return PartialDate(day.year, day.month, day.day)

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


Day = date


@_kept
def parse_day(value: object) -> date:
    """The day that an editor typed; raises Refused."""
    parsed = PartialDate.parse(value)
    if not parsed.is_whole:
        raise Refused("bad-date", 'a whole date is needed, not "{value}"; write 2022-03-18', value)
    return parsed.first


class Clock(time):
    """A time of day: 08:30."""

    __slots__ = ()

    SCHEMA: ClassVar = {"type": "string", "pattern": r"^\d{2}:\d{2}$"}

    @staticmethod
    @_kept
    def parse(value: object) -> Clock:
        """The time that an editor typed."""
        text = value if isinstance(value, str) else ""
        found = re.fullmatch(r"(\d{2}):(\d{2})", text, re.ASCII)
        if found is None or not (int(found[1]) < 24 and int(found[2]) < 60):
            raise Refused("bad-time", 'not a time of day: "{value}"; write 08:30', value)
        return Clock(int(found[1]), int(found[2]))


class Amount(Decimal):
    """A sum of money in kronor: 960000, or with öre 960000.50."""

    __slots__ = ()

    SCHEMA: ClassVar = {
        "type": ["integer", "string"],
        "pattern": r"^\d{1,15}(\.\d{2})?$",
        "minimum": 0,
    }

    @staticmethod
    @_kept
    def parse(value: object) -> Amount:
        """The sum that an editor typed."""
        text = "" if isinstance(value, bool) else str(value)
        if not re.fullmatch(r"\d{1,15}(\.\d{2})?", text, re.ASCII):
            advice = "write whole kronor as 960000, or öre as 960000.50"
            raise Refused("bad-amount", f'not an amount: "{{value}}"; {advice}', value)
        return Amount(text)


class Share(Fraction):
    """A part of a whole, exactly: 5/6."""

    __slots__ = ()

    SCHEMA: ClassVar = {
        "type": ["string", "integer"],
        "pattern": r"^(\d{1,6}/\d{1,6}|1)$",
        "minimum": 1,
        "maximum": 1,
    }

    @staticmethod
    @_kept
    def parse(value: object) -> Share:
        """The share that an editor typed."""
        text = "" if isinstance(value, bool) else str(value)
        found = re.fullmatch(r"(\d{1,6})/(\d{1,6})|1", text, re.ASCII)
        if found is None or (found[2] and not 0 < int(found[1]) <= int(found[2])):
            advice = "write it exactly, such as 5/6"
            raise Refused("bad-fraction", f'not a share of a whole: "{{value}}"; {advice}', value)
        return Share(text)


class NumberRange(tuple[int, int]):
    """The first and the last of numbers that follow one another: 29-39."""

    __slots__ = ()

    SCHEMA: ClassVar = {"type": "string", "pattern": r"^\d+\s*[-–]\s*\d+$"}

    @staticmethod
    def parse(value: object) -> NumberRange:
        """The range that an editor typed."""
        text = value if isinstance(value, str) else ""
        found = re.fullmatch(r"(\d{1,4})\s*[-–]\s*(\d{1,4})", text, re.ASCII)
        if found is None or int(found[1]) > int(found[2]):
            raise Refused("bad-range", 'not a range of §§: "{value}"; write 29-39', value)
        return NumberRange((int(found[1]), int(found[2])))


# In a file there may be blanks around a text, and a number is a text too; whoever takes it into a
# record makes it ready first (conversion.py). "\Z" is the very end, as "$" is in a schema.
Line = Annotated[
    str,
    Meta(min_length=1, max_length=500, pattern=r"^\S[^\n]*(?<=\S)\Z"),
    InFile({"type": ["string", "integer"], "pattern": r"^\s*\S([^\n]{0,498}\S)?\s*$"}),
]
Markdown = Annotated[
    str,
    # "." is any sign, and the last one is found at once however long the text is.
    Meta(min_length=1, max_length=100_000, pattern=r"(?s)^\S.*(?<=\S)\Z"),
    InFile({"type": ["string", "integer"], "pattern": r"\S"}),
    Rich(),
]
Url = Annotated[
    str,
    Meta(pattern=r"^https://[^\s<>\"']+\Z", max_length=2000),
    Form("bad-url", '"{value}" is not an address; write it whole, with https://'),
]
Id = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=80),
    Form("bad-id", '"{value}" is not an id; use a-z, 0-9 and single hyphens'),
]
FileName = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+\Z", max_length=100),
    Form(
        "bad-file-name",
        '"{value}" is not the name of a file here; use a-z, 0-9 and single hyphens, and an ending: '
        "fardplan.pdf",
    ),
]
RecordId = Annotated[Id, Ref()]
OrganizationId = Annotated[Id, Ref("organization")]
MatterId = Annotated[Id, Ref("matter")]
DecisionId = Annotated[Id, Ref("decision")]
StrategyId = Annotated[Id, Ref("strategy")]
CaseStudyId = Annotated[Id, Ref("case-study")]
