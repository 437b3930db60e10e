"""Strategies as values."""

from __future__ import annotations

import pytest

from samrum.model import Strategy
from samrum.model.values import PartialDate
from tests.world import shape


@pytest.mark.parametrize(
    ("validity", "valid_to"),
    [
        ([], None),
        ([{"to": 2021}], PartialDate(2021)),
        ([{"to": 2025}, {"to": "2023-03-31"}], PartialDate(2023, 3, 31)),
    ],
)
def test_a_strategy_holds_until_the_day_that_was_set_last(
    validity: list[dict[str, object]], valid_to: PartialDate | None
) -> None:
    strategy = shape(
        Strategy,
        {
            "id": "en-strategi",
            "sources": [{"document": "Strategin"}],
            "title": "En strategi",
            "type": "strategi",
            "progress": "antagen",
            "validity": validity,
        },
    )

    assert strategy.valid_to == valid_to
