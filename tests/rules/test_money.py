"""Shares are exact and add up, and amounts agree with them to the öre."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told

PLACE = "decisions/ett-beslut.yml"
WORLD = {
    "organizations/namnd.yml": "",
    "organizations/testkoping.yml": "classification: kommun",
    "organizations/regionen.yml": "classification: region",
}


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("", []),
        ("funding: {amount: 1000}", []),
        (
            """
            funding:
              amount: 1152000
              shares:
                - {principal: regionen, fraction: 5/6, amount: 960000}
                - {principal: testkoping, fraction: 1/6}
            """,
            [],
        ),
        (
            """
            funding:
              amount: 1000
              shares:
                - {principal: regionen, fraction: 5/6}
                - {principal: testkoping, fraction: 1/5}
            """,
            ["3: shares-not-whole: the shares add up to 31/30, not to 1; correct the fractions"],
        ),
        (
            """
            funding:
              amount: 100
              shares:
                - {principal: regionen, fraction: 1/3, amount: 33.33}
                - principal: testkoping
                  fraction: 2/3
                  amount: 66.68
            """,
            [
                "7: amount-off-share: 2/3 of 100 is 66.67, not 66.68; "
                "correct the amount or the fraction"
            ],
        ),
        (
            """
            funding:
              amount: 999999999999999
              shares: [{principal: regionen, fraction: 1, amount: 999999999999998}]
            """,
            [
                "3: amount-off-share: 1 of 999999999999999 is 999999999999999.00, "
                "not 999999999999998; correct the amount or the fraction"
            ],
        ),
        (
            """
            funding:
              amount: 1000
              shares:
                - {principal: regionen, fraction: 1/2}
                - fraction: 1/2
                  principal: regionen
            """,
            [
                '6: duplicate-share: "regionen" has a share already; make one of the two',
            ],
        ),
    ],
)
def test_a_cost_is_shared_exactly(decision: str, expected: list[str], tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {**WORLD, PLACE: decision})

    assert told(problems, PLACE) == expected
