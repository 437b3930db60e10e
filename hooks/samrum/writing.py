"""Bytes -> a file, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put content in the place of a file in one step: nobody ever sees half of it.

    Raises OSError, and leaves the file as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside the file, because a step from one disk to another is not one step.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
