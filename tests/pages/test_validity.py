"""Whether a strategy holds on a day."""

from __future__ import annotations

from datetime import date

import pytest

from samrum.model import Strategy
from samrum.pages.validity import State, standing
from tests.world import shape

DAY = date(2022, 3, 18)


def strategy(**fields: object) -> Strategy:
    return shape(
        Strategy,
        {
            "id": "strategin",
            "title": "Exempelstrategin",
            "type": "strategi",
            "progress": "antagen",
            "sources": [{"document": "Protokoll"}],
            **fields,
        },
    )


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2022-03-17", State.COMING),
        ("2022-03-18", State.VALID),
        ("2023-03-31", State.VALID),
        ("2023-04-01", State.EXPIRED),
    ],
)
def test_it_holds_from_its_first_day_to_its_last(as_of: str, state: State) -> None:
    one = strategy(valid_from="2022-03-18", validity=[{"to": "2023-03-31"}])

    assert standing(one, date.fromisoformat(as_of)).state is state


@pytest.mark.parametrize(
    ("to", "last_day", "day_after"),
    [
        ("2022", "2022-12-31", "2023-01-01"),
        ("2022-02", "2022-02-28", "2022-03-01"),
        ("2022-vår", "2022-06-30", "2022-07-01"),
    ],
)
def test_a_last_day_known_in_part_lasts_as_long_as_it_can_mean(
    to: str, last_day: str, day_after: str
) -> None:
    one = strategy(validity=[{"to": to}])

    assert standing(one, date.fromisoformat(last_day)).state is State.VALID
    assert standing(one, date.fromisoformat(day_after)).state is State.EXPIRED


def test_the_last_day_that_was_set_latest_holds() -> None:
    one = strategy(validity=[{"to": "2021"}, {"to": "2023-03-31"}])

    assert standing(one, DAY).state is State.VALID


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.UNKNOWN),
        ({"adopted_on": "2021"}, State.UNKNOWN),
        ({"adopted_on": "2022-03-19"}, State.COMING),
        ({"adopted_on": "2021", "valid_from": "2023"}, State.COMING),
        ({"valid_from": "2022", "validity": [{"to": "2022"}]}, State.VALID),
        ({"progress": "under arbete"}, State.IN_WORK),
        ({"progress": "under arbete", "validity": [{"to": "2030"}]}, State.IN_WORK),
        ({"progress": "pausad"}, State.PAUSED),
    ],
)
def test_a_strategy_stands_as_the_records_say(fields: dict[str, object], state: State) -> None:
    assert standing(strategy(**fields), DAY).state is state


@pytest.mark.parametrize("progress", ["antagen", "under arbete", "pausad"])
def test_a_strategy_that_another_replaces_is_replaced_whatever_else_is_said_of_it(
    progress: str,
) -> None:
    one = strategy(progress=progress, validity=[{"to": "2030"}])

    assert standing(one, DAY, is_replaced=True).state is State.REPLACED


def test_the_answer_says_for_which_day_it_was_given() -> None:
    assert standing(strategy(), DAY).as_of == DAY
