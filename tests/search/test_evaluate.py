"""The measure of the search measures what it says."""

from __future__ import annotations

import pytest

from tests.search.evaluate import (
    Outcome,
    Query,
    mean_reciprocal_rank,
    place_of_answer,
    queries,
    success,
    table,
)


def outcome(place: int | None, kind: str = "words") -> Outcome:
    return Outcome(Query("real", kind, "ord", ("a/",), is_aside=False), place)


@pytest.mark.parametrize(
    ("answers", "hits", "expected"),
    [
        (["a/"], ["b/", "a/"], 2),
        (["a/"], ["a/#p3"], 1),
        (["a/#p3"], ["a/", "a/#p3"], 2),
        (["a/#p3"], ["a/#p34"], None),
        (["a/", "b/"], ["b/"], 1),
        (["a/"], [], None),
    ],
)
def test_an_answer_is_the_page_and_where_it_says_so_the_paragraph(
    answers: list[str], hits: list[str], expected: int | None
) -> None:
    assert place_of_answer(answers, hits) == expected


def test_success_and_reciprocal_rank_count_every_query() -> None:
    outcomes = [outcome(1), outcome(2), outcome(4), outcome(None)]

    assert (success(outcomes, 1), success(outcomes, 3)) == (0.25, 0.5)
    assert mean_reciprocal_rank(outcomes) == (1 + 0.5 + 0.25) / 4


def test_the_table_has_a_line_for_every_kind_and_one_for_all() -> None:
    ours = [outcome(1), outcome(None, "dates")]

    lines = list(table(ours, [outcome(2)]))

    assert [line.split()[0] for line in lines] == ["kind", "words", "dates", "all"]
    assert lines[1].split() == ["words", "1", "1.00", "1.00", "1.00", "|", "0.00", "1.00", "0.50"]


def test_there_are_enough_judged_queries_and_a_third_of_them_is_kept_aside() -> None:
    asked = queries()

    assert len(asked) >= 120
    assert 0.28 < sum(one.is_aside for one in asked) / len(asked) < 0.34
    assert all(one.answers for one in asked)
