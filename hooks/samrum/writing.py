"""Bytes -> a file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import BinaryIO


def write(path: Path, content: bytes) -> None:
    """Put content in the place of a file in one step: nobody ever sees half of it.

    Raises OSError, and leaves the file as it was.
    """
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of another in one step when all is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside the file, because a step from one disk to another is not one step.
    # In serve two threads may write the same file.
    beside = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    try:
        with beside.open("wb") as file:
            yield file
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
