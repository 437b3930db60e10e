"""What the start page shows."""

from __future__ import annotations

from typing import Any

from samrum.pages import start
from samrum.pages.start import LATEST
from tests.pages.archive import edition


def told(files: dict[str, str]) -> dict[str, Any]:
    return dict(start(edition(files, as_of="2024-06-01")))


def test_the_latest_decisions_and_meetings_are_shown_newest_first_and_only_so_many() -> None:
    days = [f"2024-01-0{day}" for day in range(1, LATEST + 2)]

    shown = told(
        {f"decisions/d-{day}.yml": f"date: {day}\nmatters: [buss]" for day in days}
        | {f"meetings/m-{day}.yml": f"date: {day}" for day in days}
    )

    newest_first = days[:0:-1]
    assert [row.machine_date for row in shown["decisions"]] == newest_first
    assert [row.machine_date for row in shown["meetings"]] == newest_first


def test_a_decision_that_belongs_to_no_matter_is_no_news() -> None:
    shown = told(
        {
            "decisions/dagordningen.yml": "date: 2024-05-13",
            "decisions/bussen.yml": "title: Bussen\ndate: 2021\nmatters: [buss]",
        }
    )

    assert [row.link.text for row in shown["decisions"]] == ["Bussen"]


def test_the_nearest_of_what_is_coming_is_shown() -> None:
    days = [f"2024-07-0{day}" for day in range(1, LATEST + 2)]

    shown = told(
        {f"events/e-{day}.yml": f"date: {day}" for day in days}
        | {"events/forr.yml": "date: 2024-01-01"}
    )

    assert [entry.machine_date for entry in shown["coming"]] == days[:LATEST]
    assert shown["as_of"] == "1 juni 2024"


def test_a_matter_is_shown_as_long_as_it_is_not_closed() -> None:
    shown = told(
        {
            "matters/a.yml": "title: Avslutat ärende\nstatus: avslutat",
            "matters/b.yml": "title: Öppet ärende\nstatus: pågår",
            "matters/c.yml": "title: Vilande ärende\nstatus: vilar",
        }
    )

    assert [row.link.text for row in shown["matters"]] == ["Öppet ärende", "Vilande ärende"]
