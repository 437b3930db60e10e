"""What an editor knows of a new record -> a draft of it, with blanks and Swedish comments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import to_builtins

from samrum.blanks import BLANK
from samrum.layout import lay_out, order
from samrum.model import MODELS, Kind, Meeting
from samrum.model.meeting import Attendee
from samrum.schema import reference, schema

# What is told of a record when it is public already.
_LATER = {"withdrawal", "corrections", "moved_from"}
# A protocol without sections is none.
_WANTED = {Kind.MEETING: {"agenda_items"}}

_HEAD = (
    f"# Utkast. Skriv i stället för varje {BLANK}. Ta bort # framför de fält som behövs och radera",
    "# resten, även den här texten. Pröva sedan: samrum check",
)
_SORT = "Radera den här posten när listan är sorterad efter protokollet."


def draft(kind: Kind, given: Mapping[str, str], depth: int, last: Meeting | None = None) -> bytes:
    """A record that passes every check once its blanks are filled in.

    `given` are values by field, `depth` is the number of folders between records/ and the file,
    and `last` is a meeting whose members are likely to be those of the new one.
    """
    drawer = _Drawer(schema(kind))
    wanted = _WANTED.get(kind, set())
    lines = list(_HEAD)
    fields = drawer.fields(drawer.root)
    for name in order(MODELS[kind]):
        field = fields[name]
        if name in given:
            lines.append(f"{name}: {_quoted(given[name])}")
        elif name == "participants" and last:
            lines += [f"{name}:{_comment(field)}", *_attendance(last)]
        elif name in drawer.root["required"] or name in wanted:
            lines += drawer.entry(name, field)
        elif name not in _LATER:
            lines += [f"# {line}" for line in drawer.entry(name, field)]
    raw = "\n".join((*lines, "")).encode()
    return lay_out(raw, MODELS[kind], reference(kind, depth))


def slug(text: str) -> str:
    """An id made of the words of a text: "Färdplan för nära vård" is fardplan-for-nara-vard."""
    letters = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(re.findall("[a-z0-9]+", bare))[:80].rstrip("-")


class _Drawer:
    """Blanks for the fields that a schema tells of."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root

    def fields(self, group: dict[str, Any]) -> dict[str, dict[str, Any]]:
        properties: dict[str, dict[str, Any]] = group["properties"]
        return properties

    def entry(self, name: str, field: dict[str, Any]) -> list[str]:
        """A field with blanks in it, and beside it what an editor has to know."""
        shape = self._shape(field)
        is_list = field.get("type") == "array"
        comment = _comment(field, self._words(field))
        if shape is None and not is_list:
            return [f"{name}: {BLANK}{comment}"]
        if shape is None:
            return [f"{name}:{comment}", f"  - {BLANK}"]
        inside = [line for one in shape["required"] for line in self._required(one, shape)]
        first, rest = ("  - ", "    ") if is_list else ("  ", "  ")
        lines = [first + inside[0], *(rest + line for line in inside[1:])]
        more = [one for one in self.fields(shape) if one not in shape["required"]]
        if more:
            lines.append(f"{rest}# Fler fält: {', '.join(more)}.")
        return [f"{name}:{comment}", *lines]

    def _required(self, name: str, shape: dict[str, Any]) -> list[str]:
        return self.entry(name, self.fields(shape)[name])

    def _shape(self, field: dict[str, Any]) -> dict[str, Any] | None:
        """The group of fields that a field, or each item of it, holds."""
        target = self._target(field.get("items", field))
        return target if target and "properties" in target else None

    def _words(self, field: dict[str, Any]) -> Iterable[str]:
        """The words of which a field has one."""
        target = self._target(field)
        return target.get("enum", ()) if target else ()

    def _target(self, field: dict[str, Any]) -> dict[str, Any] | None:
        for one in (field, *field.get("anyOf", ())):
            if "$ref" in one:
                found: dict[str, Any] = self.root["$defs"][one["$ref"].rpartition("/")[2]]
                return found
        return None


def _comment(field: dict[str, Any], words: Iterable[str] = ()) -> str:
    told = f"  # {field['description']}"
    return f"{told} Ett av: {', '.join(words)}." if words else told


def _attendance(last: Meeting) -> Iterator[str]:
    """Everybody who was called to the last meeting, below a blank: so the list is looked at."""
    yield f"  - name: {BLANK}  # {_SORT}"
    yield f"    on_behalf_of: {BLANK}"
    for title, attendees in (("Närvarande", last.participants), ("Frånvarande", last.absentees)):
        for place, attendee in enumerate(attendees):
            if not place:
                yield f"  # {title} på mötet {last.id}:"
            yield from _attendee(attendee)


def _attendee(attendee: Attendee) -> Iterator[str]:
    said = [(name, value) for name, value in to_builtins(attendee).items() if value is not None]
    for place, (name, value) in enumerate(said):
        yield f"  {'  ' if place else '- '}{name}: {_quoted(value)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
