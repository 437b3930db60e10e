"""What a record says -> the blanks in it that nobody has filled in yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samrum.problems import Finding, Keys
from samrum.source import Value

BLANK = "FYLL I"
"""What `samrum new` writes where an editor is to write; capitals, so that no text has it."""

CODE = "blank-left"

_FIRST_WORD = BLANK.split()[0].encode()
_BLANK = re.compile(rf"\b{BLANK}\b")


def may_be_in(raw: bytes) -> bool:
    """Whether a file can hold a blank: its first word stands there, unless an escape hides it."""
    return _FIRST_WORD in raw or b"\\" in raw


def blanks(data: Value, path: str) -> tuple[Finding, ...]:
    """A finding for every blank in the data of a file, in their order."""
    return tuple(
        Finding(path, keys, CODE, f'"{BLANK}" is still to be filled in; write what belongs here')
        for keys in _places(data, ())
    )


def _places(value: Value, keys: Keys) -> Iterator[Keys]:
    if isinstance(value, str):
        if BLANK in value and _BLANK.search(value):
            yield keys
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _places(one, (*keys, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _places(one, (*keys, place))
