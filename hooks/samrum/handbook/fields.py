"""A model -> its fields as Markdown: what each is called, what is written there, an example."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, get_args

from msgspec import Struct

from samrum.handbook.example import Example
from samrum.model.fields import FieldPlan, plan
from samrum.model.publish import Publish
from samrum.model.record import CommonFields, Record, Shape
from samrum.model.values import (
    Amount,
    Clock,
    Day,
    FileName,
    Id,
    Line,
    Markdown,
    NumberRange,
    PartialDate,
    Share,
    Url,
)
from samrum.schema import value_schema

_SORTS: tuple[tuple[Any, str], ...] = (
    (Line, "Text på en rad."),
    (Markdown, "Text. Stycken, listor, fetstil och länkar går bra; HTML och bilder inte."),
    (Day, "En hel dag: `2026-03-10`."),
    (PartialDate, "Så långt det är känt: `2026-03-10`, `2026-03`, `2026-vår` eller `2026`."),
    (Clock, "Klockslag med två siffror före och efter kolon: `08:30`."),
    (Amount, "Kronor utan mellanslag, `960000`, eller med ören, `960000.50`."),
    (Share, "Ett exakt bråk: `5/6`. Det hela är `1`."),
    (NumberRange, "Det första och det sista numret: `29-39`."),
    (Url, "En hel adress som börjar med `https://`."),
    (Id, "Små bokstäver a–z, siffror och bindestreck."),
    (FileName, "Små bokstäver a–z, siffror och bindestreck, och en ändelse."),
    (Publish, "`draft`, `published`, `withdrawn`, eller `on` och en dag."),
    (bool, "`true` (ja) eller `false` (nej)."),
)


def _key(sort: Any, marks: Iterable[object]) -> str:
    """What tells one sort of value from another: to Python most of them are plain text."""
    return json.dumps(value_schema(sort, marks))


def _parts(sort: Any) -> tuple[Any, tuple[object, ...]]:
    base, *marks = get_args(sort) or (sort,)
    return base, tuple(marks)


_VALUES = {_key(*_parts(sort)): words for sort, words in _SORTS}
_REFERENCES = {
    "organization": "Id för en organisation.",
    "matter": "Id för ett ärende.",
    "decision": "Id för ett beslut.",
    "strategy": "Id för en strategi.",
    "case-study": "Id för en fallstudie.",
    None: "Id för en post av vilket slag som helst.",
}


class _Group(Struct, frozen=True):
    """A group of fields, and the names of the fields that lead to it."""

    model: type[Shape]
    way: tuple[str, ...] = ()
    title: str = ""

    @property
    def anchor(self) -> str:
        return f"{'-'.join(self.way)}-fields"


class _Reference(Struct, frozen=True):
    """All that is told of a kind of record."""

    groups: tuple[_Group, ...]
    examples: Sequence[Example]

    def parts(self) -> Iterator[str]:
        for group in self.groups:
            if group.way:
                yield f"## {group.title} {{ #{group.anchor} }}"
                yield f"Fälten i {' › '.join(f'`{name}`' for name in group.way)}."
            for field in _own(group.model):
                yield from self._field(field, group)

    def _field(self, field: FieldPlan, group: _Group) -> Iterator[str]:
        way = (*group.way, field.name)
        must = "**Måste anges.** " if field.is_required else ""
        yield f"### {field.title} `{field.name}` {{ #{'-'.join(way)} }}"
        yield field.description
        if field.shape:
            yield must + self._shape(field.shape, field.many)
            return
        yield must + " ".join(self._value(field))
        examples = (one.of(way) for one in self.examples)
        yield from (f"```yaml\n{one}\n```" for one in islice(filter(None, examples), 1))

    def _shape(self, shape: type[Shape], many: bool) -> str:
        there = next(group for group in self.groups if issubclass(group.model, shape))
        known = [field.name for field in plan(shape)]
        more = [f"`{field.name}`" for field in plan(there.model) if field.name not in known]
        without = f", utom {' och '.join(more)}" if more else ""
        fields = f"[fälten i {there.title}](#{there.anchor}){without}"
        return f"En lista. Varje del har {fields}." if many else f"En grupp med {fields}."

    def _value(self, field: FieldPlan) -> Iterator[str]:
        if field.many:
            yield "En lista. Varje rad börjar med bindestreck."
        yield self._words(field)
        if not field.is_required and field.default not in (None, ()):
            told = json.dumps(field.default) if field.sort is bool else field.default
            yield f"Utan uppgift gäller `{told}`."

    def _words(self, field: FieldPlan) -> str:
        if field.ref:
            return _REFERENCES[field.ref.kind]
        if field.words:
            return f"Ett av orden {', '.join(f'`{word}`' for word in field.words)}."
        if field.sort is int:
            limits = value_schema(field.sort, field.marks)
            return f"Ett heltal från {limits['minimum']} till {limits['maximum']}."
        return _VALUES[_key(field.sort, field.marks)]


def fields_of(model: type[Record], examples: Sequence[Example]) -> str:
    """Every field of a kind of record that not all kinds have, and of every group in it."""
    return "\n\n".join(_Reference(_groups(model), examples).parts())


def ways(model: type[Record]) -> Iterator[tuple[str, ...]]:
    """The way to every field that `fields_of` tells of."""
    for group in _groups(model):
        yield from ((*group.way, field.name) for field in _own(group.model))


def _own(model: type[Shape]) -> tuple[FieldPlan, ...]:
    """The fields of a model; of a kind of record, those that it does not share with all kinds."""
    shared = CommonFields.__struct_fields__
    is_kind = issubclass(model, Record) and model is not CommonFields
    return tuple(one for one in plan(model) if not (is_kind and one.name in shared))


def _groups(model: type[Record]) -> tuple[_Group, ...]:
    """The model and every group in it, each where it is met first."""
    found: list[_Group] = []

    def visit(group: _Group) -> None:
        found.append(group)
        for field in _own(group.model):
            # A group that adds to another one tells of that too.
            if field.shape and not any(issubclass(one.model, field.shape) for one in found):
                visit(_Group(field.shape, (*group.way, field.name), field.title))

    visit(_Group(model))
    return tuple(found)
