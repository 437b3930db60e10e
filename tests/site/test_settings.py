"""What mkdocs.yml says to the build."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from samrum.site.settings import Settings, settings
from tests.site.project import configure, make_project

DAY = date(2024, 3, 1)


def read(folder: Path, **more: Any) -> Settings:
    return settings(configure(make_project(folder, {"index.md": ""}, **more), object()), DAY)


def test_folders_are_told_from_mkdocs_yml(tmp_path: Path) -> None:
    assert read(tmp_path) == Settings(
        project=tmp_path,
        records=tmp_path / "records",
        theme=tmp_path / "theme",
        site_url="https://arkivet.example/samrum/",
        as_of=DAY,
    )


def test_the_records_may_have_another_folder_and_the_site_no_address(tmp_path: Path) -> None:
    (tmp_path / "arkiv").mkdir()

    found = read(tmp_path, extra={"samrum": {"records_dir": "arkiv"}}, site_url="")

    assert (found.records, found.site_url) == (tmp_path / "arkiv", "")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            {"extra": {"samrum": {"records_dir": "borta"}}},
            "'records_dir': The path '.*borta' isn't",
        ),
        ({"extra": {"samrum": {"records_dir": 7}}}, "'records_dir': Expected type"),
        ({"extra": {"samrum": "records"}}, "Expected a key-value mapping"),
        ({"use_directory_urls": False}, "remove use_directory_urls"),
    ],
)
def test_what_cannot_be_built_is_refused(
    more: dict[str, Any], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match=message):
        read(tmp_path, **more)


def test_a_theme_without_templates_of_our_own_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "mkdocs.yml"
    project.write_text("site_name: Arkivet\n")
    (tmp_path / "docs").mkdir()

    with pytest.raises(ConfigurationError, match=r"set theme\.custom_dir"):
        settings(configure(project, object()), DAY)


def test_a_setting_that_nobody_knows_is_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "mkdocs.plugins.samrum"):
        read(tmp_path, extra={"samrum": {"record_dir": "arkiv"}})

    assert caplog.messages == [
        "extra.samrum: 'record_dir': Unrecognised configuration name: record_dir"
    ]
