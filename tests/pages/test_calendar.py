"""The calendar."""

from __future__ import annotations

import pytest

from samrum.pages.calendar import Entry, coming, entries
from samrum.pages.edition import Link
from tests.pages.archive import context, edition


def only_entry(lines: str) -> Entry:
    (entry,) = entries(edition({"events/dag.yml": lines}))
    return entry


def test_an_event_tells_all_that_is_known_of_it() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "matters/buss.yml": "title: Bussen",
            "decisions/bron.yml": "title: Bron byggs",
            "events/dag.yml": """
                name: Bussdagen
                type: seminarium
                status: planerat
                date: 2024-09-01
                start: "09:00"
                location: Digitalt
                summary: En dag om **bussar**.
                decision: bron
                matters: [buss]
                """,
        }
    )

    (entry,) = entries(world)

    assert (entry.when, entry.machine_date) == ("söndag 1 september 2024", "2024-09-01")
    assert (entry.anchor, entry.name, entry.kind) == ("dag", "Bussdagen", "Seminarium")
    assert (entry.time, entry.location, entry.status) == ("kl. 9.00", "Digitalt", "planerat")
    assert (entry.summary, entry.link) == ("En dag om **bussar**.", None)
    assert entry.organization == Link("Exempelnämnden", "organ/namnd/", "Organisation")
    assert entry.decision is not None
    assert entry.decision.text == "Bron byggs"
    assert entry.matters == (Link("Bussen", "arenden/buss/", "Ärende"),)


def test_an_event_of_which_little_is_known_says_little() -> None:
    entry = only_entry("date: 2024-09-01")

    assert (entry.time, entry.location, entry.summary) == ("", "", "")
    assert (entry.alternatives, entry.decision, entry.matters) == ((), None, ())


def test_a_meeting_leads_to_its_protocol() -> None:
    world = edition(
        {
            "organizations/namnd.yml": "name: Exempelnämnden",
            "meetings/namnd-2024-05-13.yml": """
                start: "08:30"
                end: "12:00"
                location: Kommunhuset
                """,
        }
    )

    (entry,) = entries(world)

    assert (entry.name, entry.kind, entry.status) == ("Exempelnämnden", "Möte", "genomfört")
    assert (entry.when, entry.time) == ("måndag 13 maj 2024", "kl. 8.30–12.00")
    assert entry.link is not None
    assert entry.link.address == "protokoll/namnd-2024-05-13/"
    assert entry.location == "Kommunhuset"


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        ('start: "09:00"\nend: "15:00"\nend_is_approximate: true', "kl. 9.00–ca 15.00"),
        ('start: "09:00"\nend: "15:00"', "kl. 9.00–15.00"),
        ("end_is_approximate: true", ""),
    ],
)
def test_an_approximate_end_is_told_as_such(lines: str, time: str) -> None:
    assert only_entry(lines).time == time


@pytest.mark.parametrize(
    ("first", "last", "when"),
    [
        ("2022-11-10", "2022-11-11", "10–11 november 2022"),
        ("2022-11-30", "2022-12-01", "30 november 2022 – 1 december 2022"),
        ("2022-11-10", "2023-11-10", "10 november 2022 – 10 november 2023"),
    ],
)
def test_several_days_are_told_as_a_span(first: str, last: str, when: str) -> None:
    assert only_entry(f"date: {first}\nend_date: {last}").when == when


def test_other_times_that_are_held_open_are_told_with_their_notes() -> None:
    entry = only_entry("""
        date: 2022-11-11
        alternatives:
          - {date: 2022-11-10, end_date: 2022-11-11, note: Lunch till lunch}
          - {date: 2022-11-18}
        """)

    assert entry.alternatives == (
        "10–11 november 2022, Lunch till lunch",
        "fredag 18 november 2022",
    )


def test_what_is_on_the_day_or_after_it_is_coming_the_nearest_first() -> None:
    world = edition(
        {
            "events/sist.yml": "date: 2024-07-01",
            "meetings/i-dag.yml": "date: 2024-06-01\nstatus: kallat",
            "events/i-gar.yml": "date: 2024-05-31",
            "events/snart.yml": "date: 2024-06-02",
        },
        as_of="2024-06-01",
    )

    assert [entry.anchor for entry in coming(world)] == ["i-dag", "snart", "sist"]


def test_what_lasts_for_days_is_coming_until_the_last_of_them() -> None:
    files = {"events/dagar.yml": "date: 2024-06-01\nend_date: 2024-06-02"}

    assert len(coming(edition(files, as_of="2024-06-02"))) == 1
    assert coming(edition(files, as_of="2024-06-03")) == ()


@pytest.mark.parametrize("place", ["events/dag.yml", "meetings/dag.yml"])
def test_what_is_cancelled_is_not_coming_but_stands_in_the_calendar(place: str) -> None:
    world = edition({place: "date: 2024-07-01\nstatus: inställt"})

    assert coming(world) == ()
    assert [entry.status for entry in entries(world)] == ["inställt"]


def test_the_calendar_has_the_latest_year_first_and_the_order_of_time_within_it() -> None:
    world = edition(
        {
            "events/a.yml": "date: 2024-02-01",
            "meetings/b.yml": "date: 2024-01-01",
            "events/c.yml": "date: 2023-01-01",
            "events/d.yml": "date: 2024-02-01",
        }
    )

    told = context(world, "kalender/")

    assert [(one.year, [entry.anchor for entry in one.entries]) for one in told["years"]] == [
        (2024, ["b", "a", "d"]),
        (2023, ["c"]),
    ]
    assert (told["coming"], told["as_of"]) == ((), "1 juni 2024")
