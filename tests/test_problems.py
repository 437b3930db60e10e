"""Problems as values."""

from __future__ import annotations

import pytest

from samrum.problems import Problem, Severity, suggestion


def test_a_problem_reads_as_file_line_code_and_message() -> None:
    problem = Problem("records/meetings/x.yml", 57, "unknown-id", "no record; add it")

    assert str(problem) == "records/meetings/x.yml:57: unknown-id: no record; add it"


def test_a_warning_says_that_it_is_one() -> None:
    problem = Problem("a/b.pdf", 1, "no-text-layer", "no text", Severity.WARNING)

    assert problem.is_warning
    assert str(problem) == "a/b.pdf:1: warning: no-text-layer: no text"


def test_problems_sort_by_file_then_line_then_code() -> None:
    right = [
        Problem("a.yml", 2, "b", ""),
        Problem("a.yml", 10, "a", ""),
        Problem("a.yml", 10, "b", ""),
        Problem("b.yml", 1, "a", ""),
    ]

    assert sorted([right[3], right[1], right[0], right[2]]) == right


@pytest.mark.parametrize(
    ("wrong", "known", "expected"),
    [
        ("testkoping", ["provstad", "testkopings-kommun"], '; did you mean "testkopings-kommun"?'),
        ("hed", ["provstads-kommun", "hed-kommun"], '; did you mean "hed-kommun"?'),
        ("nemnd", ["namnd", "namnd-2024-05-13"], '; did you mean "namnd"?'),
        ("klart", ["pågår", "vilar", "avslutat"], ""),
        ("testkoping", ["provstad"], ""),
        ("testkoping", [], ""),
    ],
)
def test_a_near_miss_is_suggested_and_nothing_else(
    wrong: str, known: list[str], expected: str
) -> None:
    assert suggestion(wrong, known) == expected
