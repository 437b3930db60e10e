"""Files by name and the key of what they were made from -> one file, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from samrum.sealed import seal, unsealed


def kept(path: Path, key: str) -> dict[str, bytes] | None:
    """The files that were kept under the key; None when there are none, or they are damaged."""
    packed = unsealed(path, key)
    if packed is None:
        return None
    with ZipFile(BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def keep(path: Path, key: str, files: Mapping[str, bytes]) -> None:
    """Keep the files under the key, in the place of what was kept before; raises OSError."""
    # Sealed as well: a zip can be damaged so that it lacks a file, and nothing tells.
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    seal(path, key, packed.getvalue())
