"""YAML text -> its comments, each by the entry that it stands at."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import takewhile

from msgspec import Struct, field

from samrum.problems import Keys
from samrum.spans import Entry, Spans, spans

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class Comments(Struct):
    """Comments without their indentation; an empty line between two of them is kept."""

    above: defaultdict[Keys, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The lines before an entry."""
    beside: defaultdict[Keys, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What stands on the entry's own line."""
    below: defaultdict[Keys, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The lines after the last entry of a collection; () is the whole file."""

    def all(self) -> list[str]:
        """Every comment, sorted: to see that none was lost."""
        groups = (*self.above.values(), *self.beside.values(), *self.below.values())
        return sorted(line for group in groups for line in group if line)


def comments(text: str) -> Comments:
    """The comments of a text that `source.read` has accepted."""
    where = spans(text)
    free = _free_columns(where)
    first = {entry.line: entry for entry in reversed(where.entries)}
    last = _last_on_line(where)
    columns = {entry.keys: entry.column for entry in where.entries}
    found = Comments()
    waiting: list[tuple[int, str]] = []
    before: Keys = ()
    for number, line in enumerate(text.split("\n")):
        if number in first:
            _settle(found, waiting, before, columns, first[number])
            waiting = []
        before = last.get(number, before)
        comment = _COMMENT.search(line, free.get(number, 0)) if free.get(number, 0) >= 0 else None
        if comment and number in last:
            found.beside[before].append(comment[0].rstrip())
        elif comment:
            # Behind nothing but the dash of an item, it stands where the dash does.
            waiting.append((len(line) - len(line.lstrip()), comment[0].rstrip()))
        elif waiting and not line.strip() and waiting[-1][1]:
            waiting.append((waiting[-1][0], ""))
    _settle(found, waiting, before, columns, None)
    return found


def _settle(
    found: Comments,
    waiting: list[tuple[int, str]],
    before: Keys,
    columns: dict[Keys, int],
    entry: Entry | None,
) -> None:
    """Give comments that stand alone to what ends above them, or to the entry below them.

    As in prose, what is indented deeper than the line below goes with the lines above.
    """
    edge = -1 if entry is None else entry.column
    deep = list(takewhile(lambda one: one[0] > edge, waiting))
    for column, line in deep:
        found.below[_collection(before, column, columns)].append(line)
    for lines in found.below.values():
        while not lines[-1]:
            lines.pop()
    if entry is not None and deep != waiting:
        found.above[entry.keys].extend(line for _, line in waiting[len(deep) :])


def _collection(keys: Keys, column: int, columns: dict[Keys, int]) -> Keys:
    """The deepest collection around an entry whose own entries stand no deeper than a column."""
    while len(keys) > 1 and columns[keys] > column:
        keys = keys[:-1]
    return keys[:-1]


def _last_on_line(where: Spans) -> dict[int, Keys]:
    """The entry that a comment at the end of a line is about."""
    last: dict[int, Keys] = {}
    for entry in where.entries:
        last[entry.line] = entry.keys
        if entry.value:
            last[entry.value.start.line] = entry.keys
            if entry.value.style not in ("|", ">"):
                last[entry.value.end.line] = entry.keys
    for entry in reversed(where.entries):
        if entry.flow and entry.flow[0] == entry.flow[1]:
            last[entry.line] = entry.keys
    return last


def _free_columns(where: Spans) -> dict[int, int]:
    """From which column on a line can hold a comment; -1 for a line that is inside a text."""
    free: dict[int, int] = {}
    scalars = [entry.value for entry in where.entries if entry.value] + list(where.names)
    for scalar in scalars:
        first, last = scalar.start.line, scalar.end.line
        if scalar.style in ("|", ">"):
            # Its comment stands after the sign; the text ends where another line begins.
            free[first] = scalar.start.column
            last = last - 1 if scalar.end.column == 0 else last
            free.update(dict.fromkeys(range(first + 1, last + 1), -1))
        else:
            free.update(dict.fromkeys(range(first, last), -1))
            free[last] = max(free.get(last, 0), scalar.end.column)
    return free
