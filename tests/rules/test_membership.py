"""Who an organization consists of."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.rules.membership import everyone_in
from tests.world import archive


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], frozenset()),
        (["testkoping"], {"testkoping"}),
        (["kommunerna"], {"kommunerna", "testkoping", "provstad"}),
        (["samrad"], {"samrad", "regionen", "kommunerna", "testkoping", "provstad"}),
        (["rundgang"], {"rundgang"}),
        (["ofullstandig"], None),
        (["en-strategi"], None),
    ],
)
def test_members_count_at_every_depth(
    ids: list[str], expected: frozenset[str] | None, tmp_path: Path
) -> None:
    catalogue, _ = archive(
        tmp_path,
        {
            "organizations/testkoping.yml": "",
            "organizations/provstad.yml": "",
            "organizations/regionen.yml": "",
            "organizations/kommunerna.yml": "members: [testkoping, provstad]",
            "organizations/samrad.yml": "members: [regionen, kommunerna]",
            "organizations/rundgang.yml": "members: [rundgang]",
            "organizations/ofullstandig.yml": "members: [testkoping, nowhere]",
            "strategies/en-strategi.yml": "",
        },
    )

    assert everyone_in(catalogue, ids) == expected
