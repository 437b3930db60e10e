"""The models -> a JSON Schema for each kind of record, with Swedish words for its fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from samrum.model import MODELS, Kind

FOLDER = "schemas"
"""The folder of records/ that holds the schemas, for editors that complete and check."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
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
    made = MODELS[kind].model_json_schema()
    groups = made.pop("$defs", {})
    for group in (made, *groups.values()):
        # A class is described in English, and only for those who read the code.
        group.pop("description", None)
        group.pop("title", None)
        for name, field in group.get("properties", {}).items():
            group["properties"][name] = _plainer(field)
    head = {
        "$schema": _DIALECT,
        "$comment": "Made by `samrum schema` from the models; changes here are lost.",
        "title": _TITLES[kind],
    }
    return {**head, **made, "$defs": groups}


def _plainer(field: dict[str, Any]) -> dict[str, Any]:
    """The same schema of a field, as an editor that completes and explains can use it best."""
    if field.get("default", "") in (None, []):
        del field["default"]  # or the editor would write it out
    choice, *others = field.get("anyOf", [{}])
    if others != [{"type": "null"}] or "type" not in choice:
        return field
    # One schema, not two: then an editor tells what is wrong, and not that nothing fits.
    types = choice["type"] if isinstance(choice["type"], list) else [choice["type"]]
    about = {key: value for key, value in field.items() if key != "anyOf"}
    return {**about, **choice, "type": [*types, "null"]}


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
