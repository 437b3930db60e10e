"""What is told to the server of serve when files change for real, and what is not."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from samrum.site import watching
from samrum.site.watching import Watcher, watch_natively

PATIENCE = 10
"""After so many seconds a change would have been told of, however busy the machine is."""


@dataclass
class World:
    """A folder of records and a file of settings that are watched, and what is told of them."""

    folder: Path
    watcher: Watcher
    told: SimpleQueue[str] = field(default_factory=SimpleQueue)

    @property
    def records(self) -> Path:
        return self.folder / "records"

    @property
    def settings(self) -> Path:
        return self.folder / "mkdocs.yml"

    def watch(self, path: Path) -> object:
        handler = FileSystemEventHandler()
        handler.on_any_event = self._hear  # type: ignore[method-assign]  # as MkDocs does it
        return self.watcher.schedule(handler, str(path), recursive=True)

    def told_before(self, last: Path) -> set[str]:
        """The names of what was told of before a file that is written now: of all there was."""
        write(last, "last")
        names: set[str] = set()
        while (name := self.told.get(timeout=PATIENCE)) != last.name:
            names.add(name)
        return names

    def _hear(self, event: FileSystemEvent) -> None:
        assert not event.is_directory  # MkDocs is deaf to these
        self.told.put(Path(str(event.dest_path or event.src_path)).name)


def write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def world_in(folder: Path) -> World:
    write(folder / "records/meetings/a.yml", "id: a")
    write(folder / "mkdocs.yml", "site_name: Test")
    world = World(folder.resolve(), Watcher(PollingObserver(timeout=0.05)))
    world.watch(world.records)
    world.watch(world.settings)
    return world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = world_in(tmp_path)
    world.watcher.start()
    yield world
    world.watcher.stop()
    world.watcher.join()


def test_a_record_that_is_written_to_is_told_of(world: World) -> None:
    write(world.records / "meetings/a.yml", "id: b")

    assert world.told_before(world.records / "last.yml") == {"a.yml"}


def test_a_record_that_another_file_takes_the_place_of_is_told_of(world: World) -> None:
    write(world.folder / "a.tmp", "id: b")
    (world.folder / "a.tmp").rename(world.records / "meetings/a.yml")

    assert world.told_before(world.records / "last.yml") == {"a.yml"}


def test_settings_that_are_replaced_again_and_again_are_told_of(world: World) -> None:
    for number in range(2):
        write(world.folder / "settings.tmp", f"site_name: {number}")
        (world.folder / "settings.tmp").rename(world.settings)

        assert world.told.get(timeout=PATIENCE) == "mkdocs.yml"


def test_a_record_in_a_new_folder_is_told_of(world: World) -> None:
    write(world.records / "meetings/2024/maj/b.yml", "id: b")

    assert "b.yml" in world.told_before(world.records / "meetings/2024/maj/last.yml")


def test_a_record_that_is_deleted_is_told_of(world: World) -> None:
    (world.records / "meetings/a.yml").unlink()

    assert world.told_before(world.records / "last.yml") == {"a.yml"}


def test_a_folder_that_is_moved_away_is_told_of(world: World) -> None:
    (world.records / "meetings").rename(world.folder / "meetings")

    assert "meetings" in world.told_before(world.records / "last.yml")


def test_what_a_build_does_is_not_told_of(world: World) -> None:
    for path in world.records.rglob("*.yml"):
        path.read_bytes()
    world.settings.read_bytes()
    write(world.folder / ".cache/samrum/records.jsonl", "kept")
    write(world.folder / "site/index.html", "<!doctype html>")
    write(world.folder / "beside.yml", "site_name: Another")

    assert world.told_before(world.settings) == set()
    assert world.told_before(world.records / "last.yml") <= {"mkdocs.yml"}


def test_what_editors_keep_while_somebody_writes_is_not_told_of(world: World) -> None:
    write(world.records / "meetings/.a.yml.swp", "what is being written")
    write(world.records / ".editor/state.yml", "open: a.yml")

    assert world.told_before(world.records / "last.yml") == set()


def test_what_is_watched_no_more_is_not_told_of(world: World) -> None:
    more = world.folder / "more"
    more.mkdir()
    watch = world.watch(more)
    assert world.told_before(more / "first.yml") == set()

    world.watcher.unschedule(watch)  # type: ignore[arg-type]  # what it has given
    write(more / "second.yml")

    assert "second.yml" not in world.told_before(world.records / "last.yml")


def test_a_folder_behind_a_link_is_watched(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere/a.yml")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/records").symlink_to(tmp_path / "elsewhere")
    world = world_in(tmp_path / "project")
    world.watcher.start()
    try:
        assert world.told_before(world.records / "a.yml") == set()
    finally:
        world.watcher.stop()


class Refusing(PollingObserver):
    """An observer in a system that has no watches left."""

    def schedule(self, *_: object, **__: object) -> ObservedWatch:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")


class Exhausted(PollingObserver):
    """An observer in a system that had just enough watches for the first folders."""

    def schedule(
        self, event_handler: FileSystemEventHandler, path: str | Path, **more: Any
    ) -> ObservedWatch:
        if self.is_alive():
            raise OSError(errno.ENOSPC, "inotify watch limit reached")
        return super().schedule(event_handler, path, **more)


@pytest.mark.parametrize("observer", [Refusing, Exhausted])
def test_a_system_that_cannot_watch_is_asked_again_and_again(
    observer: type[BaseObserver],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "mkdocs.plugins.samrum")
    monkeypatch.setattr(watching, "Observer", observer)
    world = world_in(tmp_path)
    world.watcher.start()
    try:
        write(world.settings, "site_name: Another")
        write(world.records / "meetings/a.yml", "id: another")

        assert {world.told.get(timeout=PATIENCE) for _ in range(2)} == {"mkdocs.yml", "a.yml"}
    finally:
        world.watcher.stop()
    assert caplog.messages == [
        "Looking for changes twice a second, because [Errno 28] inotify watch limit reached"
    ]


@pytest.mark.parametrize("place", ["records/linked", "records/linked.yml", "mkdocs.yml"])
def test_where_a_link_leads_is_looked_at_again_and_again(place: str, tmp_path: Path) -> None:
    world = world_in(tmp_path / "project")
    (world.folder / place).unlink(missing_ok=True)
    write(tmp_path / "elsewhere/a", "here")
    target = tmp_path / "elsewhere"
    (world.folder / place).symlink_to(target / "a" if place.endswith("yml") else target)
    world.watcher.start()
    try:
        write(tmp_path / "elsewhere/a", "changed")

        assert world.told.get(timeout=PATIENCE) in {"a", "linked.yml", "mkdocs.yml"}
    finally:
        world.watcher.stop()


@pytest.mark.parametrize(
    ("mounts", "is_native"),
    [
        ("/dev/sda1 / ext4 rw 0 0\n", True),
        ("/dev/sda1 / ext4 rw 0 0\nhost:/ {} nfs4 rw 0 0\n", False),
        ("host:/ / nfs4 rw 0 0\n/dev/sda1 {} ext4 rw 0 0\n", True),
        ("/dev/sda1 / ext4 rw 0 0\nC:\\134 {}\\040x 9p rw 0 0\n", True),
        ("", True),
    ],
)
def test_a_file_system_that_others_change_is_looked_at_again_and_again(
    mounts: str, is_native: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    native, polling = PollingObserver(), PollingObserver()
    monkeypatch.setattr(watching, "Observer", lambda: native)
    (tmp_path / "mounts").write_text(mounts.format(tmp_path.resolve()))
    watcher = Watcher(polling, tmp_path / "mounts")
    watcher.schedule(FileSystemEventHandler(), str(tmp_path))

    watcher.start()

    assert (native.is_alive(), polling.is_alive()) == (is_native, not is_native)
    watcher.stop()


def served(folder: Path) -> LiveReloadServer:
    """MkDocs' server, without a socket, that watches one folder before and another one after."""
    write(folder / "docs/index.md", "# Start")
    write(folder / "records/meetings/a.yml", "id: a")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(folder / "site"))
    server.watch(str(folder / "docs"))
    server.watch(str(folder / "docs"))
    watch_natively(server)
    server.watch(str(folder / "records"))
    return server


@pytest.mark.parametrize("place", ["docs/index.md", "records/meetings/a.yml"])
def test_the_server_builds_when_what_it_watches_changes(place: str, tmp_path: Path) -> None:
    server = served(tmp_path)
    server.observer.start()
    try:
        write(tmp_path / place, "changed")
        with server._rebuild_cond:
            assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, PATIENCE)
    finally:
        server.shutdown()


def test_a_server_that_never_began_can_be_stopped(tmp_path: Path) -> None:
    server = served(tmp_path)

    server.unwatch(str(tmp_path / "docs"))
    server.shutdown()
    server.observer.join()

    assert list(server._watched_paths.values()) == [1, 1]
