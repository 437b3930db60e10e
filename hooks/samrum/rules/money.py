"""Rules of money: shares are exact and add up, and amounts agree with them to the öre."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from samrum.entries import Decision
from samrum.problems import Keys
from samrum.rules.rule import decision_rule, repeats

_ORE = Fraction(1, 100)


@decision_rule("shares-not-whole")
def shares_not_whole(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """The shares of a cost add up to exactly 1."""
    funding = decision.content.funding
    if funding is None or not funding.shares:
        return
    total = sum(share.fraction for share in funding.shares)
    if total != 1:
        message = f"the shares add up to {total}, not to 1; correct the fractions"
        yield ("funding", "shares"), message


@decision_rule("amount-off-share")
def amount_off_share(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """A stated amount is its fraction of the sum, to the öre."""
    funding = decision.content.funding
    for place, share in enumerate(funding.shares if funding else ()):
        if funding is None or share.amount is None:
            continue
        exact = Fraction(funding.amount) * share.fraction
        if abs(Fraction(share.amount) - exact) >= _ORE:
            told = Decimal(exact.numerator) / exact.denominator
            message = f"{share.fraction} of {funding.amount} is {told:.2f}, not {share.amount}"
            keys = ("funding", "shares", place, "amount")
            yield keys, f"{message}; correct the amount or the fraction"


@decision_rule("duplicate-share")
def duplicate_share(decision: Decision) -> Iterator[tuple[Keys, str]]:
    """Each party to a cost has one share of it."""
    funding = decision.content.funding
    shares = funding.shares if funding else ()
    for place in repeats(share.principal for share in shares):
        message = f'"{shares[place].principal}" has a share already; make one of the two'
        yield ("funding", "shares", place, "principal"), message


RULES = (shares_not_whole, amount_off_share, duplicate_share)
