"""This program, a theme and what both rest on -> a text that differs when any of them does."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parent
_BELOW = (
    *("babel", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "msgspec"),
    *("nh3", "pyyaml"),
)
"""What the words of a page pass through, that others have written."""


def version_of(folders: Iterable[Path], *settings: object) -> str:
    """The version of what is made with the files in some folders, and with some settings."""
    digest = blake2b(digest_size=16)
    digest.update(_program().encode())
    for folder in folders:
        digest.update(_files(folder))
    digest.update(repr(settings).encode())
    return digest.hexdigest()


@cache  # what runs is what was loaded, whatever is in the files since
def _program() -> str:
    """The code of this package, its interpreter, and what it is built on."""
    digest = blake2b(_files(_PACKAGE), digest_size=16).hexdigest()
    return "\n".join([sys.version, digest, *(f"{name} {version(name)}" for name in _BELOW)])


def _files(folder: Path) -> bytes:
    digest = blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.digest()
