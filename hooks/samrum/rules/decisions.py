"""Rules of decisions: a proposal, a recommendation and a decision are kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from samrum.entries import Decision
from samrum.model.decision import AdoptionStatus, DecisionType
from samrum.problems import Keys
from samrum.rules.membership import everyone_in
from samrum.rules.rule import Archive, archive_rule, decision_rule, repeats


@decision_rule("proposal-without-addressee")
def proposal_without_addressee(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A proposal says which body is to decide."""
    content = decision.content
    if content.decision_type is DecisionType.PROPOSAL and content.proposed_to is None:
        yield ("decision_type",), "a proposal to nobody; add proposed_to, or correct the type"


@decision_rule("addressee-without-proposal")
def addressee_without_proposal(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """Only a proposal is put to another body."""
    content = decision.content
    if content.proposed_to and content.decision_type is not DecisionType.PROPOSAL:
        message = f"proposed to a body, but the type is {content.decision_type}"
        yield ("proposed_to",), f"{message}; write decision_type: förslag, or take it out"


@decision_rule("adoption-without-recommendation")
def adoption_without_recommendation(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """Only a recommendation is given to principals, and adopted by them."""
    content = decision.content
    if content.decision_type is DecisionType.RECOMMENDATION:
        return
    for name in ("recommended_to", "adoptions"):
        if getattr(content, name):
            message = f"only a recommendation has {name}, but the type is {content.decision_type}"
            yield (name,), f"{message}; write decision_type: rekommendation, or take it out"


@decision_rule("duplicate-adoption")
def duplicate_adoption(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A principal takes one stand on a recommendation."""
    adoptions = decision.content.adoptions
    for place in repeats(adoption.principal for adoption in adoptions):
        message = f'"{adoptions[place].principal}" has an entry already; keep the one that holds'
        yield ("adoptions", place, "principal"), message


@decision_rule("pending-adoption-with-date")
def pending_adoption_with_date(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A principal that has not decided yet has no day of decision."""
    for place, adoption in enumerate(decision.content.adoptions):
        if adoption.date and adoption.status is AdoptionStatus.PENDING:
            message = f"decided on {adoption.date}, but the status is {adoption.status}"
            yield ("adoptions", place, "status"), f"{message}; correct one of them"


@archive_rule("adoption-not-asked-for")
def adoption_not_asked_for(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Where a recommendation says to whom it is given, only they take a stand on it."""
    for decision in archive.catalogue.decisions:
        asked = everyone_in(archive.catalogue, decision.content.recommended_to)
        for place, adoption in enumerate(decision.content.adoptions):
            if asked and adoption.principal not in asked:
                message = f'nothing is recommended to "{adoption.principal}"'
                keys = (*decision.keys, "adoptions", place, "principal")
                yield decision.path, keys, f"{message}; name another, or add it to recommended_to"


RULES = (
    proposal_without_addressee,
    addressee_without_proposal,
    adoption_without_recommendation,
    duplicate_adoption,
    pending_adoption_with_date,
    adoption_not_asked_for,
)
