"""From which day a record may be seen."""

from __future__ import annotations

from datetime import date

import pytest

from samrum.model import MODELS, Kind
from samrum.model.fields import plan
from samrum.model.publish import PUBLISHED, Publish, Stage
from samrum.model.values import Refused
from samrum.schema import schema

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("draft", Publish(Stage.DRAFT)),
        ("published", PUBLISHED),
        ("withdrawn", Publish(Stage.WITHDRAWN)),
        ("on 2026-12-01", Publish(Stage.DUE, DAY)),
    ],
)
def test_an_editor_types_a_stage_or_a_day(typed: str, expected: Publish) -> None:
    found = Publish.parse(typed)

    assert found == expected
    assert str(found) == typed


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "later",
            'not a way to publish: "later"; write draft, published, withdrawn, '
            "or on and a day: on 2026-12-01",
        ),
        ("on 2026-12", 'not a way to publish: "on 2026-12"'),
        ("2026-12-01", 'not a way to publish: "2026-12-01"'),
        (7, 'not a way to publish: "7"'),
        ("on 2026-02-30", 'no calendar has the date "2026-02-30"; check the month and the day'),
    ],
)
def test_anything_else_is_refused_with_what_to_write(typed: object, message: str) -> None:
    with pytest.raises(Refused) as error:
        Publish.parse(typed)

    assert error.value.message.replace("{value}", str(error.value.value)).startswith(message)


@pytest.mark.parametrize(
    ("typed", "before", "on_the_day"),
    [
        ("published", True, True),
        ("on 2026-12-01", False, True),
        ("draft", False, False),
        ("withdrawn", False, False),
    ],
)
def test_what_is_due_is_public_from_its_day_on(typed: str, before: bool, on_the_day: bool) -> None:
    publish = Publish.parse(typed)

    assert publish.is_public(date(2026, 11, 30)) is before
    assert publish.is_public(DAY) is on_the_day


def test_every_kind_of_record_is_published_unless_it_says_otherwise() -> None:
    for model in MODELS.values():
        default = next(field.default for field in plan(model) if field.name == "publish")

        assert default == PUBLISHED
    for kind in Kind:
        told = schema(kind)["properties"]["publish"]

        assert (told["type"], told["default"]) == ("string", "published")
