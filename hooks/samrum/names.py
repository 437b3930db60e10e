"""A record -> what it names: ids in its fields, links in its Markdown, files in its papers."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from samrum.model import Record
from samrum.model.decision import Paper
from samrum.model.fields import Holds, walk
from samrum.problems import Keys
from samrum.text import record_links


class Reference(Struct, frozen=True, array_like=True):
    """An id in a field, and the way to it.

    `kind` is the kind of record that the field means, if it means one; `is_listed` tells whether
    the id is one of a list.
    """

    keys: Keys
    target: str
    kind: str | None
    is_listed: bool


class Names(Struct, frozen=True, array_like=True):
    """What a record names, each in the model's order: ids, links and files with their ways."""

    references: tuple[Reference, ...] = ()
    links: tuple[tuple[Keys, str], ...] = ()
    files: tuple[tuple[Keys, str], ...] = ()


def shared(names: Names, known: dict[object, Any]) -> Names:
    """The same names, of which those that are known already are the objects that are known.

    In a thousand protocols the same municipalities are named from the same places.
    """
    one = known.setdefault
    return Names(
        tuple([one(reference, reference) for reference in names.references]),
        tuple([one(link, link) for link in names.links]),
        tuple([one(file, file) for file in names.files]),
    )


def names_in(record: Record) -> Names:
    """All that a record names."""
    references: list[Reference] = []
    links: list[tuple[Keys, str]] = []
    files: list[tuple[Keys, str]] = []
    for keys, field, value in walk(record, Holds.REFERENCE, Holds.MARKDOWN, Paper):
        if field.ref:
            references.append(Reference(keys, value, field.ref.kind, field.many))
        elif field.shape is None:
            if "record:" in value:
                links.extend((keys, target) for target, _line in record_links(value))
        elif value.file:
            files.append(((*keys, "file"), value.file))
    return Names(tuple(references), tuple(links), tuple(files))
