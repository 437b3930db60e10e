"""Answers that were given before."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samrum.cli.answers import NAME, Answer, keep, known, question
from samrum.problems import Problem, Severity

DAY = date(2024, 6, 1)
ANSWER = Answer(
    3,
    (
        Problem("records/a.yml", 3, "not-a-date", "är inget datum; skriv ett"),
        Problem("records/b.pdf", 1, "no-text-layer", "saknar text", Severity.WARNING),
    ),
)


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    for name in ("records/matters/buss.yml", "records/.keep", "docs/index.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a")
    (tmp_path / "records/länk").symlink_to("matters")
    return [tmp_path / "records", tmp_path / "docs"]


def test_the_same_folders_on_the_same_day_ask_the_same(folders: list[Path]) -> None:
    assert question(folders, DAY) == question(folders, DAY)


@pytest.mark.parametrize(
    "change",
    [
        lambda records: (records / "matters/buss.yml").write_text("b"),
        lambda records: (records / "matters/buss.yml").unlink(),
        lambda records: (records / "matters/buss.yml").rename(records / "matters/tåg.yml"),
        lambda records: (records / "matters/ny.yml").write_text(""),
        lambda records: (records.parent / "docs/index.md").write_text("b"),
        lambda records: ((records / "länk").unlink(), (records / "länk").symlink_to("events")),
        lambda records: ((records / "länk").unlink(), (records / "länk").write_text("matters")),
    ],
    ids=["written", "deleted", "renamed", "new", "a page", "led elsewhere", "no link"],
)
def test_whatever_changes_in_them_is_another_question(
    change: Callable[[Path], object], folders: list[Path]
) -> None:
    before = question(folders, DAY)

    change(folders[0])

    assert question(folders, DAY) != before


def test_another_day_or_another_project_is_another_question(
    folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = question(folders, DAY)

    assert question(folders, date(2024, 6, 2)) != before
    monkeypatch.chdir(tmp_path)
    assert question(folders, DAY) != before


def test_an_answer_is_known_for_its_question_alone(tmp_path: Path) -> None:
    keep(tmp_path / "kept", "a", ANSWER)

    assert known(tmp_path / "kept", "a") == ANSWER
    assert known(tmp_path / "kept", "b") is None
    assert known(tmp_path, "a") is None
    assert os.listdir(tmp_path / "kept") == [NAME]  # noqa: PTH208 - the names alone


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")

    keep(tmp_path / "kept", "a", ANSWER)

    assert known(tmp_path / "kept", "a") is None


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw.replace(b"not", b"hot")])
def test_an_answer_that_is_damaged_is_none(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    keep(tmp_path, "a", ANSWER)
    (tmp_path / NAME).write_bytes(spoil((tmp_path / NAME).read_bytes()))

    assert known(tmp_path, "a") is None


@given(st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_may_stand_where_an_answer_is_kept(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / NAME).write_bytes(raw)

    assert known(tmp_path, "a") is None
