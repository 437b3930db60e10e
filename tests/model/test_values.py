"""The values of records, as editors type them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec import defstruct

from samrum.diagnosis import judged
from samrum.model.record import Shape
from samrum.model.values import (
    Amount,
    Clock,
    Day,
    Id,
    Line,
    Markdown,
    NumberRange,
    PartialDate,
    Share,
    Url,
)
from samrum.schema import value_schema

partial_dates = some.one_of(
    some.dates().map(lambda day: f"{day.year:04}"),
    some.dates().map(lambda day: f"{day.year:04}-{day.month:02}"),
    some.dates().map(str),
    some.dates().map(lambda day: f"{day.year:04}-{'vår' if day.month < 7 else 'höst'}"),
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024-05-13", date(2024, 5, 13), date(2024, 5, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-vår", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-höst", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_partial_date_means_all_days_from_its_first_to_its_last(
    typed: str | int, first: date, last: date
) -> None:
    parsed = PartialDate.parse(typed)

    assert (parsed.first, parsed.last) == (first, last)
    assert parsed.is_whole is (first == last)


@given(partial_dates)
def test_a_partial_date_is_written_as_it_was_typed(typed: str) -> None:
    assert str(PartialDate.parse(typed)) == typed


@given(partial_dates, partial_dates)
def test_partial_dates_sort_by_first_day_and_the_more_exact_goes_first(
    one: str, other: str
) -> None:
    a, b = PartialDate.parse(one), PartialDate.parse(other)

    assert (a < b) is ((a.first, a.last) < (b.first, b.last))
    assert (a == b) is (not a < b and not b < a)


def test_partial_dates_that_are_the_same_word_are_one() -> None:
    assert {PartialDate(2024, 5), PartialDate.parse("2024-05")} == {PartialDate(2024, 5)}
    assert PartialDate(2024) != "2024"
    assert repr(PartialDate(2024, 5)) == "PartialDate('2024-05')"


def test_a_day_is_a_whole_date_and_the_same_whoever_asks() -> None:
    assert PartialDate.of(date(2022, 3, 18)) == PartialDate(2022, 3, 18)
    assert PartialDate.of(date(2022, 3, 18)) is PartialDate.of(date(2022, 3, 18))


def test_a_value_that_many_records_share_cannot_be_changed() -> None:
    day = PartialDate.parse("2024")

    with pytest.raises(AttributeError, match="does not change"):
        day.year = 1900  # type: ignore[misc]  # what the test is about


def typed_as(kind: Any, typed: object) -> Any:
    """The value of a field of a kind, or what is wrong with it."""
    model: Any = defstruct("Typed", [("value", kind)], bases=(Shape,), frozen=True)
    found = judged({"value": typed}, model, "a.yml")
    return [one.message for one in found] if isinstance(found, tuple) else found.value


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Day, "2024-05-13", date(2024, 5, 13)),
        (Clock, "08:30", time(8, 30)),
        (Clock, "23:59", time(23, 59)),
        (Amount, 960000, Decimal(960000)),
        (Amount, "960000", Decimal(960000)),
        (Amount, "0.50", Decimal("0.50")),
        (Share, "5/6", Fraction(5, 6)),
        (Share, "2/2", Fraction(1)),
        (Share, 1, Fraction(1)),
        (NumberRange, "29-39", (29, 39)),
        (NumberRange, "29 – 39", (29, 39)),
        (NumberRange, "7-7", (7, 7)),
        (Line, "  Ada Exempel ", "Ada Exempel"),
        (Line, 2024, "2024"),
        (Markdown, "Två\nrader\n", "Två\nrader"),
        (Url, "https://testkoping.example/a?b=c#d", "https://testkoping.example/a?b=c#d"),
        (Id, "namnd-2024-05-13", "namnd-2024-05-13"),
    ],
)
def test_what_an_editor_types_becomes_a_value(kind: Any, typed: object, value: object) -> None:
    assert typed_as(kind, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        *((PartialDate, typed) for typed in ("", "24-05", "2024-5", "2024-13", "2024-sommar")),
        *((PartialDate, typed) for typed in ("0000", "2024-02-30", "２０２４", None, ["2024"])),
        *((Day, typed) for typed in ("2024-05", 2024, "13/5 2024", "2023-02-29")),
        *((Clock, typed) for typed in ("8:30", "08.30", "24:00", "08:60", 830, "０８:３０")),
        *((Amount, typed) for typed in (-1, "1,5", "1.5", "1 000", "1e6", True, "１")),
        *((Share, typed) for typed in ("0/6", "7/6", "5/0", "0.5", "50 %", True, 2, "５/６")),
        *((NumberRange, typed) for typed in ("39-29", "29", 29, "29-", "a-b", "１-２")),
        *((Line, typed) for typed in ("", "  ", "a\nb", "x" * 501, True, None, ["a"])),
        *((Markdown, typed) for typed in ("", " \n", "x" * 100_001, False)),
        *((Url, typed) for typed in ("http://a.example", "https://", "https://a b", "a.example")),
        *((Id, typed) for typed in ("", "A", "å", "a--b", "-a", "a_b", "a b", "x" * 81)),
    ],
)
def test_what_has_no_clear_meaning_is_refused(kind: Any, typed: object) -> None:
    refusals = typed_as(kind, typed)

    assert isinstance(refusals, list)
    assert len(refusals) == 1


def test_a_truth_value_is_no_sum_although_a_sum_is_equal_to_it() -> None:
    assert typed_as(Amount, 1) == typed_as(Amount, "1.00") == Decimal(1)
    assert "not an amount" in typed_as(Amount, True)[0]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (
            PartialDate,
            {
                "type": ["string", "integer"],
                "pattern": r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-(vår|höst))?$",
            },
        ),
        (Day, {"type": "string", "format": "date"}),
        (
            Line,
            {"type": ["string", "integer"], "pattern": r"^\s*\S([^\n]{0,498}\S)?\s*$"},
        ),
        (Markdown, {"type": ["string", "integer"], "pattern": r"\S"}),
    ],
)
def test_the_schema_says_what_an_editor_may_type(kind: Any, schema: dict[str, object]) -> None:
    sort, *marks = get_args(kind) or (kind,)

    assert value_schema(sort, marks) == schema
