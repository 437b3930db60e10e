"""A folder of records, and every problem in it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import samrum.load
from samrum.load import load
from samrum.problems import Finding
from samrum.rules.rule import Archive
from tests.world import archive, record, told, write


def test_an_archive_without_faults_is_a_catalogue_of_its_files(tmp_path: Path) -> None:
    catalogue, problems = archive(
        tmp_path, {"matters/2024/ett-arende.yml": "", "strategies/en-strategi.yml": ""}
    )

    assert not problems
    assert [(file.path, file.kind.value) for file in catalogue.files] == [
        ("records/matters/2024/ett-arende.yml", "matter"),
        ("records/strategies/en-strategi.yml", "strategy"),
    ]


def test_no_records_are_no_problem(tmp_path: Path) -> None:
    catalogue, problems = load(tmp_path, tmp_path)

    assert (catalogue.files, problems) == ((), ())


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (
            "matters/a.yml",
            "id: a\nid: a",
            '2: duplicate-key: "id" is already on line 1 (column 1); keep one of them',
        ),
        (
            "matters/a.yml",
            record("matters/a.yml", "id: a\nstatus: klart"),
            '2: unknown-value: status: "klart" is not one of the words for it; '
            "write one of pågår, vilar, avslutat",
        ),
        (
            "matters/a.yml",
            record("matters/a.yml", "id: a\nrelated:\n- b"),
            '3: unknown-id: no record "b"; add the record or correct the id',
        ),
        (
            "matters/a.yaml",
            record("matters/a.yml"),
            '1: wrong-ending: "a.yaml" does not end in .yml; rename it',
        ),
        (
            "matter/a.yml",
            record("matters/a.yml"),
            '1: unknown-folder: no kind of record lives here; did you mean "matters"?',
        ),
        (
            "a.yml",
            record("matters/a.yml"),
            "1: unknown-folder: no kind of record lives here; move it to one of organizations, "
            "meetings, decisions, strategies, case-studies, matters, events",
        ),
    ],
)
def test_whatever_is_wrong_with_a_file_is_told_in_one_form(
    place: str, text: str, expected: str, tmp_path: Path
) -> None:
    write(tmp_path, place, text)

    assert told(load(tmp_path / "records", tmp_path)[1], place) == [expected]


@pytest.mark.parametrize("linked", ["matters/b.yml", "matters/2024"])
def test_a_link_is_not_followed(linked: str, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", "matters/b.yml", record("matters/b.yml"))
    write(tmp_path, "matters/a.yml", record("matters/a.yml"))
    target = outside if linked.endswith(".yml") else outside.parent
    (tmp_path / "records" / linked).symlink_to(target)

    catalogue, problems = load(tmp_path / "records", tmp_path)

    assert [matter.id for matter in catalogue.matters] == ["a"]
    assert told(problems, linked) == [
        "1: symbolic-link: a link to another file; put the record itself here"
    ]


@pytest.mark.parametrize(
    "place", ["README.md", "matters/README.md", "LICENSE", "matters/.a.yml.swp", ".git/HEAD"]
)
def test_files_that_are_not_meant_as_records_are_left_alone(place: str, tmp_path: Path) -> None:
    write(tmp_path, place, "Läs mig: [")

    assert load(tmp_path / "records", tmp_path)[1] == ()


def test_one_bad_record_does_not_hide_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    write(tmp_path, "matters/b.yml", "title: [")

    catalogue, problems = archive(
        tmp_path, {"matters/a.yml": "related: [nowhere]", "matters/c.yml": "related: [b]"}
    )

    assert [matter.id for matter in catalogue.matters] == ["a", "c"]
    assert [(problem.path, problem.code) for problem in problems] == [
        ("records/matters/a.yml", "unknown-id"),
        ("records/matters/b.yml", "yaml-syntax"),
    ]


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_search_for_garbage_goes_on_as_before(is_enabled: bool, tmp_path: Path) -> None:
    (gc.enable if is_enabled else gc.disable)()
    try:
        archive(tmp_path, {"matters/a.yml": ""})

        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def test_records_outside_the_project_are_told_by_their_whole_path(tmp_path: Path) -> None:
    path = write(tmp_path / "there", "matters/a.yml", "title: [")

    _, problems = load(tmp_path / "there" / "records", tmp_path / "here")

    assert [problem.path for problem in problems] == [path.as_posix()]


def test_a_file_that_breaks_while_it_is_checked_keeps_its_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(archive: Archive) -> Iterator[Finding]:
        for file in archive.catalogue.files:
            (tmp_path / file.path).write_text("title: [", encoding="utf-8")
            yield Finding(file.path, ("title",), "some-code", "some message")

    monkeypatch.setattr(samrum.load, "check_archive", breaking)

    _, problems = archive(tmp_path, {"matters/a.yml": "summary: B\ntitle: A"})

    assert told(problems) == ["records/matters/a.yml:1: some-code: some message"]


def test_a_mistake_among_the_synonyms_is_told_with_the_others(tmp_path: Path) -> None:
    write(tmp_path, "synonyms.yml", "synonyms:\n  buss: []\n")

    _, problems = archive(tmp_path, {"matters/buss.yml": "status: okänt"})

    assert [(problem.path, problem.line, problem.code) for problem in problems] == [
        ("records/matters/buss.yml", 1, "unknown-value"),
        ("records/synonyms.yml", 2, "not-a-list"),
    ]
