"""Files are kept for the next time, and what is damaged is as good as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.kept import keep, kept

FILES = {"pagefind.js": b"1", "index/sv_1.pf_index": b"\x00\x01"}


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    keep(tmp_path / "new/index", "key", FILES)

    assert kept(tmp_path / "new/index", "key") == FILES


def test_nothing_is_kept_under_another_key(tmp_path: Path) -> None:
    keep(tmp_path / "index", "key", FILES)

    assert kept(tmp_path / "index", "other") is None


def test_only_the_latest_is_kept_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "swedish.words").write_text("ord")
    keep(tmp_path / "index", "older", FILES)
    keep(tmp_path / "index", "newer", {"a": b"2"})

    assert kept(tmp_path / "index", "older") is None
    assert kept(tmp_path / "index", "newer") == {"a": b"2"}
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"no zip", None])
def test_a_damaged_file_counts_as_none(damage: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "index"
    keep(file, "key", FILES)
    # None: one bit of the content is turned, which the checksum tells.
    changed = file.read_bytes().replace(b"\x00\x01", b"\x00\x03", 1) if damage is None else damage
    file.write_bytes(changed)

    found = kept(file, "key")

    assert found is None or found == FILES
    assert damage is None or found is None


def test_no_damage_to_a_byte_is_taken_for_other_files(tmp_path: Path) -> None:
    file = tmp_path / "index"
    keep(file, "key", FILES)
    raw = file.read_bytes()

    for place, byte in enumerate(raw):
        for other in {0, 1, 8, 255, byte ^ 1, byte ^ 128} - {byte}:
            file.write_bytes(raw[:place] + bytes([other]) + raw[place + 1 :])
            assert kept(file, "key") is None
