"""The schemas accept what the models accept, and speak Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from samrum.diagnosis import judged
from samrum.load import records_in
from samrum.model import MODELS, Kind
from samrum.schema import FOLDER, file_name, files, reference, schema, words
from samrum.source import Source, read
from tests.world import record

ROOT = Path(__file__).parents[1]
RECORDS = ROOT / "records"
VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in Kind}


def fields(kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    made = schema(kind)
    for group in (made, *made["$defs"].values()):
        yield from group.get("properties", {}).items()


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_swedish_words_and_none_fills_in_nothing(kind: Kind) -> None:
    for name, field in fields(kind):
        assert field["title"][0].isupper() or field["title"] == "§", name
        assert field["description"].endswith("."), name
        assert field.get("default", "") not in (None, []), name


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_bytes() for path in (RECORDS / FOLDER).glob("*")}

    assert committed == files()


@pytest.mark.parametrize(
    ("path", "kind"),
    list(records_in(RECORDS)),
    ids=lambda one: one.stem if isinstance(one, Path) else "",
)
def test_the_records_of_the_archive_fit_their_schemas(path: Path, kind: Kind) -> None:
    source = read(path.read_bytes())

    assert isinstance(source, Source)
    assert not [error.message for error in VALIDATORS[kind].iter_errors(source.data)]


TEXTS = (
    *("2024-05-13", "2024-05", "2024-höst", "08:30", "29-39", "29 – 39", "5/6", "960000.50", ""),
    *("SEK", "testkoping", "Ord\n", " Ord och mer. ", "a\nb", "https://a.example/b", "fil.pdf"),
    *("draft", "on 2024-06-01", "möte", "bifall", "förslag", "samråd", "pågår", "väntar"),
    *("exklusive", "kallat", "antagen", "strategi", "planerat", "genomfört"),
)
GROUPS: tuple[object, ...] = (
    [{"document": "D"}],
    [{"document": 7, "place": None}],
    [{"name": "A", "number": 1}],
    {"amount": 7, "shares": [{"principal": "a", "fraction": 1}]},
    [{"to": "a", "task": "B"}],
)
SOME = st.sampled_from(
    [*TEXTS, 2024, 960000, 1, 12, True, False, None, [], {}, ["namnd"], [2024], *GROUPS]
)


@given(st.sampled_from(Kind), st.data())
def test_what_a_model_accepts_its_schema_accepts(kind: Kind, data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from(list(MODELS[kind].__struct_fields__)), max_size=3))
    made = read(record(f"{kind.folder}/a.yml").encode())
    assert isinstance(made, Source)
    record_data = {**made.data, **{name: data.draw(SOME) for name in sorted(names)}}
    if isinstance(judged(record_data, MODELS[kind], "a.yml"), tuple):
        return

    assert not [error.message for error in VALIDATORS[kind].iter_errors(record_data)]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (Kind.EVENT, "type", "fest"),
        (Kind.EVENT, "date", 7),
        (Kind.MEETING, "agenda_numbers", "§ 3"),
        (Kind.MATTER, "heading", "A"),
        (Kind.MATTER, "title", ""),
        (Kind.MATTER, "sources", []),
    ],
)
def test_a_schema_refuses_what_is_wrong(kind: Kind, field: str, value: object) -> None:
    made = read(record(f"{kind.folder}/a.yml").encode())
    assert isinstance(made, Source)

    assert not VALIDATORS[kind].is_valid({**made.data, field: value})


def test_the_way_from_a_record_to_its_schema() -> None:
    assert file_name(Kind.CASE_STUDY) == "case-study.schema.json"
    assert reference(Kind.MEETING, 2) == "../../schemas/meeting.schema.json"


def test_the_words_of_a_field() -> None:
    assert words(Kind.EVENT, "type") == ("möte", "extra möte", "seminarium")
    assert words(Kind.EVENT, "date") == ()
