"""What a decision costs -> who pays how much, with every computed amount marked as computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from msgspec import Struct

from samrum.model.decision import CostShare, Funding, Vat
from samrum.pages.edition import Edition, Link

_ORE = Decimal("0.01")


class Part(Struct, frozen=True):
    """What one party pays; `start` and `percent` place it on a bar and are for drawing alone."""

    principal: Link
    fraction: Fraction
    amount: Decimal
    is_computed: bool
    start: str
    percent: str


class Cost(Struct, frozen=True):
    """A sum and how it is divided."""

    amount: Decimal
    currency: str
    vat: Vat | None
    basis: str | None
    parts: tuple[Part, ...]


def cost(funding: Funding, edition: Edition) -> Cost:
    """The cost as a page tells it."""
    return Cost(
        amount=funding.amount,
        currency=funding.currency,
        vat=funding.vat,
        basis=funding.basis,
        parts=tuple(_parts(funding, edition)),
    )


def _parts(funding: Funding, edition: Edition) -> Iterator[Part]:
    borne = Fraction()
    for share in funding.shares:
        yield _part(share, funding.amount, borne, edition)
        borne += share.fraction


def _part(share: CostShare, total: Decimal, borne: Fraction, edition: Edition) -> Part:
    return Part(
        principal=edition.link(share.principal),
        fraction=share.fraction,
        amount=share.amount if share.amount is not None else computed(total, share.fraction, borne),
        is_computed=share.amount is None,
        start=_percent(borne),
        percent=_percent(share.fraction),
    )


def computed(total: Decimal, fraction: Fraction, borne: Fraction = Fraction()) -> Decimal:
    """A fraction of a sum to the öre, after others have `borne` theirs; whole kronor stay whole.

    It is the sum up to here less the sum before, so that thirds of 100 kr add up to 100 kr.
    """
    amount = _rounded(total, borne + fraction) - _rounded(total, borne)
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount


def _rounded(total: Decimal, fraction: Fraction) -> Decimal:
    exact = Fraction(total) * fraction
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_ORE, ROUND_HALF_UP)


def _percent(fraction: Fraction) -> str:
    return f"{float(fraction * 100):.2f}"
