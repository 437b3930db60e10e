"""The server of serve -> the same one, told of changes by the system instead of looking for them.

MkDocs reads every watched folder twice a second, which at ten thousand records takes a twentieth
of a processor for as long as serve runs. Where the system cannot tell, MkDocs does as it has done.
"""

from __future__ import annotations

import logging
import os
import re
import warnings
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct
from watchdog.events import (
    DirDeletedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import BaseObserver

log = logging.getLogger("mkdocs.plugins.samrum")

_MOUNTS = Path("/proc/self/mounts")

_SILENT = {
    *("9p", "afs", "ceph", "cifs", "drvfs", "fakeowner", "fuse.glusterfs", "fuse.grpcfuse"),
    *("fuse.sshfs", "fuse.vmhgfs-fuse", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf"),
    "virtiofs",
}
"""File systems that others change without this system's knowing: networks, and hosts of it."""

_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirDeletedEvent,  # moved away, its files are not told of
]
"""A build opens and closes every file that is watched, and must not wake itself."""


def watch_natively(server: LiveReloadServer) -> None:
    """Let the system tell the server of changes in all that it watches, now and later.

    Must be called before the server starts.
    """
    # MkDocs has no public way to what it watches already; its version is pinned.
    watched = [
        (path, times, server._watch_refs[path].is_recursive)
        for path, times in server._watched_paths.items()
    ]
    for path, times, _ in watched:
        for _ in range(times):
            server.unwatch(path)
    server.observer = Watcher(server.observer)  # type: ignore[assignment]  # all of one that the server uses
    for path, times, is_recursive in watched:
        for _ in range(times):
            server.watch(path, recursive=is_recursive)


class Watch(Struct, frozen=True, eq=False):
    """A file or a folder that is watched, and who is told of changes."""

    handler: FileSystemEventHandler
    path: Path
    is_recursive: bool


class Watcher:
    """Stands in for an observer: tells of what the system tells, or else of what that one finds."""

    def __init__(self, polling: BaseObserver, mounts: Path = _MOUNTS) -> None:
        self._polling = polling
        self._mounts = mounts
        self._observer: BaseObserver | None = None
        self._watches: list[Watch] = []

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> Watch:
        """Watch a file or a folder; from the start, if that is still to come."""
        # A system tells of the folder that a link leads to, and by its own name.
        asked = Path(path)
        real = asked.parent.resolve() / asked.name if asked.is_file() else asked.resolve()
        watch = Watch(handler, real, recursive)
        self._watches.append(watch)
        if self._observer:
            self._add(watch, self._observer)
        return watch

    def unschedule(self, watch: Watch) -> None:
        """Tell of a file or a folder no more."""
        self._watches.remove(watch)

    def start(self) -> None:
        """Begin to tell; by polling where the system cannot tell of everything."""
        # What is made in a folder that is new itself is met twice, which does no harm.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning, "watchdog")
        try:
            self._observer = self._begun(self._native())
        except OSError as error:
            log.info("Looking for changes twice a second, because %s", error)
            self._observer = self._begun(self._polling)

    def stop(self) -> None:
        """Tell no more."""
        if self._observer:
            self._observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the last word."""
        if self._observer:
            self._observer.join(timeout)

    def _native(self) -> BaseObserver:
        mounts = self._mounts.read_text() if self._mounts.is_file() else ""
        for watch in self._watches:
            kind = _file_system(watch.path, mounts)
            if kind in _SILENT:
                raise OSError(f"{kind} does not tell of all changes in {watch.path}")
            if link := _link_in(watch.path):
                raise OSError(f"nothing tells of changes where {link} leads")
        return Observer()

    def _begun(self, observer: BaseObserver) -> BaseObserver:
        try:
            for watch in self._watches:
                self._add(watch, observer)
            observer.start()
            _ask_for_one_more(observer)
        except OSError:
            observer.stop()
            raise
        return observer

    def _add(self, watch: Watch, observer: BaseObserver) -> None:
        # The file that an editor puts in the place of another is not the one that was watched.
        by_name = watch.path.is_file() and observer is not self._polling
        observer.schedule(
            _Told(watch, self._watches),
            str(watch.path.parent if by_name else watch.path),
            recursive=watch.is_recursive and not by_name,
            event_filter=_CHANGES,
        )


def _ask_for_one_more(observer: BaseObserver) -> None:
    """Raises OSError when a system has no watches left, which it has told of no sub-folder."""
    with TemporaryDirectory() as folder:
        observer.unschedule(observer.schedule(FileSystemEventHandler(), folder))


class _Told(FileSystemEventHandler):
    """Hands on what is told of the files that are meant."""

    def __init__(self, watch: Watch, watches: list[Watch]) -> None:
        self._watch = watch
        self._watches = watches

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if self._watch in self._watches and any(map(self._is_meant, paths)):
            # What a folder held is gone with it, and MkDocs asks for files alone.
            is_file = not event.is_directory
            self._watch.handler.dispatch(event if is_file else FileDeletedEvent(event.src_path))

    def _is_meant(self, path: Path) -> bool:
        """Whether it is the file that is watched, or one below the folder that is not hidden.

        Hidden are, besides what is no page, the files that editors keep while somebody writes.
        """
        if not path.is_relative_to(self._watch.path):
            return False
        return not any(step.startswith(".") for step in path.relative_to(self._watch.path).parts)


def _link_in(path: Path) -> Path | None:
    """The first link in a folder, or the file itself if it is one."""
    inside = (Path(folder, name) for folder, *names in os.walk(path) for name in chain(*names))
    return next((one for one in chain([path], inside) if one.is_symlink()), None)


def _file_system(path: Path, mounts: str) -> str:
    """The kind of file system that a path is on, by the system's table of what is mounted where."""
    found = Path("/"), ""
    for line in mounts.splitlines():
        _device, place, kind, *_ = line.split(" ")
        mount = Path(re.sub(r"\\([0-7]{3})", lambda one: chr(int(one[1], 8)), place))
        if path.is_relative_to(mount) and len(mount.parts) >= len(found[0].parts):
            found = mount, kind
    return found[1]
