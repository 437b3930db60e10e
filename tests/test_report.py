"""Problems as people and machines want to be told of them."""

from __future__ import annotations

import json

import pytest

from samrum.problems import Problem, Severity
from samrum.report import Format, as_annotations, as_code_quality, as_json, guessed

ERROR = Problem("records/a.yml", 3, "unknown-id", 'no record "b"; add it')
WARNING = Problem("records/a/b.pdf", 1, "no-text-layer", "no text", Severity.WARNING)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, Format.TEXT),
        ({"CI": "true"}, Format.TEXT),
        ({"GITHUB_ACTIONS": "true"}, Format.GITHUB),
        ({"GITLAB_CI": "true"}, Format.GITLAB),
    ],
)
def test_the_form_is_guessed_by_the_machine(environment: dict[str, str], expected: Format) -> None:
    assert guessed(environment) is expected


def test_json_tells_all_there_is_to_know() -> None:
    assert json.loads(as_json([ERROR, WARNING], 7)) == {
        "records": 7,
        "problems": [
            {
                "path": "records/a.yml",
                "line": 3,
                "code": "unknown-id",
                "severity": "error",
                "message": 'no record "b"; add it',
            },
            {
                "path": "records/a/b.pdf",
                "line": 1,
                "code": "no-text-layer",
                "severity": "warning",
                "message": "no text",
            },
        ],
    }


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (ERROR, '::error file=records/a.yml,line=3,title=unknown-id::no record "b"; add it'),
        (WARNING, "::warning file=records/a/b.pdf,line=1,title=no-text-layer::no text"),
        (
            Problem("a,b:c%.yml", 1, "x", "50 %\r\n::error::all, of: it"),
            "::error file=a%2Cb%3Ac%25.yml,line=1,title=x::50 %25%0D%0A::error::all, of: it",
        ),
    ],
)
def test_an_annotation_is_one_command_whatever_it_quotes(problem: Problem, expected: str) -> None:
    assert list(as_annotations([problem])) == [expected]


def test_code_quality_has_what_gitlab_asks_for() -> None:
    (error, warning) = json.loads(as_code_quality([ERROR, WARNING]))

    assert error["description"] == 'no record "b"; add it'
    assert error["check_name"] == "unknown-id"
    assert error["location"] == {"path": "records/a.yml", "lines": {"begin": 3}}
    assert (error["severity"], warning["severity"]) == ("major", "minor")


def test_a_fingerprint_stays_when_lines_move_and_is_nobody_elses() -> None:
    moved = Problem(ERROR.path, 9, ERROR.code, ERROR.message)

    (before,) = json.loads(as_code_quality([ERROR]))
    after, again = json.loads(as_code_quality([moved, Problem("records/a.yml", 12, *_rest())]))

    assert before["fingerprint"] == after["fingerprint"] != again["fingerprint"]


def _rest() -> tuple[str, str]:
    return ERROR.code, ERROR.message
