"""The models -> a JSON Schema for each kind of record, with Swedish words for its fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Meta, to_builtins

from samrum.model import MODELS, Kind
from samrum.model.fields import FieldPlan, plan
from samrum.model.record import Shape
from samrum.model.values import InFile

FOLDER = "schemas"
"""The folder of records/ that holds the schemas, for editors that complete and check."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SORTS: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_TITLES = {
    Kind.ORGANIZATION: "Organisation",
    Kind.MEETING: "Möte med protokoll",
    Kind.DECISION: "Beslut utan protokoll i arkivet",
    Kind.STRATEGY: "Strategi, plan eller överenskommelse",
    Kind.CASE_STUDY: "Fallstudie",
    Kind.MATTER: "Ärende",
    Kind.EVENT: "Händelse i kalendern",
}


def file_name(kind: Kind) -> str:
    """The name of the file that holds the schema of a kind."""
    return f"{kind.value}.schema.json"


def reference(kind: Kind, depth: int) -> str:
    """The way to a kind's schema from a record, `depth` folders below records/."""
    return f"{'../' * depth}{FOLDER}/{file_name(kind)}"


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind, in JSON Schema 2020-12."""
    groups: dict[str, dict[str, Any]] = {}
    made = _group(MODELS[kind], groups)
    head = {
        "$schema": _DIALECT,
        "$comment": "Made by `samrum schema` from the models; changes here are lost.",
        "title": _TITLES[kind],
    }
    return {**head, **made, "$defs": dict(sorted(groups.items()))}


def value_schema(sort: Any, marks: Iterable[object] = ()) -> dict[str, Any]:
    """The schema of one value that is neither a group nor a word of a list."""
    if hasattr(sort, "SCHEMA"):
        return dict(sort.SCHEMA)
    told = dict(_SORTS[sort])
    for mark in marks:
        if isinstance(mark, InFile):
            return dict(mark.schema)
        if isinstance(mark, Meta):
            limits = {
                "maxLength": mark.max_length,
                "pattern": mark.pattern and mark.pattern.replace(r"\Z", "$"),
                "minimum": mark.ge,
                "maximum": mark.le,
            }
            told |= {name: limit for name, limit in limits.items() if limit is not None}
    return told


def _group(model: type[Shape], groups: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The schema of a group of fields; those of what it holds are put among the groups, by name."""
    fields = plan(model)
    made = {
        "additionalProperties": False,
        "properties": {field.name: _field(field, groups) for field in fields},
        "type": "object",
    }
    required = [field.name for field in fields if field.is_required]
    return {**made, "required": required} if required else made


def _field(field: FieldPlan, groups: dict[str, dict[str, Any]]) -> dict[str, Any]:
    about: dict[str, Any] = {"title": field.title, "description": field.description}
    one = _one(field, groups)
    if field.many:
        least = {"minItems": field.least} if field.least else {}
        return {**about, "type": "array", "items": one, **least}
    if field.default is None:
        # One schema, not two: then an editor tells what is wrong, and not that nothing fits. For
        # what stands among the groups there is no way round it.
        if "$ref" in one:
            return {**about, "anyOf": [one, {"type": "null"}]}
        types = one["type"] if isinstance(one["type"], list) else [one["type"]]
        return {**about, **one, "type": [*types, "null"]}
    # No default that says nothing, or the editor would write it out.
    default = {} if field.is_required else {"default": to_builtins(field.default, enc_hook=str)}
    return {**about, **one, **default}


def _one(field: FieldPlan, groups: dict[str, dict[str, Any]]) -> dict[str, Any]:
    sort = field.sort
    if field.shape:
        if sort.__name__ not in groups:
            groups[sort.__name__] = {}  # there already for what it holds, which may be itself
            groups[sort.__name__] = _group(field.shape, groups)
    elif field.words:
        groups[sort.__name__] = {"enum": list(field.words), "type": "string"}
    else:
        return value_schema(sort, field.marks)
    return {"$ref": f"#/$defs/{sort.__name__}"}


def words(kind: Kind, field: str) -> tuple[str, ...]:
    """The words of which a required field has one; none for a field that takes others."""
    made = schema(kind)
    group = made["properties"][field].get("$ref", "").rpartition("/")[2]
    return tuple(made["$defs"].get(group, {}).get("enum", ()))


@cache  # they follow from the code alone, and take as long as a hundred pages
def files() -> Mapping[str, bytes]:
    """Every schema by the name of its file."""
    return {file_name(kind): _bytes(schema(kind)) for kind in Kind}


def _bytes(made: dict[str, Any]) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
