"""The HTML of one page of each kind, compared with what is kept in golden/.

A change that is meant is written down by

    SAMRUM_UPDATE_GOLDEN=1 pytest tests/pages/test_golden.py

and then read in the diff. A file that is missing fails, and so does one that no page has.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samrum.pages import Edition, start
from samrum.pages.render import Renderer
from tests.pages.archive import edition, page

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = Path(__file__).parents[2] / "hooks/theme/records"

WORLD = {
    "organizations/namnd.yml": """
        name: Exempelnämnden
        abbreviation: EN
        decision_power: beslutande
        summary: Nämnden sköter [bussen](record:buss).
        """,
    "organizations/utskott.yml": """
        name: Arbetsutskottet
        classification: utskott
        parent: namnd
        """,
    "organizations/by.yml": "name: Exempelby kommun\nclassification: kommun",
    "organizations/stad.yml": "name: Exempelstad\nclassification: kommun",
    "meetings/namnd-2024-05-13.yml": """
        reference: EN 12-2024
        start: "08:30"
        end: "12:00"
        summary: Nämnden behöll **bussen**.
        participants:
          - {name: Ada Exempel, party: x, on_behalf_of: by, role: ordförande}
        absentees:
          - {name: Bo Exempel, on_behalf_of: stad}
        officials: [{name: Cia Exempel, title: utredare}]
        agenda_items:
          - number: 7
            name: Bussen & tåget
            type: beslutsärende
            presenters: [{name: Cia Exempel}]
            body: Om <b>bussen</b>, se [planen](record:plan).
            views: [Bussen är sen.]
            figures: [{label: Resor, value: 51 tusen, period: 2023}]
            decision:
              title: Bussen behålls
              result: bifall
              resolution: [att behålla bussen, att förlänga planen]
              assignments:
                - to: utskott
                  task: Revidera planen
                  strategy: plan
                  deliveries: [{name: Delrapport, due: 2024-höst, to: [namnd]}]
            matters: [buss]
          - number: 8
            name: Övrigt
            parts: [{name: Hållplatsen, oral: true}]
        """,
    "decisions/bron.yml": """
        organization: utskott
        title: Bron byggs
        decision_type: förslag
        proposed_to: namnd
        resolution: [att bygga bron för 1 152 000 kronor]
        funding:
          amount: 1152000
          vat: exklusive
          basis: Folkmängd
          shares:
            - {principal: by, fraction: 5/6, amount: 960000}
            - {principal: stad, fraction: 1/6}
        papers: [{title: En studie, date: 2022-03, case_study: studie}]
        matters: [buss]
        """,
    "strategies/plan.yml": """
        title: Bussplanen
        adopted_on: 2016-08
        validity:
          - {to: 2021, note: Daterad till 2021}
          - {to: 2024-12-31, decision: namnd-2024-05-13-7}
        matters: [buss]
        """,
    "case-studies/studie.yml": """
        title: Bussar i Exempelby
        area: Exempelby
        date: 2022-03
        question: Hur ofta går bussen?
        """,
    "matters/buss.yml": "title: Bussen\nstatus_note: Bron återstår\ntopics: [Trafik]",
    "events/dag.yml": """
        name: Bussdagen
        type: seminarium
        date: 2024-09-01
        start: "09:00"
        end: "15:00"
        end_is_approximate: true
        alternatives: [{date: 2024-09-07, end_date: 2024-09-08}]
        decision: namnd-2024-05-13-7
        """,
}

PAGES = {
    "protocol": "protokoll/namnd-2024-05-13/",
    "protocols": "protokoll/",
    "decision": "beslut/namnd-2024-05-13-7/",
    "proposal": "beslut/bron/",
    "decisions": "beslut/",
    "strategy": "strategier/plan/",
    "strategies": "strategier/",
    "case-study": "fallstudier/studie/",
    "case-studies": "fallstudier/",
    "matter": "arenden/buss/",
    "matters": "arenden/",
    "organization": "organ/namnd/",
    "organizations": "organ/",
    "calendar": "kalender/",
    "search": "sok/",
}


@pytest.fixture
def world() -> Edition:
    return edition(WORLD, as_of="2024-06-01")


@pytest.fixture
def renderer(world: Edition) -> Renderer:
    return Renderer(TEMPLATES, world.markdown)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was(name: str, world: Edition, renderer: Renderer) -> None:
    compare(name, renderer.body(page(world, PAGES[name])).decode())


def test_the_start_page_is_as_it_was(world: Edition, renderer: Renderer) -> None:
    compare("start", renderer.render("start.html", {**start(world), "intro": "Hej"}, ""))


def test_nothing_is_kept_that_no_page_has() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {*PAGES, "start"}


def compare(name: str, html: str) -> None:
    path = GOLDEN / f"{name}.html"
    if os.environ.get("SAMRUM_UPDATE_GOLDEN"):
        path.write_text(html + "\n", encoding="utf-8", newline="")
    assert path.is_file(), f"{path.name} is missing; see the top of this file"
    assert html + "\n" == path.read_text(encoding="utf-8")
