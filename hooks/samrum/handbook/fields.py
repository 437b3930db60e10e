"""A model -> its fields as Markdown: what each is called, what is written there, an example."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter

from samrum.handbook.example import Example
from samrum.model.fields import FieldPlan, plan
from samrum.model.publish import Publish
from samrum.model.record import Record, Shape
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


def _key(schema: Mapping[str, Any]) -> str:
    """What tells one sort of value from another; what is said of a field is no part of it."""
    about_field = ("title", "description", "default")
    told = {name: value for name, value in schema.items() if name not in about_field}
    return json.dumps(told, sort_keys=True)


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
# To Python most of them are plain text; their schemas differ.
_VALUES = {_key(TypeAdapter(sort).json_schema()): words for sort, words in _SORTS}
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
    """All that is told of a kind of record; `schemas` are by the name of the model."""

    groups: tuple[_Group, ...]
    schemas: Mapping[str, Any]
    examples: Sequence[Example]

    def parts(self) -> Iterator[str]:
        for group in self.groups:
            if group.way:
                yield f"## {group.title} {{ #{group.anchor} }}"
                yield f"Fälten i {' › '.join(f'`{name}`' for name in group.way)}."
            for field in _own(group.model):
                yield from self._field(field, group)

    def _field(self, field: FieldPlan, group: _Group) -> Iterator[str]:
        about = self.schemas[group.model.__name__]["properties"][field.name]
        way = (*group.way, field.name)
        must = "**Måste anges.** " if group.model.model_fields[field.name].is_required() else ""
        yield f"### {about['title']} `{field.name}` {{ #{'-'.join(way)} }}"
        yield about["description"]
        if field.shape:
            yield must + self._shape(field.shape, field.many)
            return
        yield must + " ".join(self._value(field, about))
        examples = (one.of(way) for one in self.examples)
        yield from (f"```yaml\n{one}\n```" for one in islice(filter(None, examples), 1))

    def _shape(self, shape: type[Shape], many: bool) -> str:
        there = next(group for group in self.groups if issubclass(group.model, shape))
        more = [f"`{name}`" for name in there.model.model_fields if name not in shape.model_fields]
        without = f", utom {' och '.join(more)}" if more else ""
        fields = f"[fälten i {there.title}](#{there.anchor}){without}"
        return f"En lista. Varje del har {fields}." if many else f"En grupp med {fields}."

    def _value(self, field: FieldPlan, about: Any) -> Iterator[str]:
        if field.many:
            yield "En lista. Varje rad börjar med bindestreck."
        yield self._words(field, about["items"] if field.many else about)
        default = about.get("default")
        if default not in (None, []):
            told = json.dumps(default) if isinstance(default, bool) else default
            yield f"Utan uppgift gäller `{told}`."

    def _words(self, field: FieldPlan, schema: Any) -> str:
        if field.ref:
            return _REFERENCES[field.ref.kind]
        schema = schema["anyOf"][0] if "anyOf" in schema else schema  # or null, which comes last
        if "$ref" in schema:
            words = self.schemas[schema["$ref"].rpartition("/")[2]]["enum"]
            return f"Ett av orden {', '.join(f'`{word}`' for word in words)}."
        if schema["type"] == "integer":
            return f"Ett heltal från {schema['minimum']} till {schema['maximum']}."
        return _VALUES[_key(schema)]


def fields_of(model: type[Record], examples: Sequence[Example]) -> str:
    """Every field of a kind of record that not all kinds have, and of every group in it."""
    schema = model.model_json_schema()
    schemas = {**schema["$defs"], model.__name__: schema}
    return "\n\n".join(_Reference(_groups(model), schemas, examples).parts())


def ways(model: type[Record]) -> Iterator[tuple[str, ...]]:
    """The way to every field that `fields_of` tells of."""
    for group in _groups(model):
        yield from ((*group.way, field.name) for field in _own(group.model))


def _own(model: type[Shape]) -> tuple[FieldPlan, ...]:
    """The fields of a model; of a kind of record, those that it does not share with all kinds."""
    is_kind = issubclass(model, Record) and model is not Record
    return tuple(one for one in plan(model) if not (is_kind and one.name in Record.model_fields))


def _groups(model: type[Record]) -> tuple[_Group, ...]:
    """The model and every group in it, each where it is met first."""
    found: list[_Group] = []

    def visit(group: _Group) -> None:
        found.append(group)
        for field in _own(group.model):
            # A group that adds to another one tells of that too.
            if field.shape and not any(issubclass(one.model, field.shape) for one in found):
                title = group.model.model_fields[field.name].title or field.name
                visit(_Group(field.shape, (*group.way, field.name), title))

    visit(_Group(model))
    return tuple(found)
