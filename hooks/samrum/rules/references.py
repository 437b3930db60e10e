"""Rules of references: every id that a record names is there, and is of the kind that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from samrum.catalogue import Catalogue, RecordFile
from samrum.entries import Decision
from samrum.model import MODELS, Kind, Record
from samrum.problems import Keys, suggestion
from samrum.rules.rule import Archive, archive_rule, file_rule, repeats


@archive_rule("unknown-id")
def unknown_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Every id that a field names is the id of a record."""
    catalogue = archive.catalogue

    # An organization that is not there may be named in thousands of places.
    @cache
    def advice(target: str, kind: str | None) -> str:
        known = [id for id, known in kinds.items() if kind in (None, known)]
        return suggestion(target, known) or "; add the record or correct the id"

    kinds = _kinds(catalogue)
    for path, keys, kind, target in _references(catalogue):
        if target not in kinds and archive.lacks(target):
            yield path, keys, f'no {kind or "record"} "{target}"{advice(target, kind)}'


@archive_rule("wrong-kind")
def wrong_kind(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id names a record of the kind that the field means."""
    kinds = _kinds(archive.catalogue)
    for path, keys, kind, target in _references(archive.catalogue):
        found = kinds.get(target, kind)
        if kind is not None and found != kind:
            yield path, keys, f'"{target}" is {_a(found)}; name {_a(kind)} here'


@archive_rule("unknown-record")
def unknown_record(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Every `record:` link in a text leads to a record."""
    for file in archive.catalogue.files:
        for keys, target in file.names.links:
            if archive.lacks(target):
                known = archive.catalogue.by_id
                advice = suggestion(target, known) or "; add the record or correct the link"
                yield file.path, keys, f'the text links to no record "{target}"{advice}'


@file_rule("names-itself", Record)
def names_itself(file: RecordFile) -> Iterator[tuple[Keys, str]]:
    """A record does not name itself."""
    for one in file.names.references:
        if one.target == file.record.id:
            yield one.keys, f'"{one.target}" is the record itself; take it out or name another'


@file_rule("named-twice", Record)
def named_twice(file: RecordFile) -> Iterator[tuple[Keys, str]]:
    """A list of ids names each of them once."""
    listed = [(one.keys, one.target) for one in file.names.references if one.is_listed]
    for place in repeats((keys[:-1], target) for keys, target in listed):
        keys, target = listed[place]
        yield keys, f'"{target}" is in the list already; take one out'


def _references(catalogue: Catalogue) -> Iterator[tuple[str, Keys, str | None, str]]:
    for file in catalogue.files:
        for one in file.names.references:
            yield file.path, one.keys, one.kind, one.target


def _kinds(catalogue: Catalogue) -> dict[str, str]:
    """The kind of everything that has an id."""
    return {id: _KINDS[type(entry)] for id, entry in catalogue.by_id.items()}


_KINDS: dict[type, str] = {
    **{model: kind.value for kind, model in MODELS.items()},
    Decision: Kind.DECISION.value,
}


def _a(kind: str | None) -> str:
    return f"{'an' if str(kind)[0] in 'eo' else 'a'} {kind}"


RULES = (unknown_id, wrong_kind, unknown_record, names_itself, named_twice)
