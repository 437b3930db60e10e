"""A record as plain data -> YAML as an editor would write it, fast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDTH = 96
_PLAIN = re.compile(r"[^\W\d_][^:#\n\"'\[\]{}]*(?<!\s)|\d{4}-\d{2}-\d{2}|\d+-\d+|\d+/\d+")
_OTHERWISE_READ = {"true", "false", "null"}


def yaml_text(record: Mapping[str, Any]) -> str:
    """The record's file: long text folded or as a block, an empty line before each list."""
    lines: list[str] = []
    for key, value in record.items():
        if lines and isinstance(value, list | dict):
            lines.append("")
        lines.extend(_entry(key, value, ""))
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        for name, inner in value.items():
            yield from _entry(name, inner, f"{indent}  ")
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        for one in value:
            yield from _item(one, f"{indent}  ")
    else:
        yield from _scalar(f"{indent}{key}: ", value, f"{indent}  ")


def _item(value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield from _scalar(f"{indent}- ", value, f"{indent}  ")
        return
    inside = f"{indent}  "
    lines = (line for name, inner in value.items() for line in _entry(name, inner, inside))
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _scalar(start: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{start}{str(value).lower()}"
    elif isinstance(value, int):
        yield f"{start}{value}"
    elif "\n" in value:
        yield f"{start}|"
        for paragraph in value.split("\n"):
            yield from _wrapped(paragraph, indent) if paragraph else ("",)
    elif len(start) + len(value) > _WIDTH:
        yield f"{start}>-"
        yield from _wrapped(value, indent)
    elif _PLAIN.fullmatch(value) and value not in _OTHERWISE_READ:
        yield start + value
    else:
        quoted = value.replace("'", "''")
        yield f"{start}'{quoted}'"


def _wrapped(text: str, indent: str) -> Sequence[str]:
    """Lines of a readable width; textwrap takes thirty times as long."""
    lines: list[str] = []
    rest = _WIDTH - len(indent)
    while len(text) > rest:
        cut = text.rfind(" ", 0, rest + 1)
        if cut < 0:
            break
        lines.append(indent + text[:cut])
        text = text[cut + 1 :]
    lines.append(indent + text)
    return lines
