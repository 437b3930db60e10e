"""The table tells of every document what the page narrows down and sorts by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samrum.search.pagefind import Document, PagefindError, index
from samrum.search.profiles import Profile, Sort
from samrum.search.table import table


def document(name: str, profile: Profile) -> Document:
    return Document(f"/{name}/", f"<html><body><h1>{name}</h1></body></html>", profile)


DOCUMENTS = (
    document("a", Profile(Sort.PROTOCOL, "Protokoll", 100, ("Östra", "Ala"), "2021", ("Vård",))),
    document("b", Profile(Sort.DECISION, "Förslag till beslut", 125, ("Ala",), "2022")),
    document(
        "c", Profile(Sort.STRATEGY, "Färdplan", 108, status="Ersatt", tone="bad", date="2020")
    ),
)
PROFILES = {one.url: one.profile for one in DOCUMENTS}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(table(PROFILES, index(DOCUMENTS))))
    return found


def row(made: dict[str, Any], label: str) -> int:
    number: int = made["label"].index(made["labels"].index(label))
    return number


def values(made: dict[str, Any], facet: str, label: str) -> list[str]:
    one = made["facets"][facet]
    return [one["values"][value] for value in one["sets"][one["of"][row(made, label)]]]


def test_every_document_has_a_row_by_pagefinds_id(made: dict[str, Any]) -> None:
    files = index(DOCUMENTS)
    whole = [name[12:].partition(".")[0] for name in files if name.startswith("fragment/sv_")]

    ids = made["ids"].split()

    assert len(ids) == 3
    for one in ids:
        assert len([other for other in whole if other.startswith(one)]) == 1
    assert {len(made[column]) for column in ("label", "status", "rank", "date")} == {3}


def test_a_row_has_its_facets(made: dict[str, Any]) -> None:
    assert values(made, "body", "Protokoll") == ["Ala", "Östra"]
    assert values(made, "topic", "Protokoll") == ["Vård"]
    assert values(made, "kind", "Färdplan") == ["Strategi eller plan"]
    assert values(made, "year", "Färdplan") == []


def test_values_stand_in_the_order_in_which_they_are_shown(made: dict[str, Any]) -> None:
    assert made["facets"]["body"]["values"] == ["Ala", "Östra"]
    assert made["facets"]["year"]["values"] == ["2022", "2021"]
    assert made["facets"]["kind"]["values"] == ["Beslut", "Strategi eller plan", "Protokoll"]


def test_a_row_tells_its_state_its_rank_and_its_date(made: dict[str, Any]) -> None:
    at = row(made, "Färdplan")

    assert made["statuses"][made["status"][at]] == ["Ersatt", "bad"]
    assert (made["rank"][at], made["date"][at]) == (108, "2020")


def test_a_document_that_the_index_lacks_is_our_mistake() -> None:
    with pytest.raises(PagefindError, match=r"^/c/ is not in the index"):
        table(PROFILES, index(DOCUMENTS[:2]))
