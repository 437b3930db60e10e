"""What is wrong with the records, as values: where it stands, its stable code, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct

Keys = tuple[str | int, ...]
"""The way to a value inside a record: ("agenda_items", 3, "name")."""


class Severity(StrEnum):
    """Whether a problem keeps the archive from being published."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True, order=True):
    """One mistake at one line; problems sort by file, then line, then code."""

    path: str
    line: int
    code: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_warning(self) -> bool:
        """Whether the archive may be published all the same."""
        return self.severity is Severity.WARNING

    def __str__(self) -> str:
        warning = "warning: " if self.is_warning else ""
        return f"{self.path}:{self.line}: {warning}{self.code}: {self.message}"


class Finding(Struct, frozen=True):
    """A mistake that is known by the value it concerns; the loader looks its line up."""

    path: str
    keys: Keys
    code: str
    message: str


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, or nothing when none is near.

    A word is near when it is spelled alike, or begins with the other: "namnd-2024" for "namnd".
    """
    words = sorted(known)
    near = get_close_matches(wrong, words, n=1, cutoff=0.7)
    near += [word for word in words if word.startswith(f"{wrong}-")]
    return f'; did you mean "{near[0]}"?' if near else ""
