"""Who is to do what."""

from __future__ import annotations

from samrum.pages.assignments import Due, Task, task
from samrum.pages.edition import Link
from tests.pages.archive import edition


def only_task(assignment: str) -> Task:
    world = edition(
        {
            "organizations/radet.yml": "name: Bussrådet",
            "organizations/namnd.yml": "name: Exempelnämnden",
            "strategies/plan.yml": "title: Bussplanen",
            "decisions/bron.yml": f"title: Bron byggs\nassignments: [{assignment}]",
        }
    )
    (owed,) = world.catalogue.assignments
    return task(owed.assignment, owed.decision, world)


def test_an_assignment_leads_to_the_one_who_has_it_and_the_decision_that_gave_it() -> None:
    told = only_task("{to: radet, task: Utreda bussen}")

    assert told == Task(
        to=Link("Bussrådet", "organ/radet/", "Organisation"),
        task="Utreda bussen",
        when="",
        status="",
        strategy=None,
        deliveries=(),
        decision=Link("Bron byggs", "beslut/bron/", "Beslut", "Exempelnämnden, odaterad"),
    )


def test_time_state_and_strategy_are_told_when_they_are_known() -> None:
    told = only_task("{to: radet, task: Utreda, due: 2022-höst, status: pågår, strategy: plan}")

    assert (told.when, told.status) == ("hösten 2022", "pågår")
    assert told.strategy == Link("Bussplanen", "strategier/plan/", "Strategi")


def test_a_report_is_due_at_the_occasion_that_is_named_else_at_its_date() -> None:
    told = only_task(
        "{to: radet, task: Utreda, deliveries: ["
        "{name: Delrapport, due: 2022-vår, to: [namnd]},"
        "{name: Förslag, due: 2022-höst, occasion: Höstens första möte},"
        "{name: Slutrapport}]}"
    )

    namnd = Link("Exempelnämnden", "organ/namnd/", "Organisation")
    assert told.deliveries == (
        Due("Delrapport", "våren 2022", (namnd,)),
        Due("Förslag", "Höstens första möte", ()),
        Due("Slutrapport", "", ()),
    )
