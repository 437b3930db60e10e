"""Data that a model refuses -> findings in an editor's words, with stable codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Meta, ValidationError

from samrum.conversion import converted, made_ready, parsed, takes
from samrum.model.fields import FieldPlan, plan
from samrum.model.record import Shape
from samrum.model.values import Refused
from samrum.privacy import masked
from samrum.problems import Finding, Keys, suggestion

S = TypeVar("S", bound=Shape)

_MISSING = ("missing-field", "the field is required; add it")
_NO_ENTRY = ("missing-field", "at least one entry is required; add it")
_EMPTY = ("empty-field", "the field is empty; fill it in or take it away")
_NO_LIST = ("wrong-type", "a list is needed; begin each entry with a dash")
_NO_FIELDS = ("wrong-type", "fields are needed; write `name: value` lines below the key")
_NOT_ONE = ("wrong-type", "one value is needed, not several; write it after the colon")
_NO_TEXT = ("wrong-type", "a text is needed; put it in quotes")
_NO_NUMBER = ("wrong-type", "a whole number is needed; write it in digits")
_NO_TRUTH = ("wrong-type", "write true or false, in small letters and without quotes")
_SEVERAL_LINES = ("several-lines", "the text must stand on one line; join its lines")


def judged(data: object, model: type[S], path: str) -> S | tuple[Finding, ...]:
    """The group of fields that the data of a file are, or everything that is wrong with them."""
    try:
        return converted(data, model)
    except ValidationError:
        ready = made_ready(data, model)
    try:
        return converted(ready, model)
    except ValidationError:
        return tuple(findings_in(ready, model, path))


def findings_in(data: object, model: type[Shape], path: str) -> Iterator[Finding]:
    """A finding for everything that the model refuses, in the order of its fields.

    Beside fields that it knows, those that it does not know come last.
    """
    for keys, code, message in _of_shape(data, model, ()):
        yield Finding(path, keys, code, message)


_Wrong = tuple[Keys, str, str]


def _of_shape(data: object, model: type[Shape], keys: Keys) -> Iterator[_Wrong]:
    if not isinstance(data, Mapping):
        yield _about(keys, _NO_FIELDS)
        return
    known = plan(model)
    for field in known:
        here = (*keys, field.name)
        if field.name in data:
            yield from _of_field(data[field.name], field, here)
        elif field.is_required:
            yield _about(here, _MISSING)
    names = [field.name for field in known]
    for name in data:
        if name not in names:
            advice = suggestion(name, names) or f"; known here: {', '.join(names)}"
            yield (*keys, name), "unknown-field", f'no field "{_told(name)}"{advice}'


def _of_field(value: object, field: FieldPlan, keys: Keys) -> Iterator[_Wrong]:
    if not field.many:
        if value is not None or field.default is not None:
            yield from _of_value(value, field, keys)
    elif not isinstance(value, list):
        yield _about(keys, _EMPTY if value is None else _NO_LIST)
    elif len(value) < field.least:
        yield _about(keys, _NO_ENTRY)
    else:
        for place, one in enumerate(value):
            yield from _of_value(one, field, (*keys, place))


def _of_value(value: object, field: FieldPlan, keys: Keys) -> Iterator[_Wrong]:
    if value is None:
        yield _about(keys, _EMPTY)
    elif field.shape:
        yield from _of_shape(value, field.shape, keys)
    elif isinstance(value, dict | list):
        yield _about(keys, _NOT_ONE)
    elif not takes(field, value):
        yield _about(keys, _refusal(value, field))


def _about(keys: Keys, told: tuple[str, str]) -> _Wrong:
    code, message = told
    return keys, code, f"{_name(keys)}: {message}"


def _refusal(value: Any, field: FieldPlan) -> tuple[str, str]:
    """What is wrong with one value."""
    if field.sort is str:
        return _of_text(value, field)
    if field.sort is int:
        return _of_number(value, field)
    if field.sort is bool:
        return _NO_TRUTH
    if field.words:
        told = _told(value)
        advice = suggestion(told, field.words) or f"; write one of {', '.join(field.words)}"
        return "unknown-value", f'"{told}" is not one of the words for it{advice}'
    try:
        parsed(field.sort, value)
    except Refused as refused:
        return refused.code, refused.message.replace("{value}", _told(refused.value))
    raise AssertionError(f"msgspec refuses what {field.sort} takes")


def _of_text(value: object, field: FieldPlan) -> tuple[str, str]:
    if not isinstance(value, str):
        return _NO_TEXT
    longest = next((limit.max_length for limit in _limits(field) if limit.max_length), None)
    if not value and not field.form:
        return _EMPTY
    if longest is not None and len(value) > longest:
        return "too-long", f"longer than {longest} characters; shorten it"
    if field.form:
        return field.form.code, field.form.message.replace("{value}", _told(value))
    return _SEVERAL_LINES


def _of_number(value: object, field: FieldPlan) -> tuple[str, str]:
    if not isinstance(value, int) or isinstance(value, bool):
        return _NO_NUMBER
    limit = next(limit for limit in _limits(field) if limit.le is not None)
    if limit.ge is not None and value < limit.ge:
        return "out-of-range", f"{_told(value)} is too small; write at least {limit.ge}"
    return "out-of-range", f"{_told(value)} is too large; write at most {limit.le}"


def _limits(field: FieldPlan) -> Iterator[Meta]:
    return (mark for mark in field.marks if isinstance(mark, Meta))


def _name(keys: Keys) -> str:
    """The field in words: "funding.amount", "participants[3].party"; the third entry is [3]."""
    name = ""
    for key in keys:
        name += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if name else key
    return name


def _told(value: object) -> str:
    """What an editor wrote, short and on one line, as a message can quote it."""
    # Before it is cut: half a number is not known for what it is.
    text = masked(" ".join(str(value).split()))
    return text if len(text) <= 60 else f"{text[:59]}…"
