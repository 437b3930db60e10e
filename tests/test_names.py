"""What a record names."""

from __future__ import annotations

from samrum.model import DecisionRecord
from samrum.names import Reference, names_in, shared
from tests.world import shape

DECISION = {
    "id": "bron",
    "sources": [{"document": "Ett protokoll", "record": "namnd-2024-05-13"}],
    "organization": "namnd",
    "title": "Bron byggs",
    "resolution": ["att följa [planen](record:bussplanen)"],
    "papers": [{"title": "Ritning"}, {"title": "Karta", "file": "karta.pdf"}],
    "matters": ["broar"],
}


def test_a_record_names_ids_in_fields_and_texts_and_files_in_its_papers() -> None:
    names = names_in(shape(DecisionRecord, DECISION))

    assert names.references == (
        Reference(("sources", 0, "record"), "namnd-2024-05-13", None, is_listed=False),
        Reference(("organization",), "namnd", "organization", is_listed=False),
        Reference(("matters", 0), "broar", "matter", is_listed=True),
    )
    assert names.links == ((("resolution", 0), "bussplanen"),)
    assert names.files == ((("papers", 1, "file"), "karta.pdf"),)


def test_what_is_named_alike_from_the_same_place_is_one_thing() -> None:
    one, other = (names_in(shape(DecisionRecord, DECISION)) for _ in range(2))
    known: dict[object, object] = {}

    first, second = shared(one, known), shared(other, known)

    assert first == second == one
    pairs = zip((*first.references, *first.links), (*second.references, *second.links), strict=True)
    assert all(a is b for a, b in pairs)
