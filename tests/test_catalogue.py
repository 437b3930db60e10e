"""Records together: ids resolved, who mentions whom, and what follows from it all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.catalogue import Catalogue, Neighbours
from samrum.entries import Decision, Item
from samrum.model import Matter, Organization
from samrum.model.values import PartialDate
from tests.world import archive

DECIDED = "decision: {title: Något beslutas, resolution: [att göra det]}"
PROTOCOL = f"""
    reference: TN 12-2024
    agenda_items:
      - number: 9
        name: Ett ärende
        {DECIDED}
        matters: [ett-arende]
      - number: 10
        name: Flera ärenden
        matters: [ett-arende]
        parts:
          - name: Första delen
            {DECIDED}
          - name: Andra delen
            matters: [annat-arende]
            {DECIDED}
          - name: Tredje delen
      - number: 11
        name: Sent beslut
        decision:
          title: Något beslutas
          resolution: [att göra det]
          date: 2024-05-14
    """


def catalogue(folder: Path, files: dict[str, str]) -> Catalogue:
    """The catalogue of records that may name what is not there."""
    return archive(folder, files)[0]


def test_records_are_ordered_for_reading(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "organizations/a.yml": "name: Ödemåla",
            "organizations/b.yml": "name: Testköping",
            "organizations/c.yml": "name: Ålinge",
            "meetings/namnd-2024-01-15.yml": "date: 2024-01-15",
            "meetings/namnd-2024-05-13.yml": "",
            "events/sent.yml": "date: 2024-12-01",
            "events/tidigt.yml": "date: 2024-02-01",
            "strategies/a.yml": "title: Plan 10",
            "strategies/b.yml": "title: Plan 9",
            "case-studies/a.yml": "title: B",
            "case-studies/b.yml": "title: A",
            "matters/a.yml": "title: Ö",
            "matters/b.yml": "title: A",
        },
    )

    assert [one.name for one in found.organizations] == ["Testköping", "Ålinge", "Ödemåla"]
    assert [str(one.date) for one in found.meetings] == ["2024-05-13", "2024-01-15"]
    assert [one.id for one in found.events] == ["tidigt", "sent"]
    assert [one.title for one in found.strategies] == ["Plan 9", "Plan 10"]
    assert [one.title for one in found.case_studies] == ["A", "B"]
    assert [one.title for one in found.matters] == ["A", "Ö"]


def test_decisions_are_newest_first_in_the_order_of_the_protocol_and_undated_last(
    tmp_path: Path,
) -> None:
    found = catalogue(
        tmp_path,
        {
            "meetings/namnd-2024-05-13.yml": PROTOCOL,
            "decisions/aldre.yml": "date: 2024-05",
            "decisions/odaterat.yml": "",
        },
    )

    assert [decision.id for decision in found.decisions] == [
        "namnd-2024-05-13-11",
        "namnd-2024-05-13-9",
        "namnd-2024-05-13-10-1",
        "namnd-2024-05-13-10-2",
        "aldre",
        "odaterat",
    ]


def test_a_decision_in_a_protocol_takes_from_it_what_it_does_not_say_itself(
    tmp_path: Path,
) -> None:
    found = catalogue(tmp_path, {"meetings/namnd-2024-05-13.yml": PROTOCOL})
    (meeting,) = found.meetings
    decisions = {decision.id: decision for decision in found.decisions_of[meeting.id]}

    assert [(one.date, one.matters) for one in decisions.values()] == [
        (PartialDate(2024, 5, 13), ("ett-arende",)),
        (PartialDate(2024, 5, 13), ("ett-arende",)),
        (PartialDate(2024, 5, 13), ("annat-arende",)),
        (PartialDate(2024, 5, 14), ()),
    ]
    first = decisions["namnd-2024-05-13-9"]
    assert (first.organization, first.reference) == ("namnd", "TN 12-2024")
    assert (first.sources, first.meeting) == (meeting.sources, meeting)


def test_a_decision_of_its_own_says_everything_itself(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {"decisions/ett-beslut.yml": "reference: TN 1\ndate: 2024\nmatters: [ett-arende]"},
    )
    (decision,) = found.decisions

    assert (decision.organization, decision.reference) == ("namnd", "TN 1")
    assert (decision.date, decision.matters) == (PartialDate(2024), ("ett-arende",))
    assert (decision.meeting, decision.keys) == (None, ())
    assert decision.path == "records/decisions/ett-beslut.yml"


def test_the_sections_of_a_protocol_and_their_parts_are_numbered_for_their_addresses(
    tmp_path: Path,
) -> None:
    found = catalogue(tmp_path, {"meetings/namnd-2024-05-13.yml": PROTOCOL})
    items = found.items["namnd-2024-05-13"]

    assert [(item.anchor, item.paragraph, item.is_part, item.keys) for item in items] == [
        ("p9", "9", False, ("agenda_items", 0)),
        ("p10", "10", False, ("agenda_items", 1)),
        ("p10-1", "10", True, ("agenda_items", 1, "parts", 0)),
        ("p10-2", "10", True, ("agenda_items", 1, "parts", 1)),
        ("p10-3", "10", True, ("agenda_items", 1, "parts", 2)),
        ("p11", "11", False, ("agenda_items", 2)),
    ]


def test_what_belongs_together_is_found_by_id(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "meetings/namnd-2024-01-15.yml": "date: 2024-01-15",
            "meetings/namnd-2024-05-13.yml": PROTOCOL,
            "meetings/rad-2024-05-13.yml": "organization: rad",
            "decisions/ett-beslut.yml": "matters: [ett-arende]",
        },
    )

    assert [one.id for one in found.meetings_of["namnd"]] == [
        "namnd-2024-05-13",
        "namnd-2024-01-15",
    ]
    assert len(found.decisions_by["namnd"]) == 5
    assert [one.id for one in found.decisions_in["ett-arende"]] == [
        "namnd-2024-05-13-9",
        "namnd-2024-05-13-10-1",
        "ett-beslut",
    ]
    assert [item.number for item in found.items_in["ett-arende"]] == ["9", "10"]


def test_an_archive_that_is_public_as_a_whole_is_its_own_published_part(tmp_path: Path) -> None:
    world = catalogue(tmp_path, {"matters/a.yml": "", "matters/b.yml": "publish: on 2024-06-01"})

    assert world.published(date(2024, 6, 1)) is world
    assert [one.id for one in world.published(date(2024, 5, 31)).matters] == ["a"]


def test_a_meeting_has_the_meetings_of_its_own_body_for_neighbours(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "meetings/namnd-2024-01-15.yml": "date: 2024-01-15",
            "meetings/namnd-2024-03-11.yml": "date: 2024-03-11",
            "meetings/namnd-2024-05-13.yml": "",
            "meetings/rad-2024-02-01.yml": "organization: rad\ndate: 2024-02-01",
        },
    )
    first, second, third = found.meetings_of["namnd"][::-1]

    assert found.neighbours == {
        first.id: Neighbours(None, second),
        second.id: Neighbours(first, third),
        third.id: Neighbours(second, None),
        "rad-2024-02-01": Neighbours(None, None),
    }


def test_an_assignment_is_owed_to_the_decision_that_gave_it(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "decisions/aldre.yml": "date: 2023\nassignments: [{to: rad, task: A}]",
            "decisions/nyare.yml": "date: 2024\n"
            "assignments: [{to: rad, task: B}, {to: rad, task: C}]",
        },
    )

    assert [(one.assignment.task, one.decision.id) for one in found.assignments] == [
        ("B", "nyare"),
        ("C", "nyare"),
        ("A", "aldre"),
    ]


def test_an_id_leads_to_a_record_or_to_a_decision_in_a_protocol(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "organizations/namnd.yml": "",
            "meetings/namnd-2024-05-13.yml": PROTOCOL,
            "decisions/ett-beslut.yml": "",
        },
    )

    assert isinstance(found.find("namnd"), Organization)
    assert isinstance(found.find("namnd-2024-05-13-9"), Decision)
    assert isinstance(found.find("ett-beslut"), Decision)
    assert found.find("namnd-2024-05-13-10") is None
    assert found.organization("namnd") is found.find("namnd")
    assert found.organization("ett-beslut") is None
    assert found.paths["ett-beslut"] == "records/decisions/ett-beslut.yml"


def test_the_first_of_two_files_with_one_id_holds(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "matters/2023/a.yml": "title: Den första",
            "matters/2024/a.yml": "title: Den andra",
            "strategies/a.yml": "",
            "decisions/namnd-2024-05-13-9.yml": "",
            "meetings/2023/namnd-2024-05-13.yml": "",
            "meetings/2024/namnd-2024-05-13.yml": PROTOCOL,
        },
    )

    assert [matter.title for matter in found.matters] == ["Den första"]
    assert isinstance(found.find("a"), Matter)
    assert found.paths["a"] == "records/matters/2023/a.yml"
    assert [decision.path for decision in found.decisions if decision.id.endswith("-9")] == [
        "records/decisions/namnd-2024-05-13-9.yml"
    ]
    assert [meeting.agenda_items for meeting in found.meetings] == [()]


def origins(found: Catalogue, target: str) -> list[str]:
    """Who mentions an id: records and decisions by id, sections by their anchor."""
    mentions = found.mentions.get(target, ())
    return [one.by.anchor if isinstance(one.by, Item) else one.by.id for one in mentions]


@pytest.mark.parametrize(
    ("protocol", "expected"),
    [
        ("organization: rad", ["namnd-2024-05-13"]),
        ("summary: Se [rådet](record:rad).", ["namnd-2024-05-13"]),
        (
            "agenda_items: [{number: 9, name: A, presenters: [{name: B, on_behalf_of: rad}]}]",
            ["p9"],
        ),
        ("agenda_items: [{number: 9, name: A, body: 'Se [rådet](record:rad).'}]", ["p9"]),
        ("agenda_items: [{number: 9, name: A, parts: [{name: B, related: [rad]}]}]", ["p9-1"]),
        (
            f"agenda_items: [{{number: 9, name: A, {DECIDED[:-1]}, related: [rad]}}}}]",
            ["namnd-2024-05-13-9"],
        ),
        (
            "agenda_items: [{number: 9, name: A, parts: [{name: B, "
            f"{DECIDED[:-1]}, proposed_to: rad}}}}]}}]",
            ["namnd-2024-05-13-9-1"],
        ),
        ("summary: Ordet record:rad är ingen länk.", []),
    ],
)
def test_a_mention_comes_from_the_smallest_thing_with_an_address(
    protocol: str, expected: list[str], tmp_path: Path
) -> None:
    found = catalogue(tmp_path, {"meetings/namnd-2024-05-13.yml": protocol})

    assert origins(found, "rad") == expected


def test_a_mention_knows_its_place(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"decisions/ett-beslut.yml": "related: [en-strategi]"})
    (mention,) = found.mentions["en-strategi"]

    assert mention.by is found.find("ett-beslut")
    assert (mention.path, mention.keys) == ("records/decisions/ett-beslut.yml", ("related", 0))


def test_mentions_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "matters/a.yml": "summary: Se [strategin](record:en-strategi).",
            "matters/b.yml": "related: [en-strategi]",
            "matters/c.yml": "summary: Se [strategin](record:en-strategi).",
        },
    )

    assert origins(found, "en-strategi") == ["a", "b", "c"]


def test_a_source_is_told_from_other_mentions(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "matters/ett-arende.yml": """
                sources: [{document: Ett protokoll, record: mote}]
                milestones: [{text: A, source: {document: Ett protokoll, record: mote}}]
                related: [mote]
                """
        },
    )

    assert [(one.keys[0], one.is_source) for one in found.mentions["mote"]] == [
        ("sources", True),
        ("milestones", True),
        ("related", False),
    ]


def test_a_record_that_names_itself_does_not_mention_itself(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"matters/a.yml": "related: [a]"})

    assert "a" not in found.mentions


def test_what_a_second_file_with_the_same_id_says_is_still_said(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "meetings/2023/namnd-2024-05-13.yml": "",
            "meetings/2024/namnd-2024-05-13.yml": "agenda_items: "
            "[{number: 9, name: A, related: [rad]}]",
            "matters/ett-beslut.yml": "",
            "decisions/ett-beslut.yml": "related: [rad]",
        },
    )

    assert origins(found, "rad") == ["ett-beslut", "namnd-2024-05-13"]
