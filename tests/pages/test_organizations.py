"""The list of organizations, and the page of one."""

from __future__ import annotations

import pytest

from samrum.pages.edition import Edition, Link
from tests.pages.archive import context, edition, facts, page, words


def test_organizations_stand_in_groups_and_bodies_first() -> None:
    world = edition(
        {
            "organizations/byran.yml": "name: Byrån\nclassification: företag",
            "organizations/by.yml": "name: Exempelby kommun\nclassification: kommun",
            "organizations/regionen.yml": "name: Region Exempel\nclassification: region",
            "organizations/namnd.yml": "name: Bnämnden\nclassification: nämnd",
            "organizations/andra.yml": "name: Anämnden\nclassification: nämnd",
            "organizations/samrad.yml": "name: Öppna samrådet\nclassification: samråd",
        }
    )

    groups = context(world, "organ/")["groups"]

    assert [(name, [row.link.text for row in rows]) for name, rows in groups] == [
        ("Organ som möts och beslutar", ["Öppna samrådet", "Anämnden", "Bnämnden"]),
        ("Region och kommuner", ["Region Exempel", "Exempelby kommun"]),
        ("Andra organisationer", ["Byrån"]),
    ]


def test_a_group_that_would_be_empty_is_left_out() -> None:
    world = edition({"organizations/namnd.yml": ""})

    assert len(context(world, "organ/")["groups"]) == 1


def test_a_line_of_the_list_counts_meetings_and_decisions_but_no_proposals() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "abbreviation: EN",
            "meetings/namnd-2024-05-13.yml": "",
            "decisions/a.yml": "decision_type: förslag",
            "decisions/b.yml": "decision_type: beslut",
        }
    )

    ((_, (row,)),) = context(world, "organ/")["groups"]

    assert (row.abbreviation, row.kind, row.meetings, row.decisions) == ("EN", "nämnd", 1, 1)


def test_everything_known_is_a_fact() -> None:
    world = edition(
        {
            "organizations/regionen.yml": "name: Region Exempel",
            "organizations/by.yml": "name: Exempelby kommun",
            "organizations/namnd.yml": """
                abbreviation: EN
                classification: nämnd
                decision_power: beslutande
                parent: regionen
                members: [by, regionen]
                """,
        }
    )

    assert facts(world, "organ/namnd/") == {
        "Förkortning": ["EN"],
        "Typ": ["Nämnd"],
        "Roll i beslut": ["Beslutande"],
        "Del av": ["Region Exempel"],
        "Består av": ["Exempelby kommun", "Region Exempel"],
    }


def test_an_organization_of_which_little_is_known_says_little() -> None:
    world = edition({"organizations/namnd.yml": "name: Exempelnämnden"})

    assert facts(world, "organ/namnd/") == {"Typ": ["Nämnd"]}
    assert page(world, "organ/namnd/").description == "Exempelnämnden, nämnd."


def test_the_page_shows_the_body_s_meetings_decisions_tasks_and_events_and_not_again() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "summary: Den **beslutar**.",
            "meetings/namnd-2024-05-13.yml": "",
            "decisions/bron.yml": "title: Bron byggs\nassignments: [{to: namnd, task: Bygga bron}]",
            "decisions/annan.yml": "organization: annan\nassignments: [{to: annan, task: Vila}]",
            "events/dag.yml": "name: Bussdagen",
            "events/annan-dag.yml": "organization: annan",
            "matters/buss.yml": "related: [namnd]",
        }
    )

    told = context(world, "organ/namnd/")

    assert told["meets"] is True
    assert [row.when for row in told["meetings"]] == ["13 maj 2024"]
    assert [row.link.text for row in told["decisions"]] == ["Bron byggs"]
    assert [task.task for task in told["tasks"]] == ["Bygga bron"]
    assert [event.name for event in told["events"]] == ["Bussdagen"]
    assert [link.address for link in told["backlinks"]] == ["arenden/buss/", "kalender/#dag"]
    assert page(world, "organ/namnd/").description == "Den beslutar."


@pytest.fixture
def attended() -> Edition:
    return edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "organizations/by.yml": "name: Exempelby kommun",
            "organizations/stad.yml": "name: Exempelstad\nclassification: kommun",
            "meetings/namnd-2024-01-01.yml": """
                date: 2024-01-01
                participants:
                  - {name: Åsa Exempel, party: x, on_behalf_of: by, role: ordförande}
                  - {name: Bo Exempel, on_behalf_of: by, role: ledamot}
                absentees:
                  - {name: Östen Exempel, party: y, on_behalf_of: stad}
                """,
            "meetings/namnd-2024-02-02.yml": """
                date: 2024-02-02
                participants:
                  - {name: Östen Exempel, party: z, on_behalf_of: stad, role: ersättare}
                  - {name: Bo Exempel, on_behalf_of: by}
                absentees:
                  - {name: Åsa Exempel, party: x, on_behalf_of: by, role: vice ordförande}
                """,
        }
    )


def seats(world: Edition, id: str) -> list[tuple[str, str, str, str, int, int]]:
    return [
        (one.name, one.party, one.where.text, one.roles, one.present, one.absent)
        for one in context(world, f"organ/{id}/")["seats"]
    ]


def test_the_members_of_a_body_are_those_seen_at_its_meetings_and_for_whom(
    attended: Edition,
) -> None:
    assert seats(attended, "namnd") == [
        ("Bo Exempel", "", "Exempelby kommun", "ledamot", 2, 0),
        ("Åsa Exempel", "x", "Exempelby kommun", "vice ordförande", 1, 1),
        ("Östen Exempel", "z", "Exempelstad", "ersättare", 1, 1),
    ]


def test_the_members_of_a_principal_are_those_who_spoke_for_it_and_where(
    attended: Edition,
) -> None:
    assert seats(attended, "by") == [
        ("Bo Exempel", "", "Exempelnämnden", "ledamot", 2, 0),
        ("Åsa Exempel", "x", "Exempelnämnden", "vice ordförande", 1, 1),
    ]
    assert context(attended, "organ/by/")["meets"] is False


def test_one_who_speaks_for_two_has_a_seat_for_each() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "",
            "meetings/namnd-2024-01-01.yml": """
                participants: [{name: Ada Exempel, on_behalf_of: by}]
                """,
            "meetings/namnd-2024-02-02.yml": """
                participants: [{name: Ada Exempel, on_behalf_of: stad}]
                """,
        }
    )

    told = context(world, "organ/namnd/")["seats"]

    assert [(one.where, one.present) for one in told] == [
        (Link("by", None), 1),
        (Link("stad", None), 1),
    ]


def test_an_organization_that_nobody_was_seen_for_has_no_members() -> None:
    world = edition({"organizations/namnd.yml": ""})

    assert context(world, "organ/namnd/")["seats"] == ()
    assert words(context(world, "organ/namnd/")["backlinks"]) == []
