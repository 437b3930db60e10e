"""Files and the key of what they were made from -> one archive in a folder, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile, ZipFile

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
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, delete=False) as new, ZipFile(new, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    older = set(folder.glob(_NAME.format("*")))
    # Two builds may do this at once: each puts a whole file in place.
    path = Path(new.name).replace(folder / _NAME.format(key))
    for one in older - {path}:
        one.unlink(missing_ok=True)
