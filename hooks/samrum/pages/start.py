"""The catalogue -> what the start page shows: the latest, what is next, and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from samrum.model.matter import MatterStatus
from samrum.pages import calendar, decisions, matters, protocols
from samrum.pages.edition import Edition, when

LATEST = 5


def start(edition: Edition) -> Mapping[str, object]:
    """What the template of the start page is given, beside the words of the hand-written page."""
    open_matters = (
        one for one in edition.catalogue.matters if one.status is not MatterStatus.CLOSED
    )
    decided = (one for one in edition.catalogue.decisions if one.matters)
    return {
        # The agenda and the last minutes are approved at every meeting; a matter is what is news.
        "decisions": decisions.rows(islice(decided, LATEST), edition),
        "meetings": protocols.rows(edition.catalogue.meetings[:LATEST], edition),
        "coming": calendar.coming(edition)[:LATEST],
        "matters": matters.cards(open_matters, edition),
        "as_of": when(edition.as_of),
    }
