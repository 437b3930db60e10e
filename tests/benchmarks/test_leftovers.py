"""What an earlier build has left does not disturb the next."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.leftovers import delete, put_aside


def test_what_is_put_aside_is_gone_from_its_place_and_deleted_later(tmp_path: Path) -> None:
    for _ in range(2):
        (tmp_path / "project/site").mkdir(parents=True)
        (tmp_path / "project/site/index.html").touch()
        put_aside(tmp_path / "project/site", tmp_path)

    assert list((tmp_path / "project").iterdir()) == []
    assert len(list(tmp_path.rglob("index.html"))) == 2

    delete(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_there_may_be_nothing_to_put_aside(tmp_path: Path) -> None:
    put_aside(tmp_path / "site", tmp_path)
    delete(tmp_path)

    assert list(tmp_path.iterdir()) == []
