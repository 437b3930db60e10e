"""The list of protocols, and the page of one."""

from __future__ import annotations

from typing import Any

import pytest

from samrum.pages.page import Heading
from samrum.pages.protocols import ItemView
from tests.pages.archive import context, edition, facts, page, plain, words

NAMND = {"organizations/namnd.yml": "name: Exempelnämnden"}
ADDRESS = "protokoll/namnd-2024-05-13/"


def meeting(lines: str) -> dict[str, str]:
    return {**NAMND, "meetings/namnd-2024-05-13.yml": lines}


def items(lines: str, more: dict[str, str] | None = None) -> list[ItemView]:
    return list(context(edition({**meeting(lines), **(more or {})}), ADDRESS)["items"])


def test_the_list_has_the_newest_meeting_first() -> None:
    world = edition(
        {
            **NAMND,
            "meetings/namnd-2023-01-01.yml": "date: 2023-01-01",
            "meetings/namnd-2024-05-13.yml": """
                date: 2024-05-13
                reference: EN 12-2024
                agenda_items:
                  - {number: 1, name: Bussen, decision: {title: Bussen, resolution: [att]}}
                  - {number: 2, name: Tåget}
                  - number: 3
                    name: Bron
                    decision: {title: Bron, decision_type: information, resolution: [att]}
                """,
        }
    )

    rows = context(world, "protokoll/")["rows"]

    told = [(row.when, row.machine_date, plain(row.reference), row.items) for row in rows]
    assert told == [
        ("13 maj 2024", "2024-05-13", "EN 12-2024", 3),
        ("1 januari 2023", "2023-01-01", "", 0),
    ]
    assert [row.status for row in rows] == ["genomfört", "genomfört"]


def test_information_is_not_counted_as_a_decision() -> None:
    world = edition(
        meeting("""
            agenda_items:
              - {number: 1, name: Bussen, decision: {title: Bussen, resolution: [att]}}
              - number: 2
                name: Bron
                decision: {title: Bron, decision_type: information, resolution: [att]}
            """)
    )

    (row,) = context(world, "protokoll/")["rows"]

    assert (row.items, row.decisions) == (2, 1)


def test_what_the_protocol_does_not_say_is_said_to_be_missing() -> None:
    assert facts(edition(meeting("")), ADDRESS) == {
        "Organ": ["Exempelnämnden"],
        "Datum": ["måndag 13 maj 2024"],
        "Tid": ["uppgift saknas"],
        "Plats": ["uppgift saknas"],
        "Diarienummer": ["uppgift saknas"],
        "Ordförande": ["uppgift saknas"],
        "Sekreterare": ["uppgift saknas"],
        "Justerare": ["uppgift saknas"],
        "Justerat": ["uppgift saknas"],
    }


def test_what_the_protocol_says_is_a_fact() -> None:
    world = edition(
        meeting("""
            reference: EN 12-2024
            start: "08:30"
            end: "12:00"
            location: Kommunhuset
            secretary: Sven Påhitt
            participants:
              - {name: Ada Exempel, party: x, on_behalf_of: by, role: ordförande}
              - {name: Bo Exempel, on_behalf_of: by, role: ledamot}
              - {name: Cia Exempel, on_behalf_of: by}
            adjusters: [Bo Exempel, Cia Exempel]
            adjusted_on: 2024-05-20
            announced_on: 2024-05-21
            appeal_deadline: 2024-06-11
            legal_force_on: 2024-06-12
            signature: {service: Påhittad Signatur, reference: 123 AB}
            """)
    )

    assert facts(world, ADDRESS) == {
        "Organ": ["Exempelnämnden"],
        "Datum": ["måndag 13 maj 2024"],
        "Tid": ["kl. 8.30–12.00"],
        "Plats": ["Kommunhuset"],
        "Diarienummer": ["EN 12-2024"],
        "Ordförande": ["Ada Exempel (x)"],
        "Sekreterare": ["Sven Påhitt"],
        "Justerare": ["Bo Exempel", "Cia Exempel"],
        "Justerat": ["20 maj 2024"],
        "E-signatur": ["Påhittad Signatur, referensnummer 123 AB"],
        "Anslaget": ["21 maj 2024"],
        "Överklagas senast": ["11 juni 2024"],
        "Laga kraft": ["12 juni 2024"],
    }


def test_two_may_have_shared_the_chair() -> None:
    world = edition(
        meeting("""
            participants:
              - {name: Ada Exempel, party: x, on_behalf_of: by, role: ordförande}
              - {name: Bo Exempel, on_behalf_of: by, role: vice ordförande}
              - {name: Cia Exempel, on_behalf_of: by, role: ordförande}
            """)
    )

    assert facts(world, ADDRESS)["Ordförande"] == ["Ada Exempel (x) och Cia Exempel"]


def test_a_protocol_that_is_not_adjusted_says_so() -> None:
    told = context(edition(meeting("")), ADDRESS)["adjustment"]

    assert told == "Protokollet är inte justerat enligt uppgifterna i arkivet."


def test_the_absent_stand_after_the_present_and_each_has_a_word_for_it() -> None:
    world = edition(
        {
            **meeting("""
                participants:
                  - {name: Ada Exempel, party: x, on_behalf_of: by, role: ordförande}
                  - {name: Bo Exempel, on_behalf_of: by}
                absentees:
                  - {name: Cia Exempel, party: y, on_behalf_of: okand, role: ersättare}
                adjusters: [Ada Exempel, Bo Exempel]
                """),
            "organizations/by.yml": "name: Exempelby kommun",
        }
    )

    told = context(world, ADDRESS)

    assert [
        (seat.name, seat.party, seat.on_behalf_of.text, seat.roles, seat.presence)
        for seat in told["seats"]
    ] == [
        ("Ada Exempel", "x", "Exempelby kommun", "ordförande, justerare", "närvarande"),
        ("Bo Exempel", "", "Exempelby kommun", "justerare", "närvarande"),
        ("Cia Exempel", "y", "okand", "ersättare", "frånvarande"),
    ]
    assert told["attendance"] == "Ledamöter: 2 närvarande, 1 frånvarande"


def test_an_official_is_told_with_title_and_employer_as_far_as_they_are_known() -> None:
    world = edition(
        {
            **meeting("""
                officials:
                  - {name: Doris Exempel, title: samordnare, on_behalf_of: by}
                  - {name: Egon Exempel, title: utredare}
                  - {name: Frej Exempel}
                """),
            "organizations/by.yml": "name: Exempelby kommun",
        }
    )

    assert context(world, ADDRESS)["officials"] == (
        "Doris Exempel, samordnare, Exempelby kommun",
        "Egon Exempel, utredare",
        "Frej Exempel",
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("", ""),
        ("type: beslutsärende", "Beslutsärende"),
        ("oral: true", "Muntligt ärende"),
        ("type: informationsärende\n    oral: true", "Muntligt informationsärende"),
    ],
)
def test_an_item_says_what_it_was_for_and_whether_it_was_oral(lines: str, words: str) -> None:
    (item,) = items(f"agenda_items:\n  - number: 1\n    name: Bussen\n    {lines}")

    assert item.type == words


@pytest.mark.parametrize(
    ("presenters", "words"),
    [
        ("[]", ""),
        ("[{name: Ada}]", "Ada"),
        ("[{name: Ada}, {name: Bo}, {name: Cia}]", "Ada, Bo och Cia"),
        (
            "[{name: Ada, on_behalf_of: byran}, {name: Bo}, {name: Cia, on_behalf_of: byran}]",
            "Ada och Cia, Påhittade Byrån; Bo",
        ),
        (
            "[{name: Ada, on_behalf_of: byran}, {name: Bo, on_behalf_of: okand}]",
            "Ada, Påhittade Byrån; Bo, okand",
        ),
    ],
)
def test_presenters_of_one_organization_stand_before_its_name(presenters: str, words: str) -> None:
    (item,) = items(
        f"agenda_items: [{{number: 1, name: Bussen, presenters: {presenters}}}]",
        {"organizations/byran.yml": "name: Påhittade Byrån"},
    )

    assert item.presenters == words


def test_the_parts_of_a_paragraph_follow_it_with_its_number_and_anchors_of_their_own() -> None:
    shown = items("""
        agenda_items:
          - {number: 1, name: Bussen}
          - number: 2
            name: Trafik
            parts: [{name: Hållplatsen}, {name: Bron}]
        """)

    assert [(item.anchor, item.number, item.name, item.is_part) for item in shown] == [
        ("p1", "1", "Bussen", False),
        ("p2", "2", "Trafik", False),
        ("p2-1", "2", "Hållplatsen", True),
        ("p2-2", "2", "Bron", True),
    ]


def test_the_table_of_contents_has_every_paragraph_and_no_part() -> None:
    world = edition(
        meeting("agenda_items: [{number: 1, name: Bussen, parts: [{name: Hållplatsen}]}]")
    )

    assert page(world, ADDRESS).toc == (Heading("p1", "§\u00a01 Bussen"),)


def test_an_item_tells_what_was_said_and_what_it_belongs_to() -> None:
    (item,) = items(
        """
        agenda_items:
          - number: 1
            name: Bussen
            body: Bussen går **ofta**.
            views: [Bussen är sen.]
            figures:
              - {label: Resor, value: 51 miljoner kronor, period: 2020}
              - {label: Bussar, value: 3}
            matters: [buss]
            related: [plan]
        """,
        {"matters/buss.yml": "title: Bussen", "strategies/plan.yml": "title: Bussplanen"},
    )

    assert (item.body, item.views) == ("Bussen går **ofta**.", ("Bussen är sen.",))
    assert words(item.figures) == ["Resor: 51 miljoner kronor (2020)", "Bussar: 3"]
    assert (words(item.matters), words(item.related)) == (["Bussen"], ["Bussplanen"])


def test_an_item_with_nothing_but_a_name_shows_nothing_else() -> None:
    (item,) = items("agenda_items: [{number: 1, name: Bussen}]")

    assert item == ItemView("p1", "1", "Bussen", False, "", "", "", (), (), None, (), ())


def test_a_decision_is_boxed_where_it_was_taken() -> None:
    (item,) = items("""
        agenda_items:
          - number: 1
            name: Bussen
            decision:
              title: Bussen behålls
              decision_type: rekommendation
              result: bifall
              resolution: [att behålla bussen, att måla den]
              funding: {amount: 100}
              assignments: [{to: namnd, task: Måla bussen}]
        """)

    box = item.decision
    assert box is not None
    assert (box.kind, box.lead) == ("Rekommendation", "Exempelnämnden rekommenderade")
    assert box.caution.startswith("En rekommendation är inte ett beslut")
    assert box.link.address == "beslut/namnd-2024-05-13-1/"
    assert (box.resolution, box.result) == (("att behålla bussen", "att måla den"), "Bifall")
    assert box.cost is not None
    assert [task.task for task in box.tasks] == ["Måla bussen"]


def test_a_decision_without_result_or_cost_shows_neither() -> None:
    (item,) = items(
        "agenda_items: [{number: 1, name: Buss, decision: {title: Buss, resolution: [att]}}]"
    )

    assert item.decision is not None
    assert (item.decision.result, item.decision.cost, item.decision.tasks) == ("", None, ())


def test_a_decision_whose_id_another_record_took_first_is_not_shown_as_that_record() -> None:
    (item,) = items(
        "agenda_items: [{number: 1, name: Buss, decision: {title: Buss, resolution: [att]}}]",
        {"matters/namnd-2024-05-13-1.yml": "title: Något annat"},
    )

    assert item.decision is None


def test_the_decisions_are_listed_in_the_order_of_the_protocol() -> None:
    world = edition(
        meeting("""
            agenda_items:
              - {number: 9, name: Buss, decision: {title: Bussen, resolution: [att]}}
              - {number: 10, name: Tåg, decision: {title: Tåget, resolution: [att]}}
              - number: 11
                name: Bro
                parts: [{name: Räcke, decision: {title: Räcket, resolution: [att]}}]
            """)
    )

    assert words(context(world, ADDRESS)["decisions"]) == ["Bussen", "Tåget", "Räcket"]


def test_the_neighbours_are_the_meetings_of_the_same_body() -> None:
    world = edition(
        {
            **NAMND,
            **{
                f"meetings/namnd-{day}.yml": f"date: {day}"
                for day in ("2024-01-01", "2024-02-02", "2024-03-03")
            },
            "meetings/annan-2024-02-03.yml": "organization: annan\ndate: 2024-02-03",
        }
    )

    def around(day: str) -> tuple[Any, ...]:
        told = context(world, f"protokoll/namnd-{day}/")
        return tuple(told[side] and told[side].address for side in ("before", "after"))

    assert around("2024-01-01") == (None, "protokoll/namnd-2024-02-02/")
    assert around("2024-02-02") == ("protokoll/namnd-2024-01-01/", "protokoll/namnd-2024-03-03/")
    assert around("2024-03-03") == ("protokoll/namnd-2024-02-02/", None)


@pytest.mark.parametrize(
    ("lines", "description"),
    [
        ("", "Protokoll från Exempelnämnden 13 maj 2024."),
        ("summary: Mötet **valde** ordförande.", "Mötet valde ordförande."),
    ],
)
def test_the_description_is_the_summary_or_else_which_protocol_it_is(
    lines: str, description: str
) -> None:
    told = page(edition(meeting(lines)), ADDRESS)

    assert told.title == "Exempelnämnden 13 maj 2024"
    assert told.description == description
    assert told.source == "records/meetings/namnd-2024-05-13.yml"


def test_those_who_name_the_meeting_are_listed() -> None:
    world = edition({**meeting(""), "matters/buss.yml": "related: [namnd-2024-05-13]"})

    assert [link.address for link in context(world, ADDRESS)["backlinks"]] == ["arenden/buss/"]
