"""What is looked up in a catalogue, and whether it has changed since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.catalogue import Catalogue
from samrum.ledger import Ledger
from samrum.lookups import AS_OF, LEDGER, Fingerprints, Lookup, Lookups, file_of, watched
from tests.world import archive

DAY = date(2024, 6, 1)
WORLD = {
    "organizations/namnd.yml": "name: Nämnden",
    "meetings/namnd-2024-05-13.yml": """
        participants: [{name: Ada Ek, on_behalf_of: namnd, role: ordförande}]
        agenda_items:
          - number: 1
            name: Bussen
            matters: [buss]
            decision:
              title: Bussen
              resolution: [att åka]
              assignments: [{to: namnd, task: åka, strategy: plan}]
        """,
    "decisions/bron.yml": "matters: [buss]",
    "strategies/plan.yml": "related: [bron]",
    "matters/buss.yml": "",
    "matters/tillbaka.yml": "publish: withdrawn\nwithdrawal: {date: 2024-05-01, reason: Ett fel}",
    "events/dag.yml": "",
}


def catalogue(folder: Path, world: dict[str, str]) -> Catalogue:
    return archive(folder, world)[0].published(DAY)


def prints(catalogue: Catalogue, day: date = DAY, ledger: Ledger | None = None) -> Fingerprints:
    return Fingerprints(catalogue, day, ledger or Ledger())


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (lambda seen: seen.find("buss"), {("by_id", "buss")}),
        (lambda seen: seen.by_id["buss"], {("by_id", "buss")}),
        (lambda seen: seen.organization("borta"), {("by_id", "borta")}),
        (lambda seen: seen.mentions.get("buss", ()), {("mentions", "buss")}),
        (
            lambda seen: seen.attachments.get(("a.yml", "b.pdf")),
            {("attachments", "a.yml", "b.pdf")},
        ),
        (lambda seen: seen.meetings, {("meetings",)}),
        (lambda seen: seen.is_withdrawn("tillbaka"), {("tombstones",)}),
        (lambda seen: list(seen.paths), {("paths",)}),
        (lambda seen: len(seen.paths), {("paths",)}),
        (
            lambda seen: seen.decisions_of[seen.meetings[0].id],
            {("meetings",), ("decisions_of", "namnd-2024-05-13")},
        ),
    ],
)
def test_whatever_is_looked_up_is_noted_and_found(look, expected, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # Catalogue -> anything
    known = catalogue(tmp_path, WORLD)
    lookups = Lookups()
    seen = watched(known, lookups)

    first: set[Lookup] = set()
    again: set[Lookup] = set()
    found = lookups.into(first, look, seen)
    lookups.into(again, look, seen)

    assert first == again == expected
    assert found == look(known)
    assert lookups.seen == set()


ALL = [
    *(("by_id", id) for id in ("namnd", "namnd-2024-05-13", "namnd-2024-05-13-1", "bron", "plan")),
    ("items", "namnd-2024-05-13"),
    ("items_in", "buss"),
    ("mentions", "buss"),
    ("mentions", "bron"),
    ("assignments_to", "namnd"),
    ("assignments_on", "plan"),
    ("attendances", "namnd"),
    ("events_of", "namnd"),
    ("meetings_of", "namnd"),
    ("neighbours", "namnd-2024-05-13"),
    ("decisions_in", "buss"),
    ("paths", "buss"),
    ("meetings",),
    ("decisions",),
    ("files",),
    ("tombstones",),
    ("meetings_of",),
    file_of("records/decisions/bron.yml"),
    AS_OF,
    LEDGER,
]


def outdated(before: Fingerprints, after: Fingerprints) -> set[Lookup]:
    return {one for one in ALL if before.of(one) != after.of(one)}


def test_the_same_archive_has_the_same_fingerprints(tmp_path: Path) -> None:
    one = prints(catalogue(tmp_path / "one", WORLD))
    two = prints(catalogue(tmp_path / "two", WORLD))

    assert outdated(one, two) == set()
    assert len({one.of(lookup) for lookup in ALL}) > len(ALL) / 2


OWN = {
    ("by_id", "namnd-2024-05-13"),
    ("meetings_of", "namnd"),
    ("meetings",),
    ("files",),
    ("meetings_of",),
}
"""What finds a protocol whole."""

OF_ITS_ITEM = {
    ("by_id", "namnd-2024-05-13-1"),
    ("items", "namnd-2024-05-13"),
    ("items_in", "buss"),
    ("mentions", "buss"),
    ("assignments_to", "namnd"),
    ("assignments_on", "plan"),
    ("decisions_in", "buss"),
    ("decisions",),
}
"""What finds the § in it."""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("participants:", "location: Salen\n        participants:", OWN),
        ("role: ordförande", "role: ledamot", {*OWN, ("attendances", "namnd")}),
        ("name: Bussen", "name: Tåget", {*OWN, *OF_ITS_ITEM}),
        (
            "participants:",
            "reference: EX 1/2024\n        participants:",
            {*OWN, *OF_ITS_ITEM, ("attendances", "namnd")},
        ),
    ],
    ids=["where it was", "who was there", "a §", "the sitting"],
)
def test_what_is_told_of_a_protocol_elsewhere_is_outdated_by_the_part_that_says_it(
    before: str, after: str, expected: set[Lookup], tmp_path: Path
) -> None:
    place = "meetings/namnd-2024-05-13.yml"
    known = prints(catalogue(tmp_path, WORLD))

    changed = prints(catalogue(tmp_path, {**WORLD, place: WORLD[place].replace(before, after)}))

    assert outdated(known, changed) == expected


@pytest.mark.parametrize(
    ("place", "lines", "expected"),
    [
        (
            "decisions/bron.yml",
            "matters: [buss]\ntitle: Bron",
            {
                ("by_id", "bron"),
                ("mentions", "buss"),
                ("decisions_in", "buss"),
                ("decisions",),
                ("files",),
                file_of("records/decisions/bron.yml"),
            },
        ),
        (
            "decisions/bron.yml",
            "",
            {
                ("by_id", "bron"),
                ("mentions", "buss"),
                ("decisions_in", "buss"),
                ("decisions",),
                ("files",),
                file_of("records/decisions/bron.yml"),
            },
        ),
        ("strategies/plan.yml", "", {("by_id", "plan"), ("mentions", "bron"), ("files",)}),
        (
            "meetings/namnd-2024-05-20.yml",
            "date: 2024-05-20",
            {
                ("meetings_of", "namnd"),
                ("neighbours", "namnd-2024-05-13"),
                ("meetings",),
                ("files",),
                ("meetings_of",),
            },
        ),
        (
            "matters/tillbaka.yml",
            "publish: withdrawn\nwithdrawal: {date: 2024-05-02, reason: Ett fel}",
            {("tombstones",)},
        ),
    ],
    ids=["a word", "a reference less", "nobody mentions it", "one more", "withdrawn"],
)
def test_a_change_of_one_record_outdates_what_finds_it_and_nothing_else(
    place: str, lines: str, expected: set[Lookup], tmp_path: Path
) -> None:
    before = prints(catalogue(tmp_path, WORLD))

    after = prints(catalogue(tmp_path, {**WORLD, place: lines}))

    assert outdated(before, after) == expected


def test_the_day_and_the_ledger_are_looked_up_too(tmp_path: Path) -> None:
    known = catalogue(tmp_path, WORLD)
    ledger = Ledger().updated(known, DAY)

    assert outdated(prints(known), prints(known, date(2024, 6, 2))) == {AS_OF}
    assert outdated(prints(known), prints(known, ledger=ledger)) == {LEDGER}


def test_a_decision_in_a_second_protocol_with_one_id_is_outdated_by_a_word_in_it(
    tmp_path: Path,
) -> None:
    protocol = WORLD["meetings/namnd-2024-05-13.yml"].replace("number: 1", "number: 2")

    def told(resolution: str) -> list[str]:
        second = protocol.replace("[att åka]", resolution)
        world = {**WORLD, "meetings/z/namnd-2024-05-13.yml": second}
        now = prints(catalogue(tmp_path, world))
        return [now.of(("by_id", f"namnd-2024-05-13-{number}")) for number in (1, 2)]

    (first, second), (first_then, second_then) = told("[att åka]"), told("[att gå]")
    assert first == first_then
    assert second != second_then
