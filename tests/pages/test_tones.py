"""The tones of badges."""

from __future__ import annotations

import pytest

from samrum.model.decision import AssignmentStatus, DecisionType
from samrum.model.event import EventStatus
from samrum.model.matter import MatterStatus
from samrum.model.meeting import MeetingStatus
from samrum.pages.tones import tone
from samrum.pages.validity import State


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.VALID, "good"),
        (State.EXPIRED, "bad"),
        (State.REPLACED, "bad"),
        (State.COMING, "warn"),
        (State.IN_WORK, "warn"),
        (State.PAUSED, "warn"),
        (State.UNKNOWN, "neutral"),
        (DecisionType.DECISION, "neutral"),
        (DecisionType.PROPOSAL, "warn"),
        (DecisionType.RECOMMENDATION, "warn"),
        (MatterStatus.OPEN, "warn"),
        (MatterStatus.CLOSED, "neutral"),
        (EventStatus.CANCELLED, "bad"),
        (None, "neutral"),
    ],
)
def test_a_state_has_a_tone(state: object, expected: str) -> None:
    assert tone(state) == expected


def test_two_states_with_one_word_keep_their_own_tones() -> None:
    assert AssignmentStatus.ONGOING.value == MatterStatus.OPEN.value
    assert tone(AssignmentStatus.ONGOING) == tone(MatterStatus.OPEN) == "warn"
    assert tone(MeetingStatus.HELD) == tone(EventStatus.HELD) == "good"
    assert tone(MeetingStatus.CANCELLED) == tone(EventStatus.CANCELLED) == "bad"


def test_a_word_alone_is_no_state() -> None:
    assert tone("genomfört") == "neutral"
