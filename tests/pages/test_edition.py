"""The words and addresses by which every page mentions a record."""

from __future__ import annotations

from datetime import date

import pytest

from samrum.addresses import address
from samrum.model.values import PartialDate
from samrum.pages.edition import Edition, Link, kind_word, machine_date, when
from tests.pages.archive import edition

WORLD = {
    "organizations/namnd.yml": "name: Exempelnämnden\nabbreviation: EN",
    "organizations/by.yml": "name: Exempelby kommun\nclassification: kommun",
    "meetings/namnd-2024-05-13.yml": """
        agenda_items:
          - number: 7
            name: Bussen
            decision: {title: Bussen behålls, resolution: [att behålla bussen]}
            parts:
              - name: Hållplatsen
        """,
    "decisions/utan-dag.yml": "title: Bron byggs\ndecision_type: förslag",
    "strategies/plan.yml": "title: Bussplanen\ntype: handlingsplan",
    "case-studies/studie.yml": "title: Bussar i Exempelby\narea: Exempelby",
    "matters/buss.yml": "title: Bussen",
    "events/seminarium.yml": "name: Bussdagen\ntype: seminarium\ndate: 2024-09-01",
}


@pytest.fixture
def world() -> Edition:
    return edition(WORLD)


@pytest.mark.parametrize(
    ("id", "link"),
    [
        ("namnd", Link("Exempelnämnden", "organ/namnd/", "Organisation")),
        (
            "namnd-2024-05-13",
            Link("Exempelnämnden 13 maj 2024", "protokoll/namnd-2024-05-13/", "Protokoll"),
        ),
        (
            "namnd-2024-05-13-7",
            Link(
                "Bussen behålls",
                "beslut/namnd-2024-05-13-7/",
                "Beslut",
                "Exempelnämnden, 13 maj 2024",
            ),
        ),
        (
            "utan-dag",
            Link(
                "Bron byggs", "beslut/utan-dag/", "Förslag till beslut", "Exempelnämnden, odaterad"
            ),
        ),
        ("plan", Link("Bussplanen", "strategier/plan/", "Handlingsplan")),
        (
            "studie",
            Link("Bussar i Exempelby", "fallstudier/studie/", "Fallstudie", "Exempelby"),
        ),
        ("buss", Link("Bussen", "arenden/buss/", "Ärende")),
        (
            "seminarium",
            Link("Bussdagen", "kalender/#seminarium", "Seminarium", "1 september 2024"),
        ),
    ],
)
def test_a_link_says_what_it_leads_to(id: str, link: Link, world: Edition) -> None:
    assert world.link(id) == link


def test_a_paragraph_and_its_part_have_an_anchor_each(world: Edition) -> None:
    links = map(world.link_to, world.catalogue.items["namnd-2024-05-13"])

    assert list(links) == [
        Link(
            "§ 7 Bussen",
            "protokoll/namnd-2024-05-13/#p7",
            "Paragraf",
            "Exempelnämnden 13 maj 2024",
        ),
        Link(
            "§ 7 Hållplatsen",
            "protokoll/namnd-2024-05-13/#p7-1",
            "Paragraf",
            "Exempelnämnden 13 maj 2024",
        ),
    ]


def test_an_id_that_nothing_has_is_text(world: Edition) -> None:
    assert world.link("borta") == Link("borta", None)
    assert world.name("borta") == "borta"


def test_several_links_keep_their_order(world: Edition) -> None:
    assert [link.text for link in world.links(["plan", "by"])] == ["Bussplanen", "Exempelby kommun"]


def test_a_record_that_is_no_organization_has_no_name(world: Edition) -> None:
    assert world.name("buss") == "buss"


@pytest.mark.parametrize(
    ("decision_type", "word"),
    [
        ("beslut", "Beslut"),
        ("rekommendation", "Rekommendation"),
        ("förslag", "Förslag till beslut"),
        ("information", "Information"),
    ],
)
def test_only_a_decision_is_called_one(decision_type: str, word: str) -> None:
    (decision,) = edition(
        {"decisions/x.yml": f"decision_type: {decision_type}"}
    ).catalogue.decisions

    assert kind_word(decision) == word


@pytest.mark.parametrize(
    ("known", "told", "machine"),
    [
        (None, "odaterad", None),
        (date(2022, 3, 1), "1 mars 2022", "2022-03-01"),
        (PartialDate(2022, 3, 1), "1 mars 2022", "2022-03-01"),
        (PartialDate(2022, 3), "mars 2022", "2022-03"),
        (PartialDate(2022, term="vår"), "våren 2022", "2022"),
        (PartialDate(2022, term="höst"), "hösten 2022", "2022"),
        (PartialDate(2016), "2016", "2016"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(
    known: PartialDate | date | None, told: str, machine: str | None
) -> None:
    assert when(known) == told
    assert machine_date(known) == machine


def test_markdown_leads_to_records_from_where_it_stands(world: Edition) -> None:
    html = world.markdown("Se [planen](record:plan) och [den andra](record:borta).", "../../")

    assert html == '<p>Se <a href="../../strategier/plan/">planen</a> och den andra.</p>'


@pytest.mark.parametrize(
    "source", ["Se [planen][p].\n\n[p]: record:plan", "Se <record:plan>.", "[Planen](record:plan)"]
)
def test_markdown_with_a_link_of_any_kind_is_told_apart_by_where_it_stands(
    source: str, world: Edition
) -> None:
    assert 'href="strategier/plan/"' in world.markdown(source, "")
    assert 'href="../strategier/plan/"' in world.markdown(source, "../")


def test_an_address_holds_the_id_and_nothing_that_may_change(world: Edition) -> None:
    renamed = edition({**WORLD, "matters/buss.yml": "title: Kollektivtrafiken"})

    assert [address(one) for one in world.catalogue.matters] == ["arenden/buss/"]
    assert [address(one) for one in renamed.catalogue.matters] == ["arenden/buss/"]
