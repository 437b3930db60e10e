"""Data as a file holds them -> a group of fields of a model, checked while it is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar

from msgspec import ValidationError, convert
from msgspec.msgpack import Decoder, encode

from samrum.model.fields import FieldPlan, plans
from samrum.model.record import Shape
from samrum.model.values import parse_day

S = TypeVar("S", bound=Shape)

# No longer than those that `source` takes for numbers: for Python, too, there is a longest.
_NUMBER = re.compile(r"\s*[0-9]{1,18}\s*")


def converted(data: object, model: type[S]) -> S:
    """The group of fields that the data are; raises ValidationError at the first that is wrong."""
    return convert(data, model, dec_hook=parsed)


def packed(data: object) -> bytes:
    """The data as MessagePack, which goes from process to process, and is kept."""
    return encode(data)


def unpacked(data: bytes, model: type[S]) -> S:
    """The group of fields that packed data are; raises ValidationError as `converted` does."""
    made: S = _decoder(model).decode(data)
    return made


def made_ready(data: object, model: type[Shape]) -> object:
    """The data as a model takes them: no blanks around a text, and a number in its place is one."""
    if not isinstance(data, Mapping):
        return data
    fields = plans(model)
    return {
        name: _ready(value, fields[name]) if name in fields else value
        for name, value in data.items()
    }


def one_ready(value: object, field: FieldPlan) -> object:
    """One value of a field, or of its list, as the model takes it."""
    if field.shape:
        return made_ready(value, field.shape)
    if field.sort is str and not field.form:
        return str(value).strip() if type(value) in (str, int) else value
    if field.sort is int and isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    return value


def takes(field: FieldPlan, value: object) -> bool:
    """Whether a field takes a value that has been made ready, or has it in its list."""
    sort: Any = Annotated[field.sort, *field.marks] if field.marks else field.sort
    try:
        convert(value, sort, dec_hook=parsed)
    except ValidationError:
        return False
    return True


def parsed(sort: Any, value: object) -> Any:
    """A value that is typed as one word; raises Refused."""
    return parse_day(value) if sort is date else sort.parse(value)


@cache
def _decoder(model: type[Shape]) -> Decoder[Any]:
    return Decoder(model, dec_hook=parsed)


def _ready(value: object, field: FieldPlan) -> object:
    if field.many and isinstance(value, list):
        return [one_ready(one, field) for one in value]
    return one_ready(value, field)
