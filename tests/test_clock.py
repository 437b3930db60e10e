"""The moment that the site speaks of."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from samrum.clock import day, moment

COMMITTED = 1_634_300_000


def test_the_environment_says_it_first(tmp_path: Path) -> None:
    assert moment({"SOURCE_DATE_EPOCH": "1634256000"}, commit(tmp_path)) == 1_634_256_000


def test_else_it_is_the_last_commit(tmp_path: Path) -> None:
    assert moment({}, commit(tmp_path)) == COMMITTED


@pytest.mark.parametrize("has_git", [True, False])
def test_else_it_is_now(has_git: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_700_000_000.9)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    if not has_git:
        monkeypatch.setenv("PATH", str(tmp_path))

    assert moment({}, tmp_path) == 1_700_000_000


@pytest.mark.parametrize("wrong", ["", "now", "1.5", "-1", "²"])
def test_a_moment_that_is_no_number_is_refused(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="whole seconds since 1970"):
        moment({"SOURCE_DATE_EPOCH": wrong}, tmp_path)


def test_its_day_is_that_of_the_sitemap() -> None:
    assert day(1_634_255_999) == date(2021, 10, 14)
    assert day(1_634_256_000) == date(2021, 10, 15)


def commit(folder: Path) -> Path:
    when = {"GIT_COMMITTER_DATE": f"{COMMITTED} +0200", "GIT_AUTHOR_DATE": "1600000000 +0200"}
    who = ["-c", "user.name=Elin Exempel", "-c", "user.email=elin@example.org"]
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(
        ["git", "-C", folder, *who, "commit", "-q", "--allow-empty", "-m", "Ett"],
        check=True,
        env={**os.environ, **when},
    )
    return folder
