"""Rules as values, and what holds for all of them."""

from __future__ import annotations

import re

import pytest

from samrum.catalogue import Catalogue, RecordFile
from samrum.model import Kind, Matter
from samrum.model.matter import MatterStatus
from samrum.model.record import SourceNote
from samrum.rules import RULES, check_archive, check_file
from samrum.rules.rule import Archive, Rule, repeats


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in RULES]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_one_sentence_and_a_code_in_lower_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    assert re.fullmatch(r"[A-Z][^\n]*\.", rule.sentence)


def test_a_file_is_checked_without_the_others() -> None:
    matter = Matter(
        id="buss",
        sources=(SourceNote(document="Ett protokoll"),),
        title="Buss",
        status=MatterStatus.OPEN,
        summary="Något prövas.",
        related=("buss", "finns-inte"),
    )
    file = RecordFile("records/matters/buss.yml", Kind.MATTER, matter)

    assert [one.code for one in check_file(file)] == ["names-itself"]
    assert [one.code for one in check_archive(Archive(Catalogue([file])))] == ["unknown-id"]


@pytest.mark.parametrize(
    ("target", "lacks"),
    [
        ("namnd-2024-05-13", False),
        ("namnd-2024-05-13-4", False),
        ("namnd-2024-05-13-4-2", False),
        ("namnd-2024-05-13-extra", True),
        ("namnd-2024-05-14", True),
        ("namnd", True),
    ],
)
def test_a_file_that_cannot_be_read_may_hold_its_id_and_those_of_its_decisions(
    target: str, lacks: bool
) -> None:
    archive = Archive(Catalogue([]), unread=frozenset({"namnd-2024-05-13"}))

    assert archive.lacks(target) is lacks


def test_a_value_repeats_where_it_has_stood_before() -> None:
    assert list(repeats(["a", "b", "a", "a", "c"])) == [2, 3]
