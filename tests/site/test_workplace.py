"""Builds that fail, are stopped, or come two at a time, and the site that was there before."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from samrum.readings import KEPT
from samrum.search.pagefind import Document, PagefindError
from samrum.site.build import Build
from samrum.site.staging import files_in
from samrum.site.theme_code import NAME as THEME_CODE
from tests.site.project import (
    configure,
    make_build,
    make_contents,
    make_project,
    page,
    titles,
    tree,
)

PAGES = (page("beslut/", "Beslut"), page("beslut/buss/", "Bussen"))
NAV = [{"Start": "index.md"}, {"Beslut": "beslut/index.md"}]


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1634256000")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, {"index.md": "# Välkommen"}, nav=NAV)


def site_of(project: Path, plugin: Build | None = None) -> tuple[MkDocsConfig, Path]:
    config = configure(project, plugin or make_build(make_contents(project, PAGES)))
    return config, Path(config.site_dir)


def test_a_build_leaves_mkdocs_its_folder_and_nothing_but_what_is_kept(project: Path) -> None:
    config, site = site_of(project)

    build(config)

    assert Path(config.site_dir) == site
    kept = sorted(path.name for path in (project.parent / KEPT).iterdir() if path.name != "lock")
    assert [name.partition("-")[0] for name in kept] == ["pages", THEME_CODE]


def test_the_log_names_the_folder_of_the_site_and_no_other(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config, site = site_of(project)
    with caplog.at_level(logging.INFO, "mkdocs"):
        build(config)

    told = [one for one in caplog.messages if "directory" in one]
    assert told == [f"Building documentation to directory: {site}"]


def test_what_has_not_changed_is_not_written_again(project: Path) -> None:
    config, site = site_of(project)
    build(config)
    before = files_in(site)

    (project.parent / "docs/index.md").write_text("# Hej")
    build(site_of(project)[0])

    after = files_in(site)
    changed = {name for name in before if before[name] != after[name]}
    assert "index.html" in changed
    assert not changed & {
        "beslut/index.html",
        "beslut/buss/index.html",
        "pagefind/index/titles.txt",
    }


@pytest.mark.parametrize("error", [PagefindError("no room"), KeyboardInterrupt()])
def test_a_build_that_fails_or_is_stopped_leaves_the_site_as_it_was(
    error: BaseException, project: Path
) -> None:
    config, site = site_of(project)
    build(config)
    before = files_in(site)

    def failing(*_: object) -> dict[str, bytes]:
        raise error

    contents = make_contents(project, (*PAGES, page("beslut/tag/", "Tåget")))
    with pytest.raises((Abort, KeyboardInterrupt)):
        build(site_of(project, Build(lambda _: contents, failing))[0])

    assert files_in(site) == before


def test_the_build_after_one_that_was_stopped_is_whole(project: Path) -> None:
    def stop(*_: object) -> dict[str, bytes]:
        raise KeyboardInterrupt

    contents = make_contents(project, PAGES)
    stopped, _ = site_of(project, Build(lambda _: contents, stop))
    with pytest.raises(KeyboardInterrupt):
        build(stopped)
    stopped.plugins.on_shutdown()  # as MkDocs' command does then
    gc.unfreeze()

    config, site = site_of(project)
    build(config)

    assert "beslut/buss/index.html" in tree(site)


def test_a_process_that_ends_does_not_take_its_records_apart_first(project: Path) -> None:
    config, _ = site_of(project)
    build(config)
    assert gc.get_freeze_count() == 0

    config.plugins.on_shutdown()

    try:
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_strict_build_that_has_warned_leaves_the_site_as_it_was(project: Path) -> None:
    config, site = site_of(project)
    build(config)
    before = files_in(site)

    (project.parent / "docs/index.md").write_text("[Borta](borta.md)")
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        build(site_of(project)[0])

    assert files_in(site) == before


def test_a_build_waits_for_another_of_the_same_site(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    begun, may_end = Event(), Event()

    def slow(documents: Iterable[Document], *_: object) -> dict[str, bytes]:
        begun.set()
        may_end.wait(10)
        return titles(documents)

    contents = make_contents(project, PAGES)
    first = Thread(target=build, args=(site_of(project, Build(lambda _: contents, slow))[0],))
    config, site = site_of(project)
    second = Thread(target=build, args=(config,))
    with caplog.at_level(logging.INFO, "mkdocs"):
        first.start()
        assert begun.wait(10)
        second.start()
        _until(lambda: "Waiting for another build of this site" in caplog.messages)
        assert not site.exists()
        may_end.set()
        first.join(10)
        second.join(10)

    assert not first.is_alive() and not second.is_alive()
    assert "beslut/buss/index.html" in tree(site)


def _until(holds: Callable[[], bool]) -> None:
    pause = Event()
    for _ in range(1000):
        if holds():
            return
        pause.wait(0.01)
    raise AssertionError("it never came about")
