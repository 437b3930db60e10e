"""A block of YAML and a field's name -> the lines that show how the field is written."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from msgspec import Struct

from samrum.problems import Keys
from samrum.source import Source, Value


class Example(Struct, frozen=True):
    """A record, or a part of one, as it is written and as it is read."""

    text: str
    source: Source

    def of(self, way: tuple[str, ...]) -> str | None:
        """The lines of the first field that the names lead to, as far left as they can stand."""
        keys = next(_found(self.source.data, way), None)
        return None if keys is None else _cut_out(self.text, self.source.line(keys))


def _found(value: Value, way: tuple[str, ...], keys: Keys = ()) -> Iterator[Keys]:
    """The keys of every value that the names of fields lead to, through all lists."""
    if not way:
        yield keys
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _found(one, way, (*keys, place))
    elif isinstance(value, dict) and way[0] in value:
        yield from _found(value[way[0]], way[1:], (*keys, way[0]))


def _cut_out(text: str, line: int) -> str:
    """A field's own line and those that belong to it: they stand further in."""
    first, *rest = text.splitlines()[line - 1 :]
    # The first field of an item in a list stands behind the dash.
    start = first.replace("- ", "  ", 1) if first.lstrip().startswith("- ") else first
    lines = [start]
    for one in rest:
        if one.strip() and _depth(one) <= _depth(start):
            break
        lines.append(one)
    return dedent("\n".join(lines)).strip("\n")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
