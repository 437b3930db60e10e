"""A strategy and a day -> whether it holds on that day, as far as the records say."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

from samrum.model.strategy import Progress, Strategy


class State(Enum):
    """How a strategy stands; the value is what its badge says."""

    VALID = "Gäller"
    EXPIRED = "Giltighetstiden har gått ut"
    COMING = "Gäller ännu inte"
    REPLACED = "Ersatt"
    IN_WORK = "Under arbete"
    PAUSED = "Pausad"
    UNKNOWN = "Giltighet okänd"


class Standing(Struct, frozen=True):
    """The state of a strategy on a day."""

    state: State
    as_of: date


def standing(strategy: Strategy, as_of: date, *, is_replaced: bool = False) -> Standing:
    """How the strategy stands; a validity known by its year alone lasts the year out."""
    return Standing(_state(strategy, as_of, is_replaced), as_of)


def _state(strategy: Strategy, as_of: date, is_replaced: bool) -> State:
    if is_replaced:
        return State.REPLACED
    if strategy.progress is Progress.PAUSED:
        return State.PAUSED
    if strategy.progress is Progress.IN_WORK:
        return State.IN_WORK
    begins = strategy.valid_from or strategy.adopted_on
    if begins is not None and as_of < begins.first:
        return State.COMING
    if strategy.valid_to is None:
        return State.UNKNOWN
    return State.VALID if as_of <= strategy.valid_to.last else State.EXPIRED
