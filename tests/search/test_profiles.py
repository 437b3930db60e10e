"""What is known of a hit beside its words, and what it counts against others."""

from __future__ import annotations

import pytest

from samrum.search.profiles import Profile, Sort, profile
from tests.pages.archive import edition

NAMND = {"organizations/namnd.yml": "name: Testnämnden\nclassification: nämnd"}


def of(files: dict[str, str], id: str) -> Profile:
    found = edition({**NAMND, **files})
    entry = found.catalogue.find(id)
    assert entry
    return profile(entry, found)


@pytest.mark.parametrize(
    ("place", "sort", "label"),
    [
        ("decisions/a.yml", Sort.DECISION, "Beslut"),
        ("strategies/a.yml", Sort.STRATEGY, "Strategi"),
        ("matters/a.yml", Sort.MATTER, "Ärende"),
        ("case-studies/a.yml", Sort.CASE_STUDY, "Fallstudie"),
        ("meetings/a.yml", Sort.PROTOCOL, "Protokoll"),
        ("organizations/a.yml", Sort.ORGANIZATION, "Organisation"),
        ("events/a.yml", Sort.EVENT, "Möte"),
    ],
)
def test_a_record_is_of_a_sort_and_says_what_it_is(place: str, sort: Sort, label: str) -> None:
    found = of({place: ""}, "a")

    assert (found.sort, found.label) == (sort, label)


def test_a_decision_tells_its_body_its_date_and_its_type() -> None:
    found = of({"decisions/a.yml": "date: 2024-03\ndecision_type: förslag"}, "a")

    assert (found.bodies, found.date, found.year) == (("Testnämnden",), "2024-03", "2024")
    assert (found.type, found.label) == ("Förslag till beslut", "Förslag till beslut")


def test_what_is_not_known_is_left_out() -> None:
    found = of({"decisions/a.yml": ""}, "a")

    assert (found.date, found.year, found.status, found.tone) == ("", "", "", "")


@pytest.mark.parametrize(
    ("lines", "status", "tone"),
    [
        ("validity: [{to: 2030}]", "Gäller", "good"),
        ("validity: [{to: 2020}]", "Giltighetstiden har gått ut", "bad"),
        ("progress: pausad", "Pausad", "warn"),
    ],
)
def test_a_strategy_tells_whether_it_holds(lines: str, status: str, tone: str) -> None:
    found = of({"strategies/a.yml": lines}, "a")

    assert (found.status, found.tone) == (status, tone)


def test_a_meeting_and_a_matter_tell_their_state() -> None:
    files = {"meetings/mote.yml": "status: inställt", "matters/fraga.yml": "status: vilar"}

    assert of(files, "mote").status == "Inställt"
    assert of(files, "fraga").status == "Vilar"


def test_what_holds_counts_more_than_what_has_been_replaced() -> None:
    files = {
        "strategies/ny.yml": "validity: [{to: 2030}]\nsupersedes: [gammal]",
        "strategies/gammal.yml": "validity: [{to: 2030}]",
    }

    assert of(files, "gammal").rank < of(files, "ny").rank


def test_decisions_count_more_than_protocols_unless_they_only_note_information() -> None:
    files = {
        "decisions/beslut.yml": "",
        "decisions/information.yml": "decision_type: information",
        "meetings/mote.yml": "",
    }
    ranks = {id: of(files, id).rank for id in ("beslut", "information", "mote")}

    assert ranks["beslut"] > ranks["information"] == ranks["mote"]
