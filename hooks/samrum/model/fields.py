"""A model class -> what each of its fields holds, so that a walk needs no list of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields

from samrum.model.record import Shape
from samrum.model.values import Form, Ref, Rich
from samrum.problems import Keys


class Holds(Enum):
    """What a field is to somebody who walks a record."""

    REFERENCE = auto()
    MARKDOWN = auto()
    TEXT = auto()
    SHAPE = auto()
    VALUE = auto()


class FieldPlan(Struct, frozen=True):
    """One field: `ref` is given for references, `shape` for nested groups of fields.

    `sort` is the type of the value, or of each in a list, and `marks` are what is said of it.
    """

    name: str
    holds: Holds
    many: bool
    ref: Ref | None
    shape: type[Shape] | None
    sort: Any
    marks: tuple[object, ...]
    least: int
    """How many a list has at least."""
    default: Any
    title: str
    description: str

    @property
    def form(self) -> Form | None:
        """What is told of a text that is not of the form that it must have."""
        return next((mark for mark in self.marks if isinstance(mark, Form)), None)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which it takes one; none if it takes others."""
        is_one_of_some = isinstance(self.sort, type) and issubclass(self.sort, Enum)
        return tuple(word.value for word in self.sort) if is_one_of_some else ()

    @property
    def is_required(self) -> bool:
        """Whether it has to be in the file."""
        return self.default is NODEFAULT


@cache
def plan(model: type[Shape]) -> tuple[FieldPlan, ...]:
    """The fields of a model in the order in which it declares them."""
    return tuple(map(_plan, fields(model)))


@cache
def plans(model: type[Shape]) -> Mapping[str, FieldPlan]:
    """The same fields by their names."""
    return {field.name: field for field in plan(model)}


def walk(shape: Shape, *sought: Holds | type[Shape]) -> Iterator[tuple[Keys, FieldPlan, Any]]:
    """Every value of a record that is of one of some sorts, with the way to it, in order.

    A sort is what a field holds, or a group of fields that is meant.
    """
    # A list, for a value deep in a record would come through a generator at each level.
    found: list[tuple[Keys, FieldPlan, Any]] = []
    _gather(shape, sought, (), found)
    return iter(found)


def _gather(
    shape: Shape,
    sought: tuple[Holds | type[Shape], ...],
    keys: Keys,
    found: list[tuple[Keys, FieldPlan, Any]],
) -> None:
    for name, field, is_sought, leads_on in _ways(type(shape), sought):
        value = getattr(shape, name)
        if value is None or value == ():  # as most are
            continue
        way = (*keys, name)
        for place, one in enumerate(value) if field.many else ((None, value),):
            here = way if place is None else (*way, place)
            if is_sought:
                found.append((here, field, one))
            if leads_on:
                _gather(one, sought, here, found)


@cache
def _ways(
    model: type[Shape], sought: tuple[Holds | type[Shape], ...]
) -> tuple[tuple[str, FieldPlan, bool, bool], ...]:
    """The fields to look into: whether each is of a sort, and whether some are inside it."""
    ways: list[tuple[str, FieldPlan, bool, bool]] = []
    for field in plan(model):
        is_sought = field.holds in sought or field.shape in sought
        leads_on = field.shape is not None and bool(_ways(field.shape, sought))
        if is_sought or leads_on:
            ways.append((field.name, field, is_sought, leads_on))
    return tuple(ways)


def _plan(field: FieldInfo) -> FieldPlan:
    annotation, marks = _unwrapped(field.type)
    many = get_origin(annotation) is tuple and get_args(annotation)[-1] is Ellipsis
    limits = [mark for mark in marks if isinstance(mark, Meta)]
    if many:
        annotation, marks = _unwrapped(get_args(annotation)[0])
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    holds = _holds(annotation, ref, marks)
    return FieldPlan(
        name=field.name,
        holds=holds,
        many=many,
        ref=ref,
        shape=annotation if holds is Holds.SHAPE else None,
        sort=annotation,
        marks=marks,
        least=max((limit.min_length or 0 for limit in limits), default=0) if many else 0,
        default=field.default,
        title=next((limit.title for limit in limits if limit.title), ""),
        description=next((limit.description for limit in limits if limit.description), ""),
    )


def _holds(sort: Any, ref: Ref | None, marks: tuple[object, ...]) -> Holds:
    if ref is not None:
        return Holds.REFERENCE
    if isinstance(sort, type) and issubclass(sort, Shape):
        return Holds.SHAPE
    if any(isinstance(mark, Rich) for mark in marks):
        return Holds.MARKDOWN
    return Holds.TEXT if sort is str else Holds.VALUE


def _unwrapped(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """The type inside `Annotated[...]` and `... | None`, with all marks met on the way."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            marks = (*inner, *marks)
        elif get_origin(annotation) in (Union, UnionType):
            (annotation,) = (one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation, marks
