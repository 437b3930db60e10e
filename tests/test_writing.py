"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.writing import write


def test_a_new_file_gets_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.yml", b"x")

    assert (tmp_path / "a" / "b.yml").read_bytes() == b"x"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"x")
    path.chmod(0o640)

    write(path, b"y")

    assert path.read_bytes() == b"y"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_fails_half_way_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"x")

    def fail(self: Path, target: Path) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OSError, match="no space"):
        write(path, b"y")
    assert path.read_bytes() == b"x"
    assert list(tmp_path.iterdir()) == [path]
