"""The list of case studies, and the page of one."""

from __future__ import annotations

import pytest

from tests.pages.archive import context, edition, facts, page, words

ADDRESS = "fallstudier/studie/"


def test_the_list_tells_question_area_authors_and_date() -> None:
    world = edition(
        {
            "organizations/byran.yml": "name: Påhittade Byrån",
            "case-studies/studie.yml": """
                title: Bussar i Exempelby
                area: Exempelby
                authors: [byran]
                date: 2022-03
                question: Hur **ofta** går bussen?
                """,
        }
    )

    (row,) = context(world, "fallstudier/")["rows"]

    assert (row.link.text, row.area, row.question) == (
        "Bussar i Exempelby",
        "Exempelby",
        "Hur ofta går bussen?",
    )
    assert (words(row.authors), row.when, row.machine_date) == (
        ["Påhittade Byrån"],
        "mars 2022",
        "2022-03",
    )


def test_what_is_not_known_is_said_to_be_so() -> None:
    world = edition({"case-studies/studie.yml": "area: Exempelby"})

    assert facts(world, ADDRESS) == {
        "Område": ["Exempelby"],
        "Genomförd av": ["uppgift saknas"],
        "Datum": ["odaterad"],
    }


def test_everything_known_is_a_fact() -> None:
    world = edition(
        {
            "organizations/byran.yml": "name: Påhittade Byrån",
            "organizations/forbundet.yml": "name: Exempelförbundet",
            "matters/buss.yml": "title: Bussen",
            "case-studies/studie.yml": """
                area: Exempelby
                authors: [byran]
                commissioned_by: forbundet
                in_collaboration_with: [byran, forbundet]
                date: 2022-02
                version: slutversion
                matters: [buss]
                """,
        }
    )

    assert facts(world, ADDRESS) == {
        "Område": ["Exempelby"],
        "Genomförd av": ["Påhittade Byrån"],
        "Datum": ["februari 2022"],
        "Version": ["Slutversion"],
        "Uppdragsgivare": ["Exempelförbundet"],
        "I samverkan med": ["Påhittade Byrån", "Exempelförbundet"],
        "Ärende": ["Bussen"],
    }


@pytest.mark.parametrize(
    ("lines", "description"),
    [
        ("summary: En **studie**.\nquestion: Hur?", "En studie."),
        ("question: Hur **ofta**?", "Hur ofta?"),
    ],
)
def test_the_description_is_the_summary_or_else_the_question(lines: str, description: str) -> None:
    assert page(edition({"case-studies/studie.yml": lines}), ADDRESS).description == description


def test_those_who_name_it_are_listed_but_for_those_it_names_itself() -> None:
    world = edition(
        {
            "case-studies/studie.yml": "related: [bron]",
            "decisions/bron.yml": "related: [studie]",
            "decisions/vagen.yml": "papers: [{title: Studien, case_study: studie}]",
        }
    )

    told = context(world, ADDRESS)

    assert [link.address for link in told["related"]] == ["beslut/bron/"]
    assert [link.address for link in told["backlinks"]] == ["beslut/vagen/"]
