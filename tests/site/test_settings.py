"""What mkdocs.yml says to the build."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from samrum import workers
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
        csp_meta=True,
        drafts=False,
        history_url="https://git.example/arkivet/commits/main/",
        search=True,
        max_attachment=20_000_000,
        workers=workers.most(),
    )


def test_the_records_may_have_another_folder_and_the_site_no_address(tmp_path: Path) -> None:
    (tmp_path / "arkiv").mkdir()

    found = read(tmp_path, extra={"samrum": {"records_dir": "arkiv"}}, site_url="")

    assert (found.records, found.site_url) == (tmp_path / "arkiv", "")


def test_a_build_may_be_given_fewer_processes(tmp_path: Path) -> None:
    assert read(tmp_path, extra={"samrum": {"workers": 1}}).workers == 1


def test_attachments_may_be_larger_or_smaller_than_usual(tmp_path: Path) -> None:
    found = read(tmp_path, extra={"samrum": {"max_attachment": 2.5}})

    assert found.max_attachment == 2_500_000


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


@pytest.mark.parametrize(
    ("drafts", "serving", "expected"),
    [(False, True, False), (True, True, True), (True, False, False), (False, False, False)],
)
def test_drafts_are_shown_in_serve_alone_and_when_asked_for(
    drafts: bool, serving: bool, expected: bool, tmp_path: Path
) -> None:
    project = make_project(tmp_path, {"index.md": ""}, extra={"samrum": {"drafts": drafts}})

    assert settings(configure(project, object()), DAY, serving=serving).drafts is expected


@pytest.mark.parametrize(
    ("repository", "edit_uri", "expected"),
    [
        ("https://git.example/a/", "edit/main/docs/", "https://git.example/a/commits/main/"),
        ("https://git.example/a", "blob/main/docs", "https://git.example/a/commits/main/"),
        ("https://git.example/a", "-/edit/x/y/docs/", "https://git.example/a/-/commits/x/y/"),
        ("https://git.example/a", "edit/main/texter/", ""),
        ("https://git.example/a", "?path=docs/", ""),
        ("https://git.example/a", "", ""),
        ("", "edit/main/docs/", ""),
    ],
)
def test_the_history_of_a_file_is_beside_where_it_is_edited(
    repository: str, edit_uri: str, expected: str, tmp_path: Path
) -> None:
    assert read(tmp_path, repo_url=repository, edit_uri=edit_uri).history_url == expected
