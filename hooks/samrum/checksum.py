"""Bytes -> a short text that is the same for the same bytes, and for no others."""

from __future__ import annotations

from hashlib import sha256

_DIGITS = 32
"""128 bits, as many as no two files will ever share by chance."""


def digest_of(raw: bytes) -> str:
    """The checksum of some bytes."""
    # Processors have an instruction for it: twice as fast as any other of Python's.
    return sha256(raw, usedforsecurity=False).hexdigest()[:_DIGITS]


class Checksum:
    """The checksum of bytes that come in portions."""

    def __init__(self, first: bytes = b"") -> None:
        self._hash = sha256(first, usedforsecurity=False)

    def add(self, portion: bytes) -> None:
        """Go on with what follows."""
        self._hash.update(portion)

    def __str__(self) -> str:
        return self._hash.hexdigest()[:_DIGITS]
