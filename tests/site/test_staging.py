"""What is made ready, brought into a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.site.staging import bring, files_in, same, stamp_of
from tests.site.project import tree


def put(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path / "site", {"index.html": "Hem", "beslut/bro/index.html": "Bron"})


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    return put(tmp_path / "staged", {})


def told(site: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in tree(site).items()}


def test_a_site_that_is_not_there_yet_becomes_what_is_staged(tmp_path: Path) -> None:
    staged = put(tmp_path / "staged", {"beslut/bro/index.html": "Bron", "index.html": "Hem"})

    bring(staged, tmp_path / "site", ())

    assert told(tmp_path / "site") == {"beslut/bro/index.html": "Bron", "index.html": "Hem"}


def test_what_is_new_or_other_is_moved_and_all_else_is_left(site: Path, tmp_path: Path) -> None:
    before = files_in(site)
    staged = put(
        tmp_path / "staged",
        {"index.html": "Hemma", "beslut/bro/index.html": "Bron", "beslut/tåg/index.html": "Tåget"},
    )

    bring(staged, site, ())

    assert told(site) == {
        "beslut/bro/index.html": "Bron",
        "beslut/tåg/index.html": "Tåget",
        "index.html": "Hemma",
    }
    after = files_in(site)
    assert after["beslut/bro/index.html"] == before["beslut/bro/index.html"]
    assert after["index.html"] != before["index.html"]


def test_what_nobody_wants_any_more_is_deleted_with_its_folders(site: Path, staged: Path) -> None:
    bring(staged, site, ["beslut/bro/index.html"])

    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_a_folder_in_which_something_else_is_left_stays(site: Path, staged: Path) -> None:
    put(site, {"beslut/index.html": "Alla"})

    bring(staged, site, ["beslut/bro/index.html"])

    assert told(site) == {"beslut/index.html": "Alla", "index.html": "Hem"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"beslut": "en fil"}, {"beslut/index.html": "en sida"}),
        ({"beslut/index.html": "en sida"}, {"beslut": "en fil"}),
    ],
)
def test_a_file_may_take_the_place_of_a_folder_and_the_other_way(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    site = put(tmp_path / "site", before)

    bring(put(tmp_path / "staged", after), site, list(before))

    assert told(site) == after


def test_a_link_in_the_site_is_replaced_and_what_it_leads_to_is_left(
    site: Path, tmp_path: Path
) -> None:
    elsewhere = put(tmp_path / "elsewhere", {"index.html": "Någon annans"})
    (site / "om").symlink_to(elsewhere)

    bring(put(tmp_path / "staged", {"om/index.html": "Om"}), site, ())

    assert told(site)["om/index.html"] == "Om"
    assert told(elsewhere) == {"index.html": "Någon annans"}


def test_a_file_written_anew_has_another_stamp_though_it_says_the_same(site: Path) -> None:
    before = files_in(site)
    (site / "index.html").write_text("Hem")

    after = files_in(site)

    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["index.html"]
    assert stamp_of(f"{site}/index.html") == after["index.html"]


def test_no_folder_has_no_files(tmp_path: Path) -> None:
    assert files_in(tmp_path / "borta") == {}


def test_a_file_is_the_same_when_it_is_there_and_says_so(site: Path) -> None:
    assert same(site / "index.html", b"Hem")
    assert not same(site / "index.html", b"Hemma")
    assert not same(site / "borta.html", b"")
    assert not same(site / "beslut", b"")
