"""YAML text -> where each of its values stands, to the character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from samrum.problems import Keys

# Without libyaml it is slow; only the events of a loader are used.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Struct, frozen=True):
    """A place in a text: lines and columns count from 0."""

    index: int
    line: int
    column: int


class Scalar(Struct, frozen=True):
    """A key or a value that is no collection; `style` is "", ', ", | or >."""

    start: Mark
    end: Mark
    style: str


class Entry(Struct, frozen=True):
    """A field or an item of a list; a field begins at its key, an item of a block at its dash."""

    keys: Keys
    line: int
    column: int
    value: Scalar | None
    """Nothing for a collection."""
    flow: tuple[int, int] | None = None
    """The lines on which a collection in brackets or braces begins and ends."""


class Spans(Struct, frozen=True):
    """All of a file's entries as they stand in it, each before what is in it, and its keys."""

    entries: tuple[Entry, ...]
    names: tuple[Scalar, ...]
    line: int
    """The line on which the record begins."""


class _Open(Struct):
    """A collection whose end has not come yet; `key` waits for its value."""

    keys: Keys
    is_mapping: bool
    column: int
    place: int
    key: tuple[str, Mark] | None = None
    count: int = 0


class _Walk(Struct):
    entries: list[Entry] = field(default_factory=list)
    names: list[Scalar] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            keys = self.add(event, None)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            column = _mark(event.start_mark).column
            self.opened.append(_Open(keys, is_mapping, column, len(self.entries) - 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(event)

    def scalar(self, event: Any) -> None:
        inside = self.opened[-1]
        scalar = Scalar(_mark(event.start_mark), _mark(event.end_mark), event.style or "")
        if inside.is_mapping and inside.key is None:
            inside.key = event.value, scalar.start
            self.names.append(scalar)
        else:
            self.add(event, scalar)

    def add(self, event: Any, value: Scalar | None) -> Keys:
        start = _mark(event.start_mark)
        flow = (start.line, start.line) if getattr(event, "flow_style", False) else None
        if not self.opened:
            keys: Keys = ()
            column = 0
        elif (inside := self.opened[-1]).key is not None:
            key, start = inside.key
            keys, column = (*inside.keys, key), start.column
            inside.key = None
        else:
            keys, column = (*inside.keys, inside.count), inside.column
            inside.count += 1
        self.entries.append(Entry(keys, start.line, column, value, flow))
        return keys

    def close(self, event: Any) -> None:
        place = self.opened.pop().place
        one = self.entries[place]
        if one.flow:
            flow = one.flow[0], event.end_mark.line
            self.entries[place] = Entry(one.keys, one.line, one.column, one.value, flow)


def spans(text: str) -> Spans:
    """Where everything stands in a text that `source.read` has accepted."""
    walk = _Walk()
    for event in yaml.parse(text, Loader=_LOADER):
        walk.take(event)
    record, *entries = walk.entries
    return Spans(tuple(entries), tuple(walk.names), record.line)


def values(text: str) -> Iterator[tuple[Keys, Scalar]]:
    """The scalars of a text that are values, with the way to each."""
    for entry in spans(text).entries:
        if entry.value is not None:
            yield entry.keys, entry.value


def _mark(mark: Any) -> Mark:
    return Mark(mark.index, mark.line, mark.column)
