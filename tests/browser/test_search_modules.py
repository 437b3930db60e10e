"""The parts of the search that know no page, asked one by one in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

LEXICON: dict[str, Any] = {
    "names": [["svo", "samråd vård och omsorg"], ["sip", "samordnad individuell plan"]],
    "synonyms": {"pengar": ["finansiering", "kostnad"], "skrivas ut": ["utskrivning från vård"]},
}


@pytest.fixture
def modules(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}om/")
    return page


def call(page: Page, module: str, code: str, given: object = None) -> Any:
    """The value of an expression over a module `m` and what is given."""
    function = f"async (given) => {{ const m = await import('/scripts/search/{module}.js'); "
    return page.evaluate(f"{function} return {code}; }}", given)


def asked(page: Page, query: str) -> list[str]:
    given = [query, LEXICON]
    found: list[str] = call(
        page, "query", "m.queries(m.slots(...given)).map(({ text }) => text)", given
    )
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("beslut", ["beslut"]),
        ("  Beslut,  VÅRD! ", ["beslut vård"]),
        ("vad gäller om vård", ["gäller vård"]),
        ("vad är det", ["vad är det"]),
        ("§ 34", ["34q"]),
        ("paragrafen 34", ["34q"]),
        ("§34 val", ["val 34q"]),
        ("HSN 418:3-2021", ["41832021"]),
        ("418 : 3", ["4183"]),
        ("960 000 kr", ["960000"]),
        ("1.152.000 kronor", ["1152000"]),
        ("960000 SEK", ["960000"]),
        ("1200:-", ["1200"]),
        ("51 miljoner", ["51 miljoner"]),
        ("2021-10-15", ["20211015", "15 oktober 2021"]),
        ("15 oktober 2021", ["20211015", "15 oktober 2021"]),
        ("15:e okt. 2021", ["20211015", "15 oktober 2021"]),
        ("15/10 2021", ["20211015", "15 oktober 2021"]),
        ("2021-10", ["202110", "oktober 2021"]),
        ("maj 2021", ["202105", "maj 2021"]),
        ("16 dec", ["16 december"]),
        ("2021-13-01", ["20211301"]),
        ("Carin Nilsson (s)", ["carin nilsson"]),
        ("svo", ["svo", "samråd vård omsorg"]),
        ("Samråd vard och omsorg", ["samråd vård omsorg", "svo"]),
        ("pengar", ["pengar", "finansiering", "kostnad"]),
        ("svo pengar", ["svo pengar", "samråd vård omsorg pengar", "svo finansiering"]),
        ("när skrivas ut", ["skrivas ut", "utskrivning vård"]),
        ("", []),
        ("  ", []),
        ("???", []),
    ],
)
def test_a_query_is_asked_in_the_ways_in_which_it_may_stand_in_a_text(
    query: str, expected: list[str], modules: Page
) -> None:
    assert asked(modules, query)[: max(len(expected), 1)] == expected


def test_never_are_more_than_eight_queries_asked(modules: Page) -> None:
    assert len(asked(modules, "pengar pengar pengar svo sip")) == 8


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("vård", "vård", 0),
        ("vrd", "vård", 1),
        ("vådr", "vård", 1),
        ("vårdd", "vård", 1),
        ("bård", "vård", 1),
        ("ca", "abc", 3),
        ("helt", "annat", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, expected: int, modules: Page) -> None:
    assert call(modules, "spelling", "m.slips(given[0], given[1], 2)", [one, other]) == expected


WORDS = ["ansvar", "arbetsutskottet", "betalningsansvar", "sjukstuga", "utskrivning", "vård"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ansvar", True),
        ("ansva", True),
        ("utskrivningarna", True),
        ("sjukstugor", True),
        ("vard", True),
        ("och", True),
        ("20211015", True),
        ("ansvar-vård", True),
        ("betalingsansvar", False),
        ("ansvxr", False),
    ],
)
def test_a_word_is_known_in_all_its_forms(word: str, expected: bool, modules: Page) -> None:
    known = call(modules, "spelling", "new m.Spelling(given[0]).knows(given[1])", [WORDS, word])

    assert known is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("betalingsansvar", ["betalningsansvar"]),
        ("utskirvning", ["utskrivning"]),
        ("ansvor", ["ansvar"]),
        ("sjukstuag", ["sjukstuga"]),
        ("helikopter", []),
    ],
)
def test_the_words_most_like_a_slip_are_suggested(
    word: str, expected: list[str], modules: Page
) -> None:
    assert call(modules, "spelling", "new m.Spelling(given[0]).near(given[1])", [WORDS, word]) == (
        expected
    )


def test_a_word_without_dots_is_written_as_the_archive_writes_it(modules: Page) -> None:
    code = "given.map((word) => new m.Spelling(['vård', 'värld', 'vardag']).dotted(word))"

    assert call(modules, "spelling", code, ["vard", "varl", "vår", "x"]) == [
        ["vård"],
        ["värl"],
        ["vår"],
        ["x"],
    ]


def test_a_front_coded_list_is_read_back(modules: Page) -> None:
    assert call(modules, "spelling", "m.decoded('0ansvar\\n6et\\n2ta\\n0beslut')") == [
        "ansvar",
        "ansvaret",
        "anta",
        "beslut",
    ]
    assert call(modules, "spelling", "m.decoded('')") == []


TABLE: dict[str, Any] = {
    "ids": "a b c",
    "facets": {
        **{
            facet: {"values": [], "sets": [[]], "of": [0, 0, 0]}
            for facet in ("body", "topic", "municipality", "type", "status")
        },
        "kind": {"values": ["Beslut", "Protokoll"], "sets": [[0], [1]], "of": [0, 1, 1]},
        "year": {"values": ["2022", "2021"], "sets": [[0], [1]], "of": [0, 0, 1]},
    },
    "labels": ["Beslut"],
    "label": [0, 0, 0],
    "statuses": [["", ""]],
    "status": [0, 0, 0],
    "rank": [125, 100, 100],
    "date": ["2022-03-18", "2022", ""],
}


def narrowed(page: Page, chosen: dict[str, list[str]]) -> list[int]:
    rows: list[int] = call(
        page, "table", "new m.Table(given[0]).narrowed([0, 1, 2], given[1])", [TABLE, chosen]
    )
    return rows


def test_values_of_a_facet_are_or_and_facets_are_and(modules: Page) -> None:
    assert narrowed(modules, {}) == [0, 1, 2]
    assert narrowed(modules, {"kind": ["Protokoll"]}) == [1, 2]
    assert narrowed(modules, {"kind": ["Protokoll", "Beslut"]}) == [0, 1, 2]
    assert narrowed(modules, {"kind": ["Protokoll"], "year": ["2022"]}) == [1]
    assert narrowed(modules, {"kind": ["Det finns inte"]}) == []


def test_a_facet_counts_as_if_nothing_in_it_were_chosen(modules: Page) -> None:
    code = "new m.Table(given).counts([0, 1, 2], { year: ['2022'] })"
    counts = call(modules, "table", code, TABLE)

    assert counts["kind"] == [{"value": "Beslut", "count": 1}, {"value": "Protokoll", "count": 1}]
    assert counts["year"] == [{"value": "2022", "count": 2}, {"value": "2021", "count": 1}]


def test_newer_goes_before_older_when_all_else_is_equal(modules: Page) -> None:
    code = "[0, 1, 2].map((row) => new m.Table(given).weight(row) * 100 / given.rank[row])"
    newest, older, undated = call(modules, "table", code, TABLE)

    assert newest > older >= undated


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2021", "2021-02"),
        ("2021-vår", "2021-höst"),
        ("2021-12-31", "2022"),
        ("2021-03-01", "2021-03-02"),
    ],
)
def test_dates_are_ordered_as_far_as_they_are_known(
    earlier: str, later: str, modules: Page
) -> None:
    first, second = call(modules, "table", "given.map(m.day)", [earlier, later])

    assert first < second


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-03-18", "18 mars 2022"),
        ("2022-03", "mars 2022"),
        ("2022-vår", "våren 2022"),
        ("2022", "2022"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(date: str, expected: str, modules: Page) -> None:
    assert call(modules, "view", "m.when(given)", date) == expected


def test_the_best_score_of_a_document_holds(modules: Page) -> None:
    answers = [
        {"weight": 1, "results": [{"id": "a", "score": 2, "words": [1]}]},
        {
            "weight": 0.5,
            "results": [{"id": "a", "score": 6, "words": [2]}, {"id": "b", "score": 1}],
        },
    ]
    found = call(modules, "hits", "m.merged(given)", answers)

    assert {one["id"]: one["score"] for one in found} == {"a": 3, "b": 0.5}


def test_more_of_the_words_count_more_than_one_of_them_often(modules: Page) -> None:
    lists = [
        [{"id": "both", "score": 1, "words": []}, {"id": "one", "score": 3, "words": []}],
        [{"id": "both", "score": 1, "words": []}],
    ]
    both, one = call(modules, "hits", "m.partial(given)", lists)

    assert both["score"] > one["score"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("betalnings~ansvar", "betalningsansvar"),
        ("960^000", "960\u00a0000"),
        ("§^34q", "§\u00a034"),
        ("{20211015}", ""),
    ],
)
def test_marks_are_taken_away(word: str, expected: str, modules: Page) -> None:
    assert call(modules, "sentence", "m.readable(given)", word) == expected


DOCUMENT: dict[str, Any] = {
    "raw_url": "/protokoll/a/",
    "meta": {"title": "Ett möte"},
    "content": (
        "Ett möte. Först en sak här. §^1q Val. Ada valdes enhälligt då. Sedan gick alla hem."
    ),
    "anchors": [{"element": "h2", "id": "p1", "text": "§^1q Val", "location": 6}],
}


def shown(page: Page, places: list[int], **more: object) -> Any:
    locations = [{"location": place, "balanced_score": 1} for place in places]
    given = {**DOCUMENT, **more, "weighted_locations": locations}
    return call(page, "sentence", "m.shown(given)", given)


def text(pieces: list[dict[str, Any]]) -> str:
    return "".join(f"[{one['text']}]" if one["marked"] else one["text"] for one in pieces)


def test_a_hit_shows_the_sentence_and_the_paragraph_of_its_words(modules: Page) -> None:
    found = shown(modules, [9, 8])

    assert found["address"] == "/protokoll/a/#p1"
    assert (text(found["title"]), found["within"]) == ("§\u00a01 Val", "Ett möte")
    assert text(found["sentence"]) == "[Ada valdes] enhälligt då."


def test_a_hit_in_no_paragraph_leads_to_the_page(modules: Page) -> None:
    found = shown(modules, [4])

    assert (found["address"], found["within"]) == ("/protokoll/a/", "")
    assert text(found["sentence"]) == "Först en [sak] här."


def test_words_in_the_heading_alone_are_marked_there_and_the_text_begins(modules: Page) -> None:
    found = shown(modules, [7])

    assert text(found["title"]) == "§\u00a01 [Val]"
    assert text(found["sentence"]) == "Ada valdes enhälligt då."


def test_a_long_sentence_is_cut_near_the_words(modules: Page) -> None:
    content = "Titel. " + " ".join(f"ord{number}" for number in range(80)) + "."
    found = shown(modules, [41], content=content, meta={"title": "Titel"}, anchors=[])
    sentence = text(found["sentence"])

    assert sentence.startswith("… ord32 ")
    assert "[ord40]" in sentence
    assert sentence.endswith(" …")
