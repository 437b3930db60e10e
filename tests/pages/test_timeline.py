"""The steps of a matter across bodies."""

from __future__ import annotations

from datetime import date

import pytest

from samrum.model import Matter
from samrum.model.values import PartialDate
from samrum.pages.edition import Link
from samrum.pages.timeline import Step, Timeline, is_behind, timeline
from tests.pages.archive import edition

MATTER = {"matters/buss.yml": "title: Bussen"}


def history(files: dict[str, str], as_of: str = "2024-06-01") -> Timeline:
    world = edition({**MATTER, **files}, as_of)
    matter = world.catalogue.by_id["buss"]
    assert isinstance(matter, Matter)
    return timeline(matter, world)


def told(steps: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    return [(str(step.date or ""), step.kind, step.what.text) for step in steps]


def test_a_matter_that_nobody_names_has_no_steps() -> None:
    assert history({}) == Timeline((), (), None, None)


def test_steps_of_all_kinds_stand_in_the_order_of_time() -> None:
    steps = history(
        {
            "matters/buss.yml": """
                milestones:
                  - {date: 2023, text: Någon frågar, source: {document: Brev}}
                """,
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - {number: 1, name: Bussen diskuteras, matters: [buss]}
                """,
            "decisions/bron.yml": "title: Bron byggs\ndate: 2024-03-01\nmatters: [buss]",
            "case-studies/studie.yml": "title: En studie\ndate: 2024-03\nmatters: [buss]",
            "strategies/plan.yml": """
                title: Bussplanen
                adopted_on: 2023-12-24
                validity: [{to: 2025-12-31}]
                matters: [buss]
                """,
            "events/dag.yml": "name: Bussdagen\ndate: 2024-09-01\nmatters: [buss]",
        }
    ).steps

    assert told(steps) == [
        ("2023", "Händelse", "Någon frågar"),
        ("2023-12-24", "Fastställt", "Bussplanen"),
        ("2024-03-01", "Beslut", "Bron byggs"),
        ("2024-03", "Fallstudie", "En studie"),
        ("2024-05-13", "Behandlat", "§ 1 Bussen diskuteras"),
        ("2024-09-01", "Möte", "Bussdagen"),
        ("2025-12-31", "Giltigheten går ut", "Bussplanen"),
    ]


def test_a_step_tells_whose_it_was_and_what_is_known_of_it() -> None:
    steps = history(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "organizations/byran.yml": "name: Påhittade Byrån",
            "decisions/bron.yml": "date: 2021\nmatters: [buss]",
            "case-studies/studie.yml": """
                date: 2022
                version: slutversion
                authors: [byran]
                matters: [buss]
                """,
            "strategies/plan.yml": "adopted_on: 2023\nadopted_by: namnd\nmatters: [buss]",
            "events/dag.yml": "date: 2024-01-01\nstatus: inställt\nmatters: [buss]",
            "matters/buss.yml": """
                milestones:
                  - date: 2025
                    text: En granskning görs
                    organization: byran
                    source: {document: Brev}
                """,
        }
    ).steps

    whose = [(step.organization.text if step.organization else "", step.note) for step in steps]
    assert whose == [
        ("Exempelnämnden", ""),
        ("Påhittade Byrån", "slutversion"),
        ("Exempelnämnden", ""),
        ("Exempelnämnden", "inställt"),
        ("Påhittade Byrån", ""),
    ]


def test_whose_step_it_was_may_be_unknown() -> None:
    steps = history(
        {
            "case-studies/studie.yml": "date: 2022\nmatters: [buss]",
            "strategies/plan.yml": "adopted_on: 2023\nmatters: [buss]",
            "matters/buss.yml": "milestones: [{date: 2024, text: Nytt, source: {document: Brev}}]",
        }
    ).steps

    assert [step.organization for step in steps] == [None, None, None]


def test_the_more_exact_of_two_dates_goes_first() -> None:
    steps = history(
        {
            "matters/buss.yml": """
                milestones:
                  - {date: 2023, text: Under året, source: {document: Brev}}
                  - {date: 2023-vår, text: Under våren, source: {document: Brev}}
                  - {date: 2023-01, text: I januari, source: {document: Brev}}
                  - {date: 2023-01-01, text: På nyårsdagen, source: {document: Brev}}
                """
        }
    ).steps

    assert [step.what.text for step in steps] == [
        "På nyårsdagen",
        "I januari",
        "Under våren",
        "Under året",
    ]


def test_what_has_no_date_stands_apart() -> None:
    found = history(
        {
            "decisions/bron.yml": "title: Bron byggs\nmatters: [buss]",
            "case-studies/studie.yml": "title: En studie\nmatters: [buss]",
        }
    )

    assert found.steps == ()
    assert told(found.undated) == [("", "Beslut", "Bron byggs"), ("", "Fallstudie", "En studie")]
    assert (found.current, found.coming) == (None, None)


@pytest.mark.parametrize(
    ("as_of", "current", "coming"),
    [
        ("2020-12-31", None, "Först"),
        ("2021-01-01", "Först", "Sedan"),
        ("2022-06-30", "Först", "Sedan"),
        ("2022-07-01", "Sedan", None),
    ],
)
def test_the_day_stands_between_the_current_step_and_the_coming(
    as_of: str, current: str | None, coming: str | None
) -> None:
    found = history(
        {
            "matters/buss.yml": """
                milestones:
                  - {date: 2022-höst, text: Sedan, source: {document: Brev}}
                  - {date: 2021, text: Först, source: {document: Brev}}
                """
        },
        as_of,
    )

    assert (found.current.what.text if found.current else None) == current
    assert (found.coming.what.text if found.coming else None) == coming


@pytest.mark.parametrize(
    ("due", "last_day", "day_after"),
    [
        ("2022-vår", "2022-06-30", "2022-07-01"),
        ("2022-03-18", "2022-03-18", "2022-03-19"),
        ("2022", "2022-12-31", "2023-01-01"),
    ],
)
def test_what_is_planned_is_ahead_until_its_time_is_over(
    due: str, last_day: str, day_after: str
) -> None:
    step = Step(PartialDate.parse(due), "Redovisning", Link("Rapport", None), is_planned=True)

    assert not is_behind(step, date.fromisoformat(last_day))
    assert is_behind(step, date.fromisoformat(day_after))


def test_a_step_without_a_date_is_never_known_to_be_behind() -> None:
    assert not is_behind(Step(None, "Händelse", Link("Någon gång", None)), date(2099, 1, 1))


def test_only_a_planned_event_is_a_planned_step() -> None:
    steps = history(
        {
            "events/a.yml": "status: genomfört\ndate: 2024-01-01\nmatters: [buss]",
            "events/b.yml": "status: planerat\ndate: 2024-01-02\nmatters: [buss]",
            "events/c.yml": "status: inställt\ndate: 2024-01-03\nmatters: [buss]",
        }
    ).steps

    assert [step.is_planned for step in steps] == [False, True, False]


def test_a_report_that_is_owed_is_a_planned_step_of_the_one_who_owes_it() -> None:
    found = history(
        {
            "organizations/radet.yml": "name: Bussrådet",
            "decisions/bron.yml": """
                date: 2022-01-01
                matters: [buss]
                assignments:
                  - to: radet
                    task: Utreda bussen
                    deliveries:
                      - {name: Delrapport, due: 2022-vår, occasion: Vårens sista möte}
                      - {name: Slutrapport}
                """,
        },
        "2022-02-01",
    )

    assert found.coming == Step(
        PartialDate(2022, term="vår"),
        "Redovisning",
        Link("Delrapport ska lämnas", "beslut/bron/#uppdrag"),
        Link("Bussrådet", "organ/radet/", "Organisation"),
        "Vårens sista möte",
        is_planned=True,
    )
    assert [step.kind for step in found.steps] == ["Beslut", "Redovisning"]


def test_the_decision_of_a_paragraph_is_told_once_and_not_as_a_discussion_too() -> None:
    steps = history(
        {
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - number: 1
                    name: Bussen
                    matters: [buss]
                    decision: {title: Bussen behålls, resolution: [att behålla bussen]}
                """
        }
    ).steps

    assert told(steps) == [("2024-05-13", "Beslut", "Bussen behålls")]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (
            "{name: Hållplatsen, matters: [buss]}",
            [("2024-05-13", "Behandlat", "§ 1 Hållplatsen")],
        ),
        (
            "{name: Hållplatsen, decision: {title: Hållplatsen flyttas, resolution: [att]}}",
            [("2024-05-13", "Beslut", "Hållplatsen flyttas")],
        ),
        (
            "{name: Tåget, matters: [tag], decision: {title: Tåget går, resolution: [att]}}",
            [("2024-05-13", "Behandlat", "§ 1 Trafik")],
        ),
        ("{name: Annat}", [("2024-05-13", "Behandlat", "§ 1 Trafik")]),
    ],
)
def test_a_paragraph_is_told_by_those_of_its_parts_that_are_about_the_matter(
    part: str, expected: list[tuple[str, str, str]]
) -> None:
    steps = history(
        {
            "meetings/namnd-2024-05-13.yml": f"""
                agenda_items:
                  - number: 1
                    name: Trafik
                    matters: [buss]
                    parts: [{part}]
                """
        }
    ).steps

    assert told(steps) == expected


def test_a_record_that_names_the_matter_in_passing_is_no_step_of_it() -> None:
    found = history(
        {
            "strategies/plan.yml": "adopted_on: 2023\nsummary: Se [bussen](record:buss).",
            "case-studies/studie.yml": "date: 2023\nrelated: [buss]",
            "events/dag.yml": "related: [buss]",
            "organizations/namnd.yml": "summary: Följer [bussen](record:buss).",
        }
    )

    assert (found.steps, found.undated) == ((), ())


def test_a_strategy_that_has_neither_been_adopted_nor_ends_gives_no_step() -> None:
    found = history({"strategies/plan.yml": "progress: pausad\nmatters: [buss]"})

    assert (found.steps, found.undated) == ((), ())


def test_what_was_planned_is_not_known_to_have_happened_when_its_day_is_over() -> None:
    steps = history(
        {
            "decisions/bron.yml": "title: Bron byggs\ndate: 2024-03-01\nmatters: [buss]",
            "events/dag.yml": "name: Bussdagen\ndate: 2024-05-20\nmatters: [buss]",
        }
    )

    assert steps.current is not None
    assert steps.current.what.text == "Bron byggs"
    assert steps.coming is None
