"""A record becomes a lean document: all its words, weighed, and a hit's place for every §."""

from __future__ import annotations

import re

import pytest

from samrum.search.documents import documents
from samrum.search.pagefind import Document
from tests.pages.archive import edition

NAMND = {"organizations/namnd.yml": "name: Testnämnden\nabbreviation: TN\nclassification: nämnd"}


def found(files: dict[str, str]) -> dict[str, Document]:
    return {one.url: one for one in documents(edition({**NAMND, **files}))}


def words(document: Document) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", document.html)).strip()


def weight(document: Document, word: str) -> float:
    """The weight of the element that a word stands in."""
    before = document.html.partition(word)[0]
    return float(re.findall(r'data-pagefind-weight="([\d.]+)"', before)[-1])


def test_every_record_and_decision_has_a_document() -> None:
    meeting = """
        agenda_items:
          - number: 1
            name: Val
            decision: {title: Ada väljs, resolution: [att välja Ada]}
        """
    files = {
        "meetings/mote.yml": meeting,
        "strategies/plan.yml": "",
        "matters/fraga.yml": "",
        "case-studies/studie.yml": "",
        "events/seminarium.yml": "",
        "decisions/eget.yml": "",
    }

    assert sorted(found(files)) == [
        "/arenden/fraga/",
        "/beslut/eget/",
        "/beslut/mote-1/",
        "/fallstudier/studie/",
        "/kalender/#seminarium",
        "/organ/namnd/",
        "/protokoll/mote/",
        "/strategier/plan/",
    ]


def test_a_title_counts_more_than_a_summary_and_that_more_than_the_rest() -> None:
    lines = """
        title: Rubriken
        summary: Sammanfattat
        resolution: [att besluta]
        background: Bakgrunden
        """
    document = found({"decisions/beslut.yml": lines})["/beslut/beslut/"]

    weights = [
        weight(document, word) for word in ("Rubriken", "Sammanfattat", "besluta", "Bakgrunden")
    ]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 4


def test_every_paragraph_has_a_heading_with_its_anchor() -> None:
    lines = """
        agenda_items:
          - number: 7
            name: Buss & tåg
            body: En **buss** går.
            views: [Bussen är sen.]
            figures: [{label: Bussar, value: 3 stycken, period: 2023}]
            presenters: [{name: Ada Exempel, on_behalf_of: namnd}]
            parts: [{name: Tåget}]
        """
    html = found({"meetings/mote.yml": lines})["/protokoll/mote/"].html

    assert re.findall(r'<h2 id="(\w+(?:-\d)?)"[^>]*>(.*?)</h2>', html) == [
        ("p7", "§ 7 Buss &amp; tåg"),
        ("p7-1", "Tåget"),
    ]
    for part in ("<strong>buss</strong>", "Bussen är sen.", "Bussar, 3 stycken, 2023"):
        assert part in html
    assert "<p>Ada Exempel, Testnämnden</p>" in html


def test_people_are_found_with_party_and_whom_they_act_for() -> None:
    lines = """
        participants:
          - {name: Ada Exempel, party: x, on_behalf_of: namnd, role: ordförande}
          - {name: Bo Prov, on_behalf_of: namnd}
        """
    html = found({"meetings/mote.yml": lines})["/protokoll/mote/"].html

    assert "<p>Ada Exempel (x), Testnämnden, ordförande</p><p>Bo Prov, Testnämnden</p>" in html


def test_a_cost_is_found_with_what_is_computed() -> None:
    lines = """
        funding:
          amount: 1200
          basis: Efter folkmängd
          shares: [{principal: namnd, fraction: 1}]
        """
    text = words(found({"decisions/beslut.yml": lines})["/beslut/beslut/"])

    assert "Kostnad: 1 200 kr" in text
    assert "Efter folkmängd Testnämnden betalar 1 200 kr" in text


def test_a_body_is_found_by_its_abbreviation_and_its_members() -> None:
    files = {"organizations/samrad.yml": "name: Samrådet\nmembers: [namnd]"}
    documents = found(files)

    assert weight(documents["/organ/namnd/"], "TN") == 7
    assert "Testnämnden" in words(documents["/organ/samrad/"])


def test_the_number_and_day_of_a_protocol_count_in_it_and_hardly_in_its_decisions() -> None:
    lines = """
        reference: TN 1:2-2024
        date: 2024-05-13
        agenda_items:
          - {number: 1, name: Val, decision: {title: Ada väljs, resolution: [att välja Ada]}}
        """
    own = "reference: TN 9:9-2024\ndate: 2024-05-14"
    documents = found({"meetings/mote.yml": lines, "decisions/eget.yml": own})

    assert "TN 1:2-2024" in words(documents["/protokoll/mote/"])
    assert "TN 1:2-2024" not in words(documents["/beslut/mote-1/"])
    assert weight(documents["/beslut/mote-1/"], "13 maj 2024") < 1
    assert "§ 1 Val" in words(documents["/beslut/mote-1/"])
    assert "TN 9:9-2024" in words(documents["/beslut/eget/"])


def test_topics_are_found_in_what_belongs_to_a_matter() -> None:
    files = {"matters/fraga.yml": "topics: [Äldre]", "decisions/beslut.yml": "matters: [fraga]"}

    assert "Äldre" in words(found(files)["/beslut/beslut/"])


def test_a_step_of_a_matter_is_found_but_not_the_document_that_tells_of_it() -> None:
    lines = """
        milestones:
          - {text: Något hände, date: 2023, source: {document: Ett brev, place: § 36}}
        """
    text = words(found({"matters/fraga.yml": lines})["/arenden/fraga/"])

    assert "2023, Något hände" in text
    assert "brev" not in text


def test_what_no_reader_looks_for_is_no_word() -> None:
    lines = (
        "type: strategi\nprogress: pausad\nurl: https://exempel.example/\nvalidity: [{to: 2023}]"
    )
    text = words(found({"strategies/plan.yml": lines})["/strategier/plan/"])

    assert "exempel.example" not in text
    assert "pausad" not in text
    assert "Gäller till 2023" in text


@pytest.mark.parametrize("text", ["<script>", "a & b"])
def test_text_is_never_markup(text: str) -> None:
    document = found({"strategies/plan.yml": f"title: '{text}'"})["/strategier/plan/"]

    assert text not in document.html
