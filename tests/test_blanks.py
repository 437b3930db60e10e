"""What is still to be filled in, is told as that and as nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.load import load
from tests.world import archive, record, told, write


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("title: FYLL I", [1]),
        ("title: FYLL I rubriken", [1]),
        ("summary: Det gäller FYLL I.", [1]),
        ("status: FYLL I", [1]),
        ("topics:\n  - Skola\n  - FYLL I", [3]),
        ("milestones:\n  - text: FYLL I\n    source:\n      document: FYLL I", [2, 4]),
        ("summary: >-\n  Det gäller FYLL\n  I.", [1]),
        ('title: "\\x46YLL I"', [1]),
        ("title: FYLL I\nmilestones: [{date: 2024, text: Nu, source: {document: A}}]", [1]),
        ("title: Fyll i blanketten", []),
        ("title: UPPFYLL INTE", []),
    ],
)
def test_every_blank_is_told_at_its_line(lines: str, expected: list[int], tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {"matters/a.yml": lines})

    assert [(one.line, one.code) for one in problems] == [(line, "blank-left") for line in expected]


def test_what_else_is_wrong_is_told_as_well(tmp_path: Path) -> None:
    write(tmp_path, "matters/a.yml", record("matters/a.yml", "status: klart\ntitle: FYLL I"))

    assert told(load(tmp_path / "records", tmp_path)[1], "matters/a.yml") == [
        '1: unknown-value: status: "klart" is not one of the words for it; '
        "write one of pågår, vilar, avslutat",
        '2: blank-left: "FYLL I" is still to be filled in; write what belongs here',
    ]
