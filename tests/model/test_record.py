"""The kinds of record, and what all records have."""

from __future__ import annotations

import pytest
from msgspec import ValidationError

from samrum.conversion import converted
from samrum.model import MODELS, Organization
from samrum.model.fields import plan
from samrum.model.record import Kind, Shape, SourceNote


def test_every_kind_has_a_model_and_a_folder_of_its_own() -> None:
    assert set(MODELS) == set(Kind)
    assert [kind.folder for kind in Kind] == [
        "organizations",
        "meetings",
        "decisions",
        "strategies",
        "case-studies",
        "matters",
        "events",
    ]


def test_a_record_cannot_be_changed() -> None:
    note = SourceNote(document="Ett protokoll")

    with pytest.raises(AttributeError, match="immutable"):
        note.document = "Ett annat"  # type: ignore[misc]  # what the test is about


def test_a_record_without_a_source_is_refused() -> None:
    data = {"id": "a", "sources": [], "name": "A", "classification": "råd"}

    with pytest.raises(ValidationError, match="sources"):
        converted(data, Organization)


def test_every_field_has_a_swedish_title_and_a_description() -> None:
    waiting: list[type[Shape]] = list(MODELS.values())
    for model in waiting:
        for field in plan(model):
            assert field.title, f"{model.__name__}.{field.name}"
            assert field.description, f"{model.__name__}.{field.name}"
            if field.shape and field.shape not in waiting:
                waiting.append(field.shape)
