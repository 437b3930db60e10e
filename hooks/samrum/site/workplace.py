"""MkDocs' configuration -> a folder in which one build at a time makes the site ready."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler
from msgspec import Struct

from samrum.checksum import digest_of
from samrum.site.publishing import Folders

log = logging.getLogger("mkdocs.plugins.samrum")


class Workplace(Struct, frozen=True):
    """Where a build works; MkDocs writes there, too, until it is closed."""

    folders: Folders
    config: MkDocsConfig
    lock: BaseFileLock

    @classmethod
    def opened(cls, config: MkDocsConfig, kept: Path) -> Workplace:
        """A workplace in the folder for what is kept, when no other build of the project works."""
        kept.mkdir(parents=True, exist_ok=True)
        lock = FileLock(kept / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            log.info("Waiting for another build of this site")
            lock.acquire()
        site = Path(config.site_dir)
        name = digest_of(str(site).encode())
        folders = Folders(site, kept / "staged", kept / f"pages-{name}.json")
        # What a build has left that was stopped.
        shutil.rmtree(folders.staged, ignore_errors=True)
        folders.staged.mkdir()
        log.info("Building documentation to directory: %s", site)
        config.site_dir = str(folders.staged)
        return cls(folders, config, lock)

    def close(self) -> None:
        """Give MkDocs its folder back, and others the workplace."""
        self.config.site_dir = str(self.folders.site)
        shutil.rmtree(self.folders.staged, ignore_errors=True)
        self.lock.release()


def says_where(message: str) -> bool:
    """Whether MkDocs tells of the folder that it works in, which is none of the user's."""
    return message.startswith(("Building documentation to directory", "Cleaning site directory"))


def has_warned() -> bool:
    """Whether anything has been warned of that ends a strict build."""
    counters = logging.getLogger("mkdocs").handlers
    return any(one.get_counts() for one in counters if isinstance(one, CountHandler))
