"""What the fields of a model hold, and the walk over a record."""

from __future__ import annotations

import pytest

from samrum.model import MODELS, Meeting, Strategy
from samrum.model.decision import Assignment, Delivery, Paper
from samrum.model.fields import FieldPlan, Holds, plan, walk
from samrum.model.meeting import AgendaDecision, AgendaItem, ItemContent
from samrum.model.record import CommonFields, Kind, Shape
from samrum.model.values import Ref


def fields(model: type[Shape]) -> dict[str, FieldPlan]:
    return {field.name: field for field in plan(model)}


def test_a_field_is_a_reference_text_markdown_a_group_or_another_value() -> None:
    assert {name: field.holds for name, field in fields(Strategy).items()} == {
        "id": Holds.TEXT,
        "sources": Holds.SHAPE,
        "publish": Holds.VALUE,
        "withdrawal": Holds.SHAPE,
        "corrections": Holds.SHAPE,
        "moved_from": Holds.TEXT,
        "title": Holds.TEXT,
        "type": Holds.VALUE,
        "progress": Holds.VALUE,
        "progress_note": Holds.TEXT,
        "scope": Holds.TEXT,
        "summary": Holds.MARKDOWN,
        "adopted_on": Holds.VALUE,
        "adopted_by": Holds.REFERENCE,
        "owner": Holds.REFERENCE,
        "valid_from": Holds.VALUE,
        "validity": Holds.SHAPE,
        "supersedes": Holds.REFERENCE,
        "url": Holds.TEXT,
        "matters": Holds.REFERENCE,
        "related": Holds.REFERENCE,
    }


def test_a_reference_knows_the_kind_that_it_means() -> None:
    assert fields(Strategy)["owner"].ref == Ref("organization")
    assert fields(Strategy)["related"].ref == Ref()


def test_every_reference_means_a_kind_that_there_is() -> None:
    kinds = {field.ref.kind for model in MODELS.values() for field in plan(model) if field.ref}

    assert kinds <= {None, *Kind}


def test_a_list_is_told_from_a_pair_of_numbers() -> None:
    assert fields(Meeting)["agenda_items"].many
    assert not fields(Meeting)["agenda_numbers"].many


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        (
            Holds.REFERENCE,
            [
                (("to",), "ida"),
                (("strategy",), "plan"),
                (("deliveries", 0, "to", 0), "ada"),
                (("deliveries", 0, "to", 1), "bo"),
            ],
        ),
        (Holds.TEXT, [(("task",), "Utreda"), (("deliveries", 0, "name"), "Rapport")]),
        (Holds.MARKDOWN, []),
        (Holds.SHAPE, [(("deliveries", 0), Delivery(name="Rapport", to=("ada", "bo")))]),
    ],
)
def test_a_walk_finds_every_value_of_a_sort_and_the_way_to_it(
    holds: Holds, expected: list[object]
) -> None:
    assignment = Assignment(
        to="ida",
        task="Utreda",
        strategy="plan",
        deliveries=(Delivery(name="Rapport", to=("ada", "bo")),),
    )

    assert [(keys, value) for keys, _, value in walk(assignment, holds)] == expected


def test_a_walk_finds_one_group_of_fields_at_every_depth() -> None:
    paper = Paper(title="Rapport")
    decision = AgendaDecision(title="Buss", resolution=("Köp.",), papers=(paper,))
    item = AgendaItem(number=1, name="Buss", parts=(ItemContent(name="Del", decision=decision),))

    assert [(keys, value) for keys, _, value in walk(item, Paper)] == [
        (("parts", 0, "decision", "papers", 0), paper)
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_the_fields_that_all_have_as_they_are_there(kind: Kind) -> None:
    assert set(map(repr, plan(CommonFields))) <= set(map(repr, plan(MODELS[kind])))
