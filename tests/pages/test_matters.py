"""The log of matters, and the page of one."""

from __future__ import annotations

from tests.pages.archive import context, edition, facts, page, words

ADDRESS = "arenden/buss/"


def test_the_log_has_open_matters_first_then_those_at_rest_then_the_closed() -> None:
    world = edition(
        {
            "matters/a.yml": "title: Avslutat ärende\nstatus: avslutat",
            "matters/b.yml": "title: Öppet ärende\nstatus: pågår",
            "matters/c.yml": "title: Bordlagt ärende\nstatus: vilar",
            "matters/d.yml": "title: Annat öppet ärende\nstatus: pågår",
        }
    )

    assert [row.link.text for row in context(world, "arenden/")["rows"]] == [
        "Annat öppet ärende",
        "Öppet ärende",
        "Bordlagt ärende",
        "Avslutat ärende",
    ]


def test_a_line_of_the_log_tells_the_latest_step_and_the_next() -> None:
    world = edition(
        {
            "matters/buss.yml": "status_note: Väntar på nästa möte",
            "decisions/forst.yml": "title: Först\ndate: 2021\nmatters: [buss]",
            "decisions/sedan.yml": "title: Sedan\ndate: 2024-05\nmatters: [buss]",
            "events/nasta.yml": "name: Nästa\ndate: 2024-06-01\nmatters: [buss]",
            "events/efter.yml": "name: Efter\ndate: 2024-07-01\nmatters: [buss]",
        },
        as_of="2024-06-01",
    )

    (row,) = context(world, "arenden/")["rows"]

    assert (row.latest.what.text, row.coming.what.text) == ("Sedan", "Nästa")
    assert row.note == "Väntar på nästa möte"


def test_a_matter_without_steps_has_neither() -> None:
    (row,) = context(edition({"matters/buss.yml": ""}), "arenden/")["rows"]

    assert (row.latest, row.coming, row.bodies, row.note) == (None, None, (), "")


def test_the_bodies_of_a_matter_are_named_once_in_the_order_of_its_steps() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "organizations/radet.yml": "name: Bussrådet",
            "organizations/samrad.yml": "name: Samråd Exempel",
            "matters/buss.yml": "",
            "decisions/a.yml": "organization: samrad\ndate: 2021\nmatters: [buss]",
            "decisions/b.yml": "organization: namnd\ndate: 2022\nmatters: [buss]",
            "decisions/c.yml": "organization: samrad\ndate: 2023\nmatters: [buss]",
            "decisions/d.yml": "organization: radet\nmatters: [buss]",
            "case-studies/studie.yml": "matters: [buss]",
        }
    )

    (row,) = context(world, "arenden/")["rows"]

    assert words(row.bodies) == ["Samråd Exempel", "Exempelnämnden", "Bussrådet"]


def test_the_facts_are_the_state_and_what_is_known_about_it() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "matters/buss.yml": """
                status: vilar
                status_note: Ingen har tid
                topics: [Trafik, Buss]
                """,
            "decisions/a.yml": "matters: [buss]",
        }
    )

    assert facts(world, ADDRESS) == {
        "Läge": ["Vilar"],
        "Om läget": ["Ingen har tid"],
        "Organ": ["Exempelnämnden"],
        "Ämnen": ["Trafik", "Buss"],
    }


def test_a_matter_of_which_little_is_known_says_little() -> None:
    assert facts(edition({"matters/buss.yml": ""}), ADDRESS) == {"Läge": ["Pågår"]}


def test_the_page_tells_the_steps_and_who_is_to_do_what() -> None:
    world = edition(
        {
            "matters/buss.yml": "summary: Om **bussen**.",
            "decisions/a.yml": """
                title: Bussen utreds
                matters: [buss]
                assignments: [{to: namnd, task: Utreda bussen}]
                """,
            "decisions/b.yml": "assignments: [{to: namnd, task: Något annat}]",
        }
    )

    told = context(world, ADDRESS)

    assert [step.what.text for step in told["timeline"].undated] == ["Bussen utreds"]
    assert [task.task for task in told["tasks"]] == ["Utreda bussen"]
    assert told["as_of"] == "1 juni 2024"
    assert page(world, ADDRESS).description == "Om bussen."
    assert page(world, ADDRESS).source == "records/matters/buss.yml"


def test_steps_and_related_records_are_not_listed_again() -> None:
    world = edition(
        {
            "matters/buss.yml": "related: [tag]",
            "matters/tag.yml": "related: [buss]",
            "matters/bro.yml": "related: [buss]",
            "decisions/a.yml": "matters: [buss]",
        }
    )

    assert [link.address for link in context(world, ADDRESS)["backlinks"]] == ["arenden/bro/"]
