"""What a file says by itself: its record, its problems, and what looks private in it."""

from __future__ import annotations

import pytest

from samrum.problems import Problem
from samrum.reading import Reading, read_record, refuse
from samrum.source import read

MATTER = """\
id: buss
title: Buss
status: pågår
summary: Något prövas.
sources: [{document: Ett protokoll}]
"""


def reading(text: str, *place: str) -> Reading:
    raw = text.encode()
    return read_record("/".join(place), place, raw, read(raw))


def test_a_record_that_breaks_a_rule_by_itself_is_told_so_and_kept() -> None:
    found = reading(f"{MATTER}related: [annat, buss]\n", "matters", "buss.yml")

    message = '"buss" is the record itself; take it out or name another'
    assert found.problems == (Problem("matters/buss.yml", 6, "names-itself", message),)
    assert found.file is not None
    assert [one.target for one in found.file.names.references] == ["annat", "buss"]


def test_a_record_that_is_none_of_its_kind_is_not_kept() -> None:
    found = reading(MATTER.replace("pågår", "klart"), "matters", "buss.yml")

    assert found.file is None
    assert [(one.line, one.code) for one in found.problems] == [(3, "unknown-value")]


@pytest.mark.parametrize(
    ("place", "is_link", "code"),
    [
        (("matters", "buss.yml"), True, "symbolic-link"),
        (("matters", "buss.txt"), False, "wrong-ending"),
        (("arenden", "buss.txt"), False, "unknown-folder"),
        (("buss.txt",), False, "unknown-folder"),
    ],
)
def test_what_is_not_read_is_told(place: tuple[str, ...], is_link: bool, code: str) -> None:
    found = refuse("/".join(place), place, is_link=is_link)

    assert found.file is None
    assert [one.code for one in found.problems] == [code]


def test_what_looks_private_is_told_for_the_guard_to_judge() -> None:
    found = reading(f"{MATTER}status_note: Skriv till test@gmail.com\n", "matters", "buss.yml")

    assert found.problems == ()
    assert [(line, one.masked) for line, one in found.private] == [(6, "•••@gmail.com")]


def test_the_same_bytes_have_the_same_digest() -> None:
    one = reading(MATTER, "matters", "buss.yml").file
    other = reading(MATTER, "matters", "2024", "buss.yml").file
    changed = reading(f"{MATTER}\n", "matters", "buss.yml").file

    assert one
    assert other
    assert changed
    assert one.digests == other.digests
    assert one.digests != changed.digests
