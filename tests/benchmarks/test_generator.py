"""Made-up archives are archives: the same each time, without problems, of the size asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.catalogue import Catalogue
from samrum.load import load
from samrum.model import Kind
from samrum.pages import Edition, outlines
from tests.benchmarks.generator import archive, records
from tests.benchmarks.language import swedish
from tests.benchmarks.making import FEWEST_PAGES, Plan, Question
from tests.benchmarks.yaml_text import yaml_text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Question, ...]]:
    folder = tmp_path_factory.mktemp("archive")
    return folder, archive(folder / "records", pages=200, seed=1)


@pytest.fixture(scope="module")
def catalogue(made: tuple[Path, tuple[Question, ...]]) -> Catalogue:
    folder, _ = made
    found, problems = load(folder / "records", folder)
    assert not problems
    return found


def test_an_archive_gives_as_many_pages_of_records_as_were_asked_for(catalogue: Catalogue) -> None:
    edition = Edition(catalogue, date(2026, 1, 15), "https://arkivet.example/")

    assert sum(not page.is_index for page in outlines(edition)) == 200


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_texts(
    made: tuple[Path, tuple[Question, ...]], tmp_path: Path
) -> None:
    folder, _ = made
    archive(tmp_path / "again", pages=200, seed=1)
    archive(tmp_path / "other", pages=200, seed=2)

    assert contents(tmp_path / "again") == contents(folder / "records")
    assert contents(tmp_path / "other") != contents(folder / "records")


def test_a_protocol_has_ten_paragraphs_eight_decisions_and_an_attendance_of_twenty(
    catalogue: Catalogue,
) -> None:
    assert catalogue.meetings
    for meeting in catalogue.meetings:
        assert len(meeting.agenda_items) == 10
        assert len(catalogue.decisions_of[meeting.id]) == 8
        assert len(meeting.participants) + len(meeting.absentees) == 20


def test_a_protocol_is_some_1500_words_and_a_decision_some_200(catalogue: Catalogue) -> None:
    protocols = [
        sum(
            count(item.name, item.body, *item.views, *resolution)
            for item in meeting.agenda_items
            for resolution in [item.decision.resolution if item.decision else ()]
        )
        for meeting in catalogue.meetings
    ]
    decisions = [
        count(one.content.summary, one.content.background, *one.content.resolution)
        for one in catalogue.decisions
    ]

    assert 1300 < mean(protocols) < 1700
    assert 170 < mean(decisions) < 230


def test_every_question_has_one_answer_and_the_answer_says_its_words(
    made: tuple[Path, tuple[Question, ...]], catalogue: Catalogue
) -> None:
    _, questions = made

    assert len({question.words for question in questions}) == len(questions)
    for question in questions:
        answer = catalogue.find(question.answer)
        title = getattr(answer, "title", "") or answer.content.title  # type: ignore[union-attr]  # a decision
        thing, _, rest = question.words.partition(" ")
        assert thing.lower() in title.lower()
        assert rest.rpartition(" ")[2] in title


def test_every_kind_of_record_is_there() -> None:
    assert {record.kind for record in records(FEWEST_PAGES, 1)} == set(Kind)


@pytest.mark.parametrize("pages", [FEWEST_PAGES, 61, 999, 1000, 10_000, 100_000])
def test_a_plan_adds_up(pages: int) -> None:
    plan = Plan.of(pages)
    organizations = len(swedish().municipalities) + 2 + plan.bodies + plan.companies
    documents = plan.strategies + plan.case_studies + plan.matters + plan.decisions

    assert organizations + documents + plan.meetings * 9 == pages
    assert min(plan.meetings, plan.decisions) > 0


def test_an_archive_that_is_too_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 60 pages, not 59"):
        archive(tmp_path, pages=59)


def test_a_body_meets_on_weekdays_and_numbers_its_paragraphs_by_year(catalogue: Catalogue) -> None:
    for meeting in catalogue.meetings:
        first = meeting.agenda_items[0].number
        before = catalogue.neighbours[meeting.id].before
        earlier = catalogue.meeting(before.id) if before else None
        assert meeting.date.weekday() < 5
        if earlier and earlier.date.year == meeting.date.year and earlier.date < meeting.date:
            assert first == earlier.agenda_items[-1].number + 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("En rad", "En rad"),
        ("ja: nej", "'ja: nej'"),
        ("it's", "'it''s'"),
        ("true", "'true'"),
        ("09:00", "'09:00'"),
        ("2025-12-12", "2025-12-12"),
        ("2025", "'2025'"),
        (12, "12"),
        (True, "true"),
        ("Ett\n\ntvå", "|\n  Ett\n\n  två"),
    ],
)
def test_a_value_is_written_so_that_it_is_read_as_it_was(value: object, written: str) -> None:
    assert yaml_text({"a": value}) == f"a: {written}\n"


def contents(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def count(*texts: str | None) -> int:
    return sum(len((text or "").split()) for text in texts)


def mean(numbers: list[int]) -> float:
    return sum(numbers) / len(numbers)
