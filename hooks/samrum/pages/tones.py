"""States in words -> the tone of their badges; the tone only repeats what the words say."""

from __future__ import annotations

from samrum.model.decision import AssignmentStatus, DecisionType
from samrum.model.event import EventStatus
from samrum.model.matter import MatterStatus
from samrum.model.meeting import MeetingStatus
from samrum.pages.validity import State

# No sets: two states with one word are equal, and a set keeps one of them.
_GOOD = (State.VALID, MeetingStatus.HELD, EventStatus.HELD, AssignmentStatus.DONE)
_WARN = (
    State.PAUSED,
    State.IN_WORK,
    State.COMING,
    MatterStatus.PAUSED,
    MatterStatus.OPEN,
    MeetingStatus.CALLED,
    EventStatus.PLANNED,
    AssignmentStatus.ONGOING,
    DecisionType.PROPOSAL,
    DecisionType.RECOMMENDATION,
)
_BAD = (
    State.EXPIRED,
    State.REPLACED,
    MeetingStatus.CANCELLED,
    EventStatus.CANCELLED,
    AssignmentStatus.CANCELLED,
)


def tone(state: object) -> str:
    """The tone of a state: "good", "warn", "bad", or "neutral" for all the rest."""
    for name, states in (("good", _GOOD), ("warn", _WARN), ("bad", _BAD)):
        if any(state is one for one in states):
            return name
    return "neutral"
