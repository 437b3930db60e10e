"""A folder where a site is made ready -> the site, changed only where the two differ.

A build that fails, or is stopped, leaves the site as it was: it is touched when all is there. What
is ready is moved, folders as a whole where the site has none, so the moment of change is short.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""What the system says of a file; to write the file, or to put another in its place, alters it."""


def files_in(folder: Path) -> dict[str, Stamp]:
    """Every file below a folder, by its path from there; nothing where there is no such folder."""
    return dict(_files(os.fspath(folder), "")) if folder.is_dir() else {}


def bring(staged: Path, site: Path, unwanted: Iterable[str]) -> None:
    """Move what is staged into the site, where it is new or other, and delete what is not wanted.

    Files that say what is staged already are not touched.
    """
    site.mkdir(parents=True, exist_ok=True)
    _move(staged, site)
    for name in unwanted:
        path = site / name
        # A folder may have taken its place, or a file that of its folder.
        if path.is_file() or path.is_symlink():
            path.unlink()
            _prune(path.parent, site)


def stamp_of(path: str) -> Stamp:
    """The stamp of a file."""
    return _stamp(os.lstat(path))


def same(path: Path, content: bytes) -> bool:
    """Whether a file says just that."""
    return path.is_file() and path.read_bytes() == content


def _files(folder: str, place: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{place}{entry.name}/")
            else:
                yield place + entry.name, _stamp(entry.stat(follow_symlinks=False))


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def _move(source: Path, target: Path) -> None:
    for here in sorted(source.iterdir()):
        there = target / here.name
        is_folder = here.is_dir()
        if there.is_symlink() or (there.exists() and there.is_dir() is not is_folder):
            _remove(there)
        if not there.exists():
            _put(here, there)
        elif is_folder:
            _move(here, there)
        elif not same(there, here.read_bytes()):
            _put(here, there)


def _put(source: Path, target: Path) -> None:
    # Where the site is on another disk, to move is to copy, and half a copy is no page.
    beside = target.with_name(f"{target.name}.new")
    shutil.move(source, beside)
    beside.replace(target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _prune(folder: Path, top: Path) -> None:
    """Delete a folder that has become empty, and those around it."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
