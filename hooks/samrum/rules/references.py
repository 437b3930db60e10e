"""Rules of references: every id that a record names is there, and is of the kind that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from samrum.catalogue import Catalogue
from samrum.entries import Decision
from samrum.model import MODELS, Record
from samrum.model.fields import Holds, walk
from samrum.problems import Keys, suggestion
from samrum.rules.rule import Archive, archive_rule, record_rule, repeats


@archive_rule("unknown-id")
def unknown_id(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Every id that a field names is the id of a record."""
    catalogue = archive.catalogue

    # An organization that is not there may be named in thousands of places.
    @cache
    def advice(target: str, kind: str | None) -> str:
        known = [id for id in catalogue.by_id if kind in (None, _kind_of(catalogue, id))]
        return suggestion(target, known) or "; add the record or correct the id"

    for path, keys, kind, target in _references(catalogue):
        if archive.lacks(target):
            yield path, keys, f'no {kind or "record"} "{target}"{advice(target, kind)}'


@archive_rule("wrong-kind")
def wrong_kind(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """An id names a record of the kind that the field means."""
    for path, keys, kind, target in _references(archive.catalogue):
        found = _kind_of(archive.catalogue, target)
        if kind is not None and found not in (None, kind):
            yield path, keys, f'"{target}" is {_a(found)}; name {_a(kind)} here'


@archive_rule("unknown-record")
def unknown_record(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """Every `record:` link in a text leads to a record."""
    for path, links in archive.catalogue.links.items():
        for keys, target in links:
            if archive.lacks(target):
                known = archive.catalogue.by_id
                advice = suggestion(target, known) or "; add the record or correct the link"
                yield path, keys, f'the text links to no record "{target}"{advice}'


@record_rule("names-itself", Record)
def names_itself(record: Record) -> Iterator[tuple[Keys, str]]:
    """A record does not name itself."""
    for keys, _, target in walk(record, Holds.REFERENCE):
        if target == record.id:
            yield keys, f'"{target}" is the record itself; take it out or name another'


@record_rule("named-twice", Record)
def named_twice(record: Record) -> Iterator[tuple[Keys, str]]:
    """A list of ids names each of them once."""
    listed = [(keys, target) for keys, field, target in walk(record, Holds.REFERENCE) if field.many]
    for place in repeats((keys[:-1], target) for keys, target in listed):
        keys, target = listed[place]
        yield keys, f'"{target}" is in the list already; take one out'


def _references(catalogue: Catalogue) -> Iterator[tuple[str, Keys, str | None, str]]:
    for file in catalogue.files:
        for keys, field, target in walk(file.record, Holds.REFERENCE):
            yield file.path, keys, field.ref.kind if field.ref else None, target


def _kind_of(catalogue: Catalogue, id: str) -> str | None:
    found = catalogue.find(id)
    if isinstance(found, Decision):
        return "decision"
    return next((kind.value for kind, model in MODELS.items() if isinstance(found, model)), None)


def _a(kind: str | None) -> str:
    return f"{'an' if str(kind)[0] in 'eo' else 'a'} {kind}"


RULES = (unknown_id, wrong_kind, unknown_record, names_itself, named_twice)
