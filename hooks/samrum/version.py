"""This program, a theme and what both rest on -> a text that differs when any of them does."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from samrum.checksum import Checksum

_PACKAGE = Path(__file__).parent
_BELOW = (
    *("babel", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "msgspec"),
    *("nh3", "pyyaml"),
)
"""What the words of a page pass through, that others have written."""


def version_of(folders: Iterable[Path], *settings: object) -> str:
    """The version of what is made with the files in some folders, and with some settings."""
    digest = Checksum()
    digest.add(_program().encode())
    for folder in folders:
        digest.add(_files(folder).encode())
    digest.add(repr(settings).encode())
    return str(digest)


@cache  # what runs is what was loaded, whatever is in the files since
def _program() -> str:
    """The code of this package, its interpreter, and what it is built on."""
    digest = _files(_PACKAGE)
    return "\n".join([sys.version, digest, *(f"{name} {version(name)}" for name in _BELOW)])


def _files(folder: Path) -> str:
    digest = Checksum()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.add(f"{path.relative_to(folder).as_posix()}\n".encode())
            digest.add(path.read_bytes())
    return str(digest)
