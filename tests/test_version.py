"""When what pages are made with is another."""

from __future__ import annotations

from pathlib import Path

from samrum.version import version_of


def test_a_version_is_the_same_until_a_file_or_a_setting_is_another(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/link.html").write_text("a")
    first = version_of([tmp_path], "https://arkivet.example/")

    assert version_of([tmp_path], "https://arkivet.example/") == first
    assert version_of([tmp_path], "") != first

    (tmp_path / "parts/link.html").write_text("b")
    second = version_of([tmp_path], "https://arkivet.example/")
    (tmp_path / "parts/link.html").rename(tmp_path / "parts/links.html")
    third = version_of([tmp_path], "https://arkivet.example/")

    assert len({first, second, third}) == 3


def test_what_python_makes_of_the_files_is_no_part_of_them(tmp_path: Path) -> None:
    before = version_of([tmp_path])
    (tmp_path / "a.pyc").write_bytes(b"compiled")

    assert version_of([tmp_path]) == before
