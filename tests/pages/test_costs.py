"""What a decision costs, and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from samrum.model.decision import Funding
from samrum.pages.costs import computed, cost
from tests.pages.archive import edition
from tests.world import shape

NOBODY = edition({})


def funding(*shares: Mapping[str, object], amount: str = "1152000", **more: object) -> Funding:
    return shape(Funding, {"amount": amount, "shares": shares, **more})


def test_an_amount_that_the_document_states_is_told_as_it_stands() -> None:
    (part,) = cost(
        funding({"principal": "regionen", "fraction": "5/6", "amount": 960000}), NOBODY
    ).parts

    assert (part.amount, part.is_computed) == (Decimal(960000), False)


def test_an_amount_that_the_document_leaves_out_is_computed_and_marked() -> None:
    (part,) = cost(funding({"principal": "kommunerna", "fraction": "1/6"}), NOBODY).parts

    assert (part.amount, part.is_computed) == (Decimal(192000), True)


def test_a_share_of_nothing_is_stated_and_not_computed() -> None:
    (part,) = cost(
        funding({"principal": "kommunen", "fraction": "1/6", "amount": 0}, amount="0"), NOBODY
    ).parts

    assert (part.amount, part.is_computed) == (Decimal(0), False)


@pytest.mark.parametrize(
    ("total", "share", "amount"),
    [
        ("1152000", "1/6", "192000"),
        ("100", "1/3", "33.33"),
        ("100", "2/3", "66.67"),
        ("0.01", "1/2", "0.01"),
        ("0.03", "1/6", "0.01"),
        ("0.01", "1/3", "0.00"),
        ("99.50", "1/1", "99.50"),
        ("200.00", "1/2", "100"),
        ("999999999999999", "1/7", "142857142857142.71"),
    ],
)
def test_a_computed_amount_is_rounded_to_the_ore_and_half_an_ore_goes_up(
    total: str, share: str, amount: str
) -> None:
    assert computed(Decimal(total), Fraction(share)) == Decimal(amount)


@pytest.mark.parametrize(("total", "written"), [("200.00", "100"), ("201", "100.50")])
def test_whole_kronor_stay_whole(total: str, written: str) -> None:
    assert str(computed(Decimal(total), Fraction(1, 2))) == written


def test_on_the_bar_each_part_begins_where_the_one_before_it_ends() -> None:
    shares = ({"principal": "a", "fraction": share} for share in ("1/2", "1/3", "1/6"))

    parts = cost(funding(*shares), NOBODY).parts

    assert [(part.start, part.percent) for part in parts] == [
        ("0.00", "50.00"),
        ("50.00", "33.33"),
        ("83.33", "16.67"),
    ]


def test_a_cost_that_nobody_has_divided_has_no_parts() -> None:
    assert cost(funding(), NOBODY).parts == ()


def test_currency_tax_and_ground_are_told_as_the_document_gives_them() -> None:
    told = cost(funding(currency="EUR", vat="exklusive", basis="Folkmängd"), NOBODY)

    assert (told.currency, told.vat, told.basis) == ("EUR", "exklusive", "Folkmängd")


def test_the_one_who_pays_is_a_link() -> None:
    world = edition({"organizations/regionen.yml": "name: Region Exempel"})

    (part,) = cost(funding({"principal": "regionen", "fraction": "1/1"}), world).parts

    assert (part.principal.text, part.principal.address) == ("Region Exempel", "organ/regionen/")


def test_computed_amounts_add_up_to_the_sum() -> None:
    thirds = ({"principal": "a", "fraction": "1/3"} for _ in range(3))

    parts = cost(funding(*thirds, amount="100"), NOBODY).parts

    assert [str(part.amount) for part in parts] == ["33.33", "33.34", "33.33"]
