"""A protocol -> what must be said of its adjustment: nothing when the day of it is known."""

from __future__ import annotations

from samrum import text
from samrum.model import Meeting
from samrum.model.meeting import MeetingStatus


def adjustment(meeting: Meeting) -> str:
    """What the record leaves open: an adjuster who was chosen has not signed by that."""
    if meeting.status is not MeetingStatus.HELD or meeting.adjusted_on:
        return ""
    if meeting.signature:
        return "Protokollet är signerat. Arkivet anger inte vilken dag det justerades."
    if meeting.adjusters:
        chosen = "utsedd" if len(meeting.adjusters) == 1 else "utsedda"
        who = f"{text.join_words(meeting.adjusters)} är {chosen} att justera det."
        return f"Arkivet anger inte att protokollet är justerat. {who}"
    return "Protokollet är inte justerat enligt uppgifterna i arkivet."
