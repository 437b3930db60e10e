"""A text and the key that it is good for <-> a file, in which damage is seen."""

from __future__ import annotations

from pathlib import Path

from samrum.checksum import digest_of
from samrum.writing import replacing


def seal(path: Path, key: str, text: bytes) -> None:
    """Put a text in a file, whole or not at all; raises OSError."""
    with replacing(path) as new:
        new.writelines((_head(key, text), b"\n", text))


def unsealed(path: Path, key: str) -> bytes | None:
    """The text in a file; None if there is none, it is good for another key, or is damaged."""
    try:
        head, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return text if head == _head(key, text) else None


def _head(key: str, text: bytes) -> bytes:
    return f"{key} {digest_of(text)}".encode()
