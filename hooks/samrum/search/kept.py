"""Files and the key of what they were made from -> one archive in a folder, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from samrum.writing import replacing

_NAME = "index-{}.zip"


def kept(folder: Path, key: str) -> dict[str, bytes] | None:
    """The files that were kept under the key; None when there are none, or they are damaged."""
    try:
        with ZipFile(folder / _NAME.format(key)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, BadZipFile):
        return None


def keep(folder: Path, key: str, files: Mapping[str, bytes]) -> None:
    """Keep the files under the key, and nothing that was kept before."""
    path = folder / _NAME.format(key)
    with replacing(path) as new, ZipFile(new, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    for one in set(folder.glob(_NAME.format("*"))) - {path}:
        one.unlink(missing_ok=True)
