"""The list of decisions, and the page of one."""

from __future__ import annotations

import pytest

from samrum.pages.decisions import AdoptionRow, caution, count, lead
from samrum.pages.edition import Link
from samrum.pages.papers import PaperRow
from tests.pages.archive import context, edition, facts, page, words

BODIES = {
    "organizations/namnd.yml": "name: Exempelnämnden",
    "organizations/utskott.yml": "name: Arbetsutskottet\nclassification: utskott",
    "organizations/samrad.yml": "name: Samråd Exempel\nclassification: samråd",
}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("organization: namnd", "Exempelnämnden beslutade"),
        ("organization: samrad\ndecision_type: rekommendation", "Samråd Exempel rekommenderade"),
        (
            "organization: namnd\ndecision_type: information",
            "Exempelnämnden tog emot informationen",
        ),
        ("organization: utskott\ndecision_type: förslag", "Arbetsutskottet föreslår"),
        (
            "organization: utskott\ndecision_type: förslag\nproposed_to: namnd",
            "Arbetsutskottet föreslår att exempelnämnden beslutar",
        ),
        (
            "organization: utskott\ndecision_type: förslag\nproposed_to: samrad",
            "Arbetsutskottet föreslår att Samråd Exempel beslutar",
        ),
    ],
)
def test_the_lead_says_who_takes_the_stand_and_what_kind_it_is(lines: str, words: str) -> None:
    world = edition({**BODIES, "decisions/bron.yml": lines})

    assert lead(world.catalogue.decisions[0], world) == words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("decision_type: beslut", ""),
        ("decision_type: information", ""),
        (
            "decision_type: förslag\nproposed_to: namnd",
            "Det här är ett förslag. Arkivet innehåller inget beslut av exempelnämnden i frågan.",
        ),
        (
            "decision_type: förslag",
            "Det här är ett förslag. Arkivet innehåller inget beslut i frågan.",
        ),
        (
            "decision_type: rekommendation",
            "En rekommendation är inte ett beslut: varje huvudman tar själv ställning till den.",
        ),
    ],
)
def test_a_proposal_and_a_recommendation_say_that_they_are_no_decision(
    lines: str, words: str
) -> None:
    world = edition({**BODIES, "decisions/bron.yml": lines})

    assert caution(world.catalogue.decisions[0], world) == words


def test_only_decisions_are_counted_as_such() -> None:
    types = ("beslut", "beslut", "förslag", "rekommendation", "information")
    world = edition({f"decisions/d{n}.yml": f"decision_type: {one}" for n, one in enumerate(types)})

    assert count(world.catalogue.decisions) == 2


def test_the_list_has_the_newest_first_and_the_undated_last() -> None:
    world = edition(
        {
            "decisions/utan-dag.yml": "title: Utan dag",
            "decisions/gammalt.yml": "title: Gammalt\ndate: 2021",
            "decisions/nytt.yml": "title: Nytt\ndate: 2024-05-13",
        }
    )

    rows = context(world, "beslut/")["rows"]

    assert [(row.link.text, row.when, row.machine_date) for row in rows] == [
        ("Nytt", "13 maj 2024", "2024-05-13"),
        ("Gammalt", "2021", "2021"),
        ("Utan dag", "odaterad", None),
    ]


@pytest.mark.parametrize(
    ("lines", "summary"),
    [
        ("summary: Bron **byggs** nu.\nresolution: [att bygga]", "Bron byggs nu."),
        ("resolution: [att bygga bron, att måla den]", "att bygga bron"),
    ],
)
def test_a_line_of_the_list_has_the_summary_or_else_the_first_clause(
    lines: str, summary: str
) -> None:
    world = edition({"decisions/bron.yml": f"{lines}\ndecision_type: förslag"})

    (row,) = context(world, "beslut/")["rows"]

    assert (row.summary, row.kind) == (summary, "Förslag till beslut")


def test_the_description_says_who_did_what() -> None:
    world = edition({**BODIES, "decisions/bron.yml": "resolution: [att bygga bron]"})

    assert page(world, "beslut/bron/").description == "Exempelnämnden beslutade: att bygga bron"


def test_the_page_leads_back_to_the_file_of_the_record() -> None:
    world = edition(
        {
            "decisions/bron.yml": "",
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - {number: 7, name: Bussen, decision: {title: Bussen, resolution: [att åka]}}
                """,
        }
    )

    assert page(world, "beslut/bron/").source == "records/decisions/bron.yml"
    assert page(world, "beslut/namnd-2024-05-13-7/").source == (
        "records/meetings/namnd-2024-05-13.yml"
    )


def test_what_is_not_known_is_said_to_be_so() -> None:
    world = edition({**BODIES, "decisions/bron.yml": ""})

    assert facts(world, "beslut/bron/") == {
        "Organ": ["Exempelnämnden"],
        "Datum": ["odaterad"],
        "Diarienummer": ["uppgift saknas"],
    }


def test_everything_known_is_a_fact() -> None:
    world = edition(
        {
            **BODIES,
            "organizations/byran.yml": "name: Påhittade Byrån\nclassification: företag",
            "matters/buss.yml": "title: Bussen",
            "decisions/bron.yml": """
                organization: utskott
                date: 2024-03
                reference: EN 12-2024
                result: bifall
                decision_type: förslag
                proposed_to: namnd
                recommended_to: [samrad, namnd]
                supplier: byran
                procurement: {exemption_ground: Forskning}
                matters: [buss]
                """,
        }
    )

    assert facts(world, "beslut/bron/") == {
        "Organ": ["Arbetsutskottet"],
        "Datum": ["mars 2024"],
        "Diarienummer": ["EN 12-2024"],
        "Utfall": ["Bifall"],
        "Förslag till": ["Exempelnämnden"],
        "Riktas till": ["Samråd Exempel", "Exempelnämnden"],
        "Leverantör": ["Påhittade Byrån"],
        "Undantag från upphandling": ["Forskning"],
        "Ärende": ["Bussen"],
    }


def test_a_decision_of_a_protocol_leads_to_its_paragraph_and_shows_the_views_raised_there() -> None:
    world = edition(
        {
            **BODIES,
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - number: 7
                    name: Bussen
                    views: [Bussen är sen.]
                    decision: {title: Bussen behålls, resolution: [att behålla bussen]}
                """,
        }
    )

    told = context(world, "beslut/namnd-2024-05-13-7/")
    shown = facts(world, "beslut/namnd-2024-05-13-7/")

    assert told["protocol"].address == "protokoll/namnd-2024-05-13/#p7"
    assert told["views"] == ("Bussen är sen.",)
    assert shown["Paragraf"] == ["§ 7 Bussen"]
    assert shown["Möte"] == ["Exempelnämnden 13 maj 2024"]


def test_a_decision_without_a_protocol_has_neither() -> None:
    told = context(edition({"decisions/bron.yml": ""}), "beslut/bron/")

    assert (told["protocol"], told["views"], told["cost"]) == (None, (), None)


def test_a_cost_and_assignments_are_told() -> None:
    world = edition(
        {
            "decisions/bron.yml": """
                funding: {amount: 100}
                assignments: [{to: namnd, task: Bygga bron}]
                """
        }
    )

    told = context(world, "beslut/bron/")

    assert told["cost"].amount == 100
    assert [task.task for task in told["tasks"]] == ["Bygga bron"]


def test_a_paper_leads_to_the_case_study_or_to_its_address() -> None:
    world = edition(
        {
            "case-studies/studie.yml": "title: Studien\narea: Exempelby",
            "decisions/bron.yml": """
                papers:
                  - {title: En studie, version: slutversion, date: 2022-03, case_study: studie}
                  - {title: Offert, url: "https://byran.example/offert"}
                  - {title: Tjänsteskrivelse, date: 2022}
                """,
        }
    )

    studie = Link("Studien", "fallstudier/studie/", "Fallstudie", "Exempelby")
    assert context(world, "beslut/bron/")["papers"] == (
        PaperRow("En studie", studie, "", "slutversion, mars 2022"),
        PaperRow("Offert", None, "https://byran.example/offert", ""),
        PaperRow("Tjänsteskrivelse", None, "", "2022"),
    )


def test_each_principal_s_stand_on_a_recommendation_is_told() -> None:
    world = edition(
        {
            "organizations/by.yml": "name: Exempelby kommun",
            "decisions/bron.yml": """
                decision_type: rekommendation
                adoptions:
                  - principal: by
                    status: antagen
                    date: 2024-02-01
                    reference: KS 1
                    url: https://by.example/ks1
                  - {principal: okand, status: väntar}
                """,
        }
    )

    assert context(world, "beslut/bron/")["adoptions"] == (
        AdoptionRow(
            Link("Exempelby kommun", "organ/by/", "Organisation"),
            "antagen",
            "1 februari 2024",
            "KS\u00a01",
            "https://by.example/ks1",
        ),
        AdoptionRow(Link("okand", None), "väntar", "–", "", ""),
    )


def test_what_a_decision_set_in_motion_follows_from_it_and_is_not_listed_again() -> None:
    told = context(
        edition(
            {
                "decisions/bron.yml": "",
                "events/invigning.yml": "name: Invigningen\ndecision: bron\nrelated: [bron]",
                "strategies/plan.yml": "title: Broplanen\nvalidity: [{to: 2030, decision: bron}]",
            }
        ),
        "beslut/bron/",
    )

    assert words(told["follows"]) == ["Invigningen", "Broplanen"]
    assert told["backlinks"] == ()


def test_an_event_that_only_mentions_a_decision_does_not_follow_from_it() -> None:
    told = context(
        edition(
            {
                "decisions/bron.yml": "",
                "events/invigning.yml": "name: Invigningen\nrelated: [bron]",
                "events/visning.yml": "sources: [{document: Beslutet, record: bron}]",
            }
        ),
        "beslut/bron/",
    )

    assert told["follows"] == ()
    assert words(told["backlinks"]) == ["Invigningen"]


def test_two_records_that_name_each_other_are_linked_once_on_each_page() -> None:
    told = context(
        edition({"decisions/bron.yml": "related: [buss]", "matters/buss.yml": "related: [bron]"}),
        "beslut/bron/",
    )

    assert [link.address for link in told["related"]] == ["arenden/buss/"]
    assert told["backlinks"] == ()


def test_a_decision_leads_to_those_just_before_and_after_it_in_the_protocol() -> None:
    world = edition(
        {
            "meetings/namnd-2024-05-13.yml": """
                agenda_items:
                  - {number: 1, name: Ett, decision: {title: A beslutas, resolution: [att A]}}
                  - {number: 2, name: Två, decision: {title: B beslutas, resolution: [att B]}}
                  - {number: 3, name: Tre, decision: {title: C beslutas, resolution: [att C]}}
                """,
            "decisions/fri.yml": "title: Står för sig",
        }
    )

    def around(id: str) -> list[str | None]:
        told = context(world, f"beslut/{id}/")
        return [told[side].text if told[side] else None for side in ("before", "after")]

    assert around("namnd-2024-05-13-1") == [None, "B beslutas"]
    assert around("namnd-2024-05-13-2") == ["A beslutas", "C beslutas"]
    assert around("namnd-2024-05-13-3") == ["B beslutas", None]
    assert around("fri") == [None, None]
