"""Files are kept for the next time, and what is damaged is as good as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.search.kept import keep, kept

FILES = {"pagefind.js": b"1", "index/sv_1.pf_index": b"\x00\x01"}


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    keep(tmp_path / "new", "key", FILES)

    assert kept(tmp_path / "new", "key") == FILES


def test_nothing_is_kept_under_another_key(tmp_path: Path) -> None:
    keep(tmp_path, "key", FILES)

    assert kept(tmp_path, "other") is None


def test_only_the_latest_is_kept_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "swedish.words").write_text("ord")
    keep(tmp_path, "older", FILES)
    keep(tmp_path, "newer", {"a": b"2"})

    assert kept(tmp_path, "older") is None
    assert kept(tmp_path, "newer") == {"a": b"2"}
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"no zip", None])
def test_a_damaged_file_counts_as_none(damage: bytes | None, tmp_path: Path) -> None:
    keep(tmp_path, "key", FILES)
    file = tmp_path / "index-key.zip"
    # None: one bit of the content is turned, which the checksum tells.
    changed = file.read_bytes().replace(b"\x00\x01", b"\x00\x03", 1) if damage is None else damage
    file.write_bytes(changed)

    found = kept(tmp_path, "key")

    assert found is None or found == FILES
    assert damage is None or found is None
