"""Nothing belongs to itself or replaces itself by a way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import archive, told


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"organizations/a.yml": "parent: b", "organizations/b.yml": "parent: c"},
            [
                'records/organizations/b.yml:1: unknown-id: no organization "c"; '
                "add the record or correct the id"
            ],
        ),
        (
            {
                "organizations/a.yml": "parent: b",
                "organizations/b.yml": "parent: c",
                "organizations/c.yml": "parent: a",
            },
            [
                "records/organizations/a.yml:1: parent-circle: by this an organization belongs "
                "to itself: a > b > c > a; correct one of them"
            ],
        ),
        (
            {
                "organizations/a.yml": "members: [c, b]",
                "organizations/b.yml": "members:\n- c\n- a",
                "organizations/c.yml": "",
            },
            [
                "records/organizations/a.yml:1: members-circle: by this an organization is its "
                "own member: a > b > a; take one of them out"
            ],
        ),
        (
            {
                "strategies/a.yml": "supersedes: [b, c]",
                "strategies/b.yml": "supersedes: [c]",
                "strategies/c.yml": "",
            },
            [],
        ),
        (
            {
                "strategies/a.yml": "supersedes: [b]",
                "strategies/b.yml": "supersedes: [a]",
                "strategies/c.yml": "supersedes: [d]",
                "strategies/d.yml": "supersedes: [c]",
            },
            [
                "records/strategies/a.yml:1: supersedes-circle: by this a strategy supersedes "
                "itself: a > b > a; take one of them out",
                "records/strategies/c.yml:1: supersedes-circle: by this a strategy supersedes "
                "itself: c > d > c; take one of them out",
            ],
        ),
        (
            {"strategies/a.yml": "supersedes: [a]"},
            [
                'records/strategies/a.yml:1: names-itself: "a" is the record itself; '
                "take it out or name another"
            ],
        ),
    ],
)
def test_a_way_round_is_told_once(
    files: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    _, problems = archive(tmp_path, files)

    assert told(problems) == expected
