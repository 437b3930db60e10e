"""A record's YAML -> the same record in the one layout that all records have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from textwrap import dedent

from samrum.comments import Comments, comments
from samrum.model import Record
from samrum.model.fields import FieldPlan, Holds, plans
from samrum.model.record import CommonFields, Shape
from samrum.problems import Keys
from samrum.source import Source, Value, read, text_of
from samrum.spans import values

WIDTH = 100
MODELINE = "# yaml-language-server: $schema="

_STEP = "  "
# A protocol names its § first and its sources last, whatever the model inherits from where.
_FIRST = ("id", "publish", "number")
_LAST = ("matters", "related", "parts", "moved_from", "withdrawal", "corrections", "sources")
# No sign that could mean something to YAML, and no word that is not text: no need to ask.
_SURELY_PLAIN = re.compile(r"[^\W\d_][\w.,()/–” ]{4,}(?<! )")


class LayoutError(Exception):
    """A record cannot be laid out without changing what it says, which is a bug of ours."""


def lay_out(raw: bytes, model: type[Shape], schema: str) -> bytes:
    """The record in canonical layout, its comments kept, under a line that names its schema.

    `schema` is the way from the record to its JSON Schema. Raises LayoutError if the outcome says
    anything else than the record did, and ValueError for what is not YAML.
    """
    before = read(raw)
    if not isinstance(before, Source):
        raise ValueError("the file is not a record in YAML")
    text = text_of(raw)
    kept = comments(text)
    _drop_modeline(kept)
    lines = [MODELINE + schema, *_Writer(kept, _folds(text)).record(before.data, model)]
    laid_out = "\n".join(lines) + "\n"
    after = read(laid_out.encode())
    again = comments(laid_out)
    _drop_modeline(again)
    if not (isinstance(after, Source) and _same(after.data, before.data)):
        raise LayoutError("the layout would change a value")
    if again.all() != kept.all():
        raise LayoutError("the layout would lose a comment")
    return laid_out.encode()


def _drop_modeline(kept: Comments) -> None:
    for lines in (*kept.above.values(), *kept.below.values()):
        lines[:] = [line for line in lines if not line.startswith(MODELINE.rstrip("="))]
        while lines and not lines[0]:
            del lines[0]


def _same(one: Value, other: Value) -> bool:
    """Equality to which 1 and true are two things."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


class _Writer:
    """Lines of YAML for values, with the comments that go with them."""

    def __init__(self, kept: Comments, folds: dict[Keys, list[str]]) -> None:
        self._kept = kept
        self._folds = folds

    def record(self, data: dict[str, Value], model: type[Shape]) -> Iterator[str]:
        """All the lines of a record; what takes room has air around it."""
        known = plans(model)
        tail = next((key for key in _LAST[:2] if data.get(key)), None)
        below_tall = False
        for place, key in enumerate(_in_order(data, model)):
            lines = self._field(data[key], (key,), "", known.get(key))
            is_tall = _is_tall(data[key], lines, known.get(key))
            if place and (is_tall or below_tall or key == tail):
                yield ""
            yield from self._kept.above.get((key,), ())
            yield from lines
            below_tall = is_tall
        if not data:
            yield "{}"
        below = self._kept.below.get((), [])
        if below:
            yield ""
        yield from below

    def _field(self, value: Value, keys: Keys, pad: str, field: FieldPlan | None) -> list[str]:
        """A key and its value, without the comments above it."""
        name = f"{pad}{_inline(str(keys[-1]))}:"
        shape = field.shape if field else None
        first, *more = self._kept.beside.get(keys, []) or [""]
        beside = f"  {first}" if first else ""
        extra = [f"{pad}{line}" for line in more]
        if isinstance(value, dict) and value:
            body = self._mapping(value, keys, pad + _STEP, shape)
            return [*extra, name + beside, *body, *self._below(keys, pad + _STEP)]
        if isinstance(value, list) and value:
            body = self._list(value, keys, pad + _STEP, field)
            return [*extra, name + beside, *body, *self._below(keys, pad + _STEP)]
        is_prose = field is not None and field.holds is Holds.MARKDOWN
        start, *rest = self._scalar(value, keys, pad, f"{name} ", is_prose)
        return [*extra, start + beside, *rest, *self._below(keys, pad + _STEP)]

    def _mapping(
        self, data: dict[str, Value], keys: Keys, pad: str, shape: type[Shape] | None
    ) -> list[str]:
        lines: list[str] = []
        known = plans(shape) if shape else {}
        for key in _in_order(data, shape):
            here = (*keys, key)
            lines += self._above(here, pad)
            lines += self._field(data[key], here, pad, known.get(key))
        return lines

    def _list(self, items: list[Value], keys: Keys, pad: str, field: FieldPlan | None) -> list[str]:
        lines: list[str] = []
        is_airy = any(_is_big(item) for item in items)
        for place, item in enumerate(items):
            here = (*keys, place)
            if place and is_airy:
                lines.append("")
            lines += self._above(here, pad)
            lines += self._item(item, here, pad, field)
        return lines

    def _item(self, item: Value, keys: Keys, pad: str, field: FieldPlan | None) -> list[str]:
        """A list's item; what cannot stand beside its dash stands above it."""
        beside = self._kept.beside.get(keys, [])
        if not isinstance(item, dict | list) or not item:
            first, *more = beside or [""]
            start, *rest = self._scalar(item, keys, pad, f"{pad}- ", False)
            comment = f"  {first}" if first else ""
            above = [f"{pad}{line}" for line in more]
            return [*above, start + comment, *rest, *self._below(keys, pad + _STEP)]
        inner = pad + _STEP
        if isinstance(item, dict):
            body = self._mapping(item, keys, inner, field.shape if field else None)
        else:
            body = self._list(item, keys, inner, field)
        above = [f"{pad}{line}" for line in beside]
        own = next(i for i, line in enumerate(body) if line.strip() and line.strip()[0] != "#")
        above += [line and pad + line.strip() for line in body[:own]]
        body[own] = f"{pad}- {body[own].removeprefix(inner)}"
        return [*above, *body[own:], *self._below(keys, inner)]

    def _scalar(self, value: Value, keys: Keys, pad: str, head: str, is_prose: bool) -> list[str]:
        """A value after its key or dash; a text that does not fit stands below them."""
        if not isinstance(value, str):
            return [head + _other(value)]
        inline = _inline(value)
        fits = "\n" not in value and len(head + inline) <= WIDTH
        if value and (is_prose or not fits):
            inner = pad + _STEP
            for sign, lines in _blocks(value, WIDTH - len(inner), self._folds.get(keys)):
                block = [line and inner + line for line in lines]
                if _reads_as("\n".join((f"key: {sign}", *block, "")), value):
                    return [head + sign, *block]
        return [head + inline]

    def _above(self, keys: Keys, pad: str) -> list[str]:
        return [line and pad + line for line in self._kept.above.get(keys, ())]

    def _below(self, keys: Keys, pad: str) -> list[str]:
        return [line and pad + line for line in self._kept.below.get(keys, ())]


@cache
def order(shape: type[Shape]) -> tuple[str, ...]:
    """The fields of a group in their order: what it adds itself stands before what it inherits."""
    # A meeting is a sitting and more: what not all records have is a kind's own.
    kinds = {shape, *(base for base in shape.__mro__ if issubclass(base, Record))}
    own = {name for one in kinds - {Record, CommonFields} for name in one.__annotations__}
    if issubclass(shape, Record):
        own -= set(CommonFields.__struct_fields__)
    names = sorted(shape.__struct_fields__, key=lambda name: name not in own)
    first = [name for name in _FIRST if name in names]
    last = [name for name in _LAST if name in names]
    middle = [name for name in names if name not in (*first, *last)]
    return (*first, *middle, *last)


def _in_order(data: dict[str, Value], shape: type[Shape] | None) -> list[str]:
    """Known fields in their order; each unknown one stays behind the field that it follows."""
    ranks = {name: place for place, name in enumerate(order(shape) if shape else ())}
    placed: list[tuple[int, int, str]] = []
    rank = -1
    for place, key in enumerate(data):
        rank = ranks.get(key, rank)
        placed.append((rank, place, key))
    return [key for _, _, key in sorted(placed)]


def _is_tall(value: Value, lines: list[str], field: FieldPlan | None) -> bool:
    """Whether a field of the record takes room: groups of fields, or texts of several lines."""
    if isinstance(value, dict):
        return bool(value)
    if isinstance(value, list):
        is_prose = field is not None and field.holds is Holds.MARKDOWN
        return bool(value) and (is_prose or any(isinstance(one, dict | list) for one in value))
    is_line = field is not None and field.holds is not Holds.MARKDOWN
    return isinstance(value, str) and len(lines) > 1 and not is_line


def _is_big(item: Value) -> bool:
    """Whether an item of a list is more than a row of short values."""
    return isinstance(item, dict) and any(
        isinstance(value, dict)
        or (isinstance(value, list) and any(isinstance(one, dict) for one in value))
        or (isinstance(value, str) and "\n" in value)
        for value in item.values()
    )


def _other(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return "[]" if value == [] else "{}" if value == {} else str(value)


def _blocks(value: str, width: int, folds: list[str] | None) -> Iterator[tuple[str, list[str]]]:
    """The ways to write a text on lines of its own, the best first: a sign and the lines.

    A break after the last line says nothing, so each sign has one form: the one that most write.
    """
    own = value.split("\n")
    if folds and all(len(line) <= width for line in folds):
        yield ">-", folds  # where an author breaks lines, is the author's choice
    if len(own) > 1 and all(len(line) <= width for line in own):
        yield "|", own
    folded: list[str] = []
    for text in own:
        folded += [*_folded(text, width), ""]
    yield ">-", folded[:-1]
    yield "|", own


def _folded(text: str, width: int) -> Iterator[str]:
    """Lines that fit, broken where one space stands between two words, and not inside a link."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", _LINK.sub(_bound, text)):
        if line and len(line) + 1 + len(word) > width:
            yield line.replace(_BOND, " ")
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line.replace(_BOND, " ")


_BOND = "\0"
_LINK = re.compile(r"\[[^][]*\]\([^()\s]*\)")


def _bound(link: re.Match[str]) -> str:
    return link[0].replace(" ", _BOND)


def _folds(text: str) -> dict[Keys, list[str]]:
    """The lines of the texts that are folded in a file, without their indentation."""
    lines = text.split("\n")
    found: dict[Keys, list[str]] = {}
    for keys, scalar in values(text):
        if scalar.style == ">":
            last = scalar.end.line + (scalar.end.column > 0)
            own = dedent("\n".join(lines[scalar.start.line + 1 : last])).strip("\n")
            found[keys] = [line.rstrip() for line in own.split("\n")]
    return found


@cache
def _inline(text: str) -> str:
    """A text on one line: as it is where the reader takes it so, else in quotes."""
    if "\n" in text:
        return json.dumps(text, ensure_ascii=False)
    if _is_simple(text) or _reads_as(f"key: {text}\nlist:\n  - {text}\n", text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _is_simple(text: str) -> bool:
    return text != "false" and _SURELY_PLAIN.fullmatch(text) is not None


def _reads_as(yaml: str, value: str) -> bool:
    found = read(yaml.encode())
    return isinstance(found, Source) and all(
        one == value for entry in found.data.values() for one in _listed(entry)
    )


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
