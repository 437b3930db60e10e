"""The kinds of record, and what all records have."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from samrum.model import MODELS, Organization
from samrum.model.record import Kind, SourceNote


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

    with pytest.raises(ValidationError, match="frozen"):
        note.document = "Ett annat"  # type: ignore[misc]  # what the test is about


def test_a_record_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="sources"):
        Organization.model_validate(
            {"id": "a", "sources": [], "name": "A", "classification": "råd"}
        )


def test_every_field_has_a_swedish_title_and_a_description() -> None:
    for model in MODELS.values():
        schemas = [model.model_json_schema(), *model.model_json_schema().get("$defs", {}).values()]
        for schema in schemas:
            for name, field in schema.get("properties", {}).items():
                assert field.get("title"), f"{schema['title']}.{name}"
                assert field.get("description"), f"{schema['title']}.{name}"


def test_a_group_of_fields_does_not_keep_which_of_them_were_given() -> None:
    note = SourceNote(document="Ett protokoll")

    assert note.model_fields_set == set()
    assert note == SourceNote(document="Ett protokoll", place=None)
    assert note.model_copy(update={"place": "§ 3"}) == SourceNote(
        document="Ett protokoll", place="§ 3"
    )
