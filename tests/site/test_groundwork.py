"""What follows from code and templates alone is made once, and damage to it is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import Environment
from msgspec.structs import replace

from samrum import schema
from samrum.site.groundwork import NAME, Groundwork, keep, kept
from samrum.site.reading import read
from samrum.site.settings import Settings, settings
from tests.site.project import configure, make_project
from tests.world import archive

THEME = Path(__file__).parents[2] / "hooks/theme"
GROUNDWORK = Groundwork({"a": b"\x00\xff"}, {"b.json": "{å}".encode()})
A_PAGE = "arenden/buss/"


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    project = make_project(tmp_path, {"index.md": ""})
    archive(tmp_path, {"matters/buss.yml": "title: Bussen"})
    copytree(THEME / "records", tmp_path / "ours/records")
    config = configure(project, object())
    return replace(settings(config, date(2024, 6, 1)), theme=tmp_path / "ours")


def body(here: Settings) -> str:
    contents = read(here)
    (page,) = (one for one in contents.pages if one.address == A_PAGE)
    return contents.renderer.body(page.page()).decode()


def test_what_is_kept_comes_back_to_the_same_version_alone(tmp_path: Path) -> None:
    keep(tmp_path / "new", "1", GROUNDWORK)

    assert kept(tmp_path / "new", "1") == GROUNDWORK
    assert kept(tmp_path / "new", "2") is None


def test_nothing_is_kept_where_nothing_can_be(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")

    keep(tmp_path / "kept", "1", GROUNDWORK)

    assert kept(tmp_path / "kept", "1") is None


@given(place=some.integers(min_value=0), byte=some.integers(0, 255))
def test_any_damage_is_seen(
    place: int, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    keep(folder, "1", GROUNDWORK)
    raw = bytearray((folder / NAME).read_bytes())
    raw[place % len(raw)] = byte
    (folder / NAME).write_bytes(raw)

    assert kept(folder, "1") in (None, GROUNDWORK)


def test_the_next_build_compiles_nothing_and_says_the_same(here: Settings) -> None:
    first = body(here)

    with (
        patch.object(Environment, "compile", side_effect=AssertionError("compiled again")),
        patch.object(schema, "files", side_effect=AssertionError("made again")),
    ):
        assert body(here) == first
        assert set(read(here).schemas) >= {"matter.schema.json"}


def test_a_project_that_is_moved_takes_it_along(here: Settings, tmp_path: Path) -> None:
    first = body(here)
    (tmp_path / "moved").mkdir()
    for name in ("records", "ours", ".cache"):
        (tmp_path / name).rename(tmp_path / "moved" / name)
    there = replace(
        here,
        project=tmp_path / "moved",
        records=tmp_path / "moved/records",
        theme=tmp_path / "moved/ours",
    )

    with patch.object(Environment, "compile", side_effect=AssertionError("compiled again")):
        assert body(there) == first


def test_a_template_that_has_changed_is_compiled_again(here: Settings) -> None:
    assert "Ny mall" not in body(here)
    template = here.theme / "records/matter.html"
    template.write_text(template.read_text(encoding="utf-8") + "Ny mall", encoding="utf-8")

    assert "Ny mall" in body(here)
