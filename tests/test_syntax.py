"""Words of the parser that the tests of reading cannot bring about."""

from __future__ import annotations

import yaml

from samrum.syntax import explained


def test_words_that_nobody_foresaw_still_give_a_place_and_advice() -> None:
    mark = yaml.Mark("", 5, 1, 0, "", 0)
    error = yaml.MarkedYAMLError(problem="entirely new", problem_mark=mark)

    assert explained("a: 1\nb: 2\n", error) == (
        5,
        "this is not YAML",
        "check the line and the one above it",
    )
