"""Problems -> the forms in which people and machines want to be told of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Any

from samrum.problems import Problem


class Format(StrEnum):
    """What a report is made for."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


def guessed(environment: Mapping[str, str]) -> Format:
    """What the machine wants that the report is made on."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return Format.GITHUB
    return Format.GITLAB if environment.get("GITLAB_CI") == "true" else Format.TEXT


def as_json(problems: Iterable[Problem], records: int) -> str:
    """The number of records that could be read, and every problem as an object."""
    told = [
        {
            "path": one.path,
            "line": one.line,
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
        }
        for one in problems
    ]
    return _json({"records": records, "problems": told})


def as_annotations(problems: Iterable[Problem]) -> Iterator[str]:
    """Commands to GitHub Actions, which shows each problem at its line of the pull request."""
    for one in problems:
        place = f"file={_property(one.path)},line={one.line},title={_property(one.code)}"
        yield f"::{one.severity.value} {place}::{_data(one.message)}"


def as_code_quality(problems: Iterable[Problem]) -> str:
    """GitLab's code quality report, which a merge request compares with that of its target.

    A fingerprint does not hold the line: a problem that has moved is still the same.
    """
    met: Counter[tuple[str, str, str]] = Counter()
    told = []
    for one in problems:
        key = one.path, one.code, one.message
        met[key] += 1
        told.append(
            {
                "description": one.message,
                "check_name": one.code,
                "fingerprint": sha256("\0".join((*key, str(met[key]))).encode()).hexdigest(),
                "severity": "minor" if one.is_warning else "major",
                "location": {"path": one.path, "lines": {"begin": one.line}},
            }
        )
    return _json(told)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
