"""The list of strategies, and the page of one."""

from __future__ import annotations

import pytest

from samrum.pages.edition import Link
from samrum.pages.strategies import ValidityStep, View
from samrum.pages.validity import State
from tests.pages.archive import context, edition, facts, page, words

ADDRESS = "strategier/plan/"


def test_the_list_tells_kind_state_last_day_and_owner() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "strategies/b.yml": """
                title: Broplanen
                type: handlingsplan
                owner: namnd
                summary: En plan för **broar**.
                validity: [{to: 2023-03-31}]
                """,
            "strategies/a.yml": "title: Avtalet\ntype: överenskommelse",
        }
    )

    told = context(world, "strategier/")

    assert [
        (row.link.text, row.kind, row.standing.state, row.valid_to, row.owner, row.summary)
        for row in told["rows"]
    ] == [
        ("Avtalet", "Överenskommelse", State.UNKNOWN, "", None, ""),
        (
            "Broplanen",
            "Handlingsplan",
            State.EXPIRED,
            "31 mars 2023",
            Link("Exempelnämnden", "organ/namnd/", "Organisation"),
            "En plan för broar.",
        ),
    ]
    assert told["as_of"] == "1 juni 2024"


def test_what_is_not_known_is_said_to_be_missing() -> None:
    world = edition({"strategies/plan.yml": ""})

    assert facts(world, ADDRESS) == {
        "Ägare": ["uppgift saknas"],
        "Fastställd": ["uppgift saknas"],
        "Fastställd av": ["uppgift saknas"],
        "Gäller till och med": ["uppgift saknas"],
    }
    assert context(world, ADDRESS)["valid_to"] == ""


def test_the_page_says_who_owns_it_and_how_long_it_holds() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "organizations/radet.yml": "name: Bussrådet",
            "matters/buss.yml": "title: Bussen",
            "strategies/plan.yml": """
                owner: radet
                adopted_on: 2016-08
                adopted_by: namnd
                valid_from: 2017
                validity: [{to: 2021}, {to: 2025-03-31}]
                scope: Hela länet
                matters: [buss]
                """,
        }
    )

    assert facts(world, ADDRESS) == {
        "Ägare": ["Bussrådet"],
        "Fastställd": ["augusti 2016"],
        "Fastställd av": ["Exempelnämnden"],
        "Gäller från": ["2017"],
        "Gäller till och med": ["31 mars 2025"],
        "Omfattning": ["Hela länet"],
        "Ärende": ["Bussen"],
    }
    assert context(world, ADDRESS)["standing"].state is State.VALID


def test_every_change_of_its_validity_is_told_with_the_decision_that_made_it() -> None:
    world = edition(
        {
            "decisions/langre.yml": "title: Planen förlängs\ndate: 2021-10-15",
            "strategies/plan.yml": """
                validity:
                  - {to: 2021, note: Daterad till år 2021}
                  - {to: 2023-03-31, decision: langre}
                """,
        }
    )

    told = context(world, ADDRESS)

    longer = Link("Planen förlängs", "beslut/langre/", "Beslut", "namnd, 15 oktober 2021")
    assert told["changes"] == (
        ValidityStep("2021", "2021-12-31", "Daterad till år 2021", None, is_current=False),
        ValidityStep("31 mars 2023", "2023-03-31", "", longer, is_current=True),
    )


def test_a_strategy_that_a_later_one_replaces_is_replaced() -> None:
    world = edition(
        {
            "strategies/plan.yml": "title: Gamla planen\nvalidity: [{to: 2030}]",
            "strategies/ny.yml": "title: Nya planen\nsupersedes: [plan]",
        }
    )

    assert context(world, ADDRESS)["standing"].state is State.REPLACED
    assert words(context(world, "strategier/ny/")["supersedes"]) == ["Gamla planen"]


@pytest.mark.parametrize(
    "namer",
    [
        {"strategies/ny.yml": "related: [plan]"},
        {"matters/buss.yml": "related: [plan]"},
    ],
)
def test_a_strategy_that_is_only_named_is_not_replaced(namer: dict[str, str]) -> None:
    world = edition({"strategies/plan.yml": "validity: [{to: 2030}]", **namer})

    assert context(world, ADDRESS)["standing"].state is State.VALID


def test_the_assignments_that_concern_it_are_told() -> None:
    world = edition(
        {
            "strategies/plan.yml": "",
            "decisions/bron.yml": """
                assignments:
                  - {to: radet, task: Revidera planen, strategy: plan}
                  - {to: radet, task: Bygga bron}
                """,
        }
    )

    assert [task.task for task in context(world, ADDRESS)["tasks"]] == ["Revidera planen"]


def test_views_are_gathered_from_every_paragraph_that_names_it_once_each() -> None:
    world = edition(
        {
            "strategies/plan.yml": "",
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - number: 1
                    name: Planen
                    body: Om [planen](record:plan).
                    views: [Den är bra., Den är lång.]
                    decision:
                      title: Planen ses över
                      resolution: [att se över planen]
                      assignments: [{to: radet, task: Revidera, strategy: plan}]
                  - number: 2
                    name: Uppdrag
                    views: [Det brådskar.]
                    decision:
                      title: Uppdrag ges
                      resolution: [att ge uppdrag]
                      assignments: [{to: radet, task: Revidera, strategy: plan}]
                  - {number: 3, name: Annat, views: [Annat sades.]}
                """,
            "decisions/utan-protokoll.yml": "related: [plan]",
            "matters/buss.yml": "related: [plan]",
        }
    )

    views: tuple[View, ...] = context(world, ADDRESS)["views"]

    assert {(view.text, view.item.text) for view in views} == {
        ("Den är bra.", "§ 1 Planen"),
        ("Den är lång.", "§ 1 Planen"),
        ("Det brådskar.", "§ 2 Uppdrag"),
    }
    assert len(views) == 3


def test_what_the_page_shows_already_is_not_listed_again() -> None:
    world = edition(
        {
            "strategies/plan.yml": """
                validity: [{to: 2030, decision: langre}]
                related: [buss]
                """,
            "decisions/langre.yml": "related: [plan]",
            "decisions/uppdrag.yml": "assignments: [{to: radet, task: Revidera, strategy: plan}]",
            "matters/buss.yml": "related: [plan]",
            "matters/tag.yml": "related: [plan]",
        }
    )

    assert [link.address for link in context(world, ADDRESS)["backlinks"]] == ["arenden/tag/"]


@pytest.mark.parametrize(
    ("lines", "description"),
    [("summary: En **plan**.", "En plan."), ("title: Bussplanen", "Bussplanen.")],
)
def test_the_description_is_the_summary_or_else_the_title(lines: str, description: str) -> None:
    assert page(edition({"strategies/plan.yml": lines}), ADDRESS).description == description
