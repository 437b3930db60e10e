"""What may still be told of a withdrawn record."""

from __future__ import annotations

import pytest

from samrum.model import Kind
from samrum.tombstone import Tombstone


@pytest.mark.parametrize(
    ("id", "is_covered"),
    [
        ("namnd-2024-05-13", True),
        ("namnd-2024-05-13-7", True),
        ("namnd-2024-05-13-7-2", True),
        ("namnd-2024-05-13-7-2-1", False),
        ("namnd-2024-05-13-extra", False),
        ("namnd-2024-05-1", False),
        ("namnd", False),
    ],
)
def test_a_withdrawn_protocol_takes_its_decisions_along(id: str, is_covered: bool) -> None:
    stone = Tombstone(Kind.MEETING, "namnd-2024-05-13", withdrawal=None)

    assert stone.covers(id) is is_covered
