"""A publication -> the files of the site, of which only those that are to change are made."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile

from msgspec import Struct

from samrum.lookups import Fingerprints
from samrum.site import remembered, staging
from samrum.site.place import Place
from samrum.site.policy import Policy, check_pages
from samrum.site.press import print_pages
from samrum.site.publication import Publication
from samrum.site.remembered import Memory, Register, Written

log = logging.getLogger("mkdocs.plugins.samrum")


class Folders(Struct, frozen=True):
    """Where the site is, where it is made ready, and the file in which a build is remembered."""

    site: Path
    staged: Path
    memory: Path


def publish(
    publication: Publication,
    now: Fingerprints,
    folders: Folders,
    version: str,
    policy: Policy | None,
    files: Callable[[], Mapping[str, bytes]],
    processes: int,
) -> None:
    """Make what is to change, and bring it into the site.

    What MkDocs has made is staged already. `version` stands for everything that pages are made
    with and no lookup finds, `files` are all others by their paths. Raises RenderError,
    PolicyError, WorkerError, and what `files` raises.
    """
    if policy:
        check_pages(folders.staged, policy)
    by_hand = staging.files_in(folders.staged)
    memory = remembered.read(folders.memory, version)
    register = Register(memory, now)
    present = staging.files_in(folders.site)
    pages = _still_so(memory, register, publication, present)
    stale = [one for address, one in publication.pages.items() if address not in pages]
    log.info("Writing %d of %d pages of records", len(stale), len(publication.pages))
    printed = list(print_pages(stale, publication, folders.staged, policy, processes, register))
    others = files()
    _stage(others, publication.files, folders)
    wanted = {*map(_file, publication.pages), *by_hand, *others, *publication.files}
    staging.bring(folders.staged, folders.site, sorted(present.keys() - wanted))
    for one in printed:
        stamp = staging.stamp_of(f"{folders.site}/{_file(one.address)}")
        pages[one.address] = Written(one.key, one.lookups, stamp)
    remembered.write(folders.memory, version, memory.renewed(pages, register))


def _still_so(
    memory: Memory,
    register: Register,
    publication: Publication,
    present: Mapping[str, staging.Stamp],
) -> dict[str, Written]:
    """The pages that would come out as they are."""
    outdated = memory.outdated(register)
    return {
        address: page
        for address, page in memory.pages.items()
        if present.get(_file(address)) == page.stamp
        and outdated.isdisjoint(page.lookups.split())
        and (outline := publication.pages.get(address))
        and publication.key(outline, Place.of(outline)) == page.key
    }


def _stage(files: Mapping[str, bytes], copies: Mapping[str, Path], folders: Folders) -> None:
    """Stage what the site does not have already."""
    for name, content in files.items():
        if not staging.same(folders.site / name, content):
            _parent(folders.staged / name).write_bytes(content)
    for name, source in copies.items():
        if not staging.same(folders.site / name, source.read_bytes()):
            copyfile(source, _parent(folders.staged / name))


def _parent(path: Path) -> Path:
    """The path, with a folder for it to stand in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _file(address: str) -> str:
    return f"{address}index.html"
