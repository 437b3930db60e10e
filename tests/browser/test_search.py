"""A reader searches in the records of this repository, by mouse, by keyboard and by address."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

PROTOCOL = "protokoll/svo-2021-10-15/"
STRATEGY = "strategier/hjalpmedelsstrategin/"
REVISION = "beslut/svo-2021-10-15-34/"
RESEARCH = "beslut/hsn-au-forskningsstod-nara-vard/"
PAYMENT = "arenden/betalningsansvar-utskrivning/"


class Search:
    """The search page, and what it says."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.field = page.get_by_role("main").get_by_role("searchbox")
        self.titles = page.locator(".hit-title a")
        self.said = page.locator("[data-said]")

    def open(self, query: str = "") -> Search:
        self.page.goto(f"{self.url}sok/{query}")
        return self

    def type(self, words: str) -> Search:
        self.field.fill(words)
        self.wait(words)
        return self

    def wait(self, words: str) -> None:
        self.page.locator(f"[data-hits][data-query='{words}']").wait_for(state="attached")

    @property
    def hits(self) -> list[str]:
        found: list[str] = self.titles.evaluate_all("links => links.map((link) => link.href)")
        return [href.removeprefix(self.url) for href in found]

    def box(self, facet: str, value: str) -> Locator:
        return self.page.locator(f"[name='{facet}'][value='{value}']")

    def count(self, facet: str, value: str) -> int:
        """The count that stands beside a facet's value."""
        label = self.page.locator(".facet label", has=self.box(facet, value))
        return int(label.inner_text().split()[-1])


@pytest.fixture
def search(page: Page, site_url: str) -> Search:
    page.set_default_timeout(10_000)
    return Search(page, site_url)


def test_hits_come_while_somebody_types(search: Search) -> None:
    search.open()

    search.field.press_sequentially("hjälpmedelsstr", delay=20)

    search.wait("hjälpmedelsstr")
    assert STRATEGY in search.hits[:3]
    expect(search.page).to_have_url(re.compile(r"\?q=hj%C3%A4lpmedelsstr$"))


def test_the_first_hits_do_not_wait_for_those_after_them(search: Search) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        # A browser asks for six files of a host at once.
        if len(asked) < 6:
            asked.append(route.request.url)
            route.continue_()
        else:
            held.append(route)

    asked: list[str] = []
    search.page.context.route("**/pagefind/fragment/*", hold)
    search.open("?q=beslut")
    expect(search.titles).to_have_count(6)
    expect(search.said).to_have_text(re.compile(r"^\d+ träffar$"))
    search.titles.nth(2).focus()
    first = search.hits

    for route in held:
        route.continue_()
    search.wait("beslut")

    expect(search.titles).to_have_count(10)
    assert search.hits[:6] == first
    expect(search.titles.nth(2)).to_be_focused()


def test_a_hit_tells_what_it_is_whose_and_from_when_and_marks_the_words(search: Search) -> None:
    search.open("?q=revidera hjälpmedelsstrategin")
    search.wait("revidera hjälpmedelsstrategin")

    hit = search.page.locator(".hit", has=search.page.locator(f"a[href$='{REVISION}']"))

    expect(hit.locator(".hit-about")).to_have_text(
        re.compile(r"^Beslut\s*Samråd vård och omsorg\s*15 oktober 2021$")
    )
    expect(hit.get_by_role("link").first).to_have_text(
        "Hjälpmedelsstrategin revideras och förlängs"
    )
    expect(hit.locator(".hit-text")).to_have_text(
        "Hjälpmedelsrådet får i uppdrag att revidera Hjälpmedelsstrategin."
    )
    expect(hit.locator(".hit-text mark")).to_have_text("revidera Hjälpmedelsstrategin")


def test_a_strategy_tells_whether_it_holds(search: Search) -> None:
    search.open().type("hjälpmedelsstrategin")

    expect(search.page.locator(".hit").first.locator(".badge")).to_have_text("Gäller")


def test_a_hit_in_a_protocol_leads_to_the_paragraph_where_the_words_stand(search: Search) -> None:
    search.open().type("kognitiv svikt")

    assert search.hits[0] == f"{PROTOCOL}#p34"
    search.titles.first.click()

    expect(search.page.locator("#p34")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("beslutet hjälpmedelsstrategi", REVISION),
        ("beslutades hjälpmedelsstrategier", REVISION),
        ("hjalpmedelsradet", "organ/hjalpmedelsradet/"),
        ("ansvar", PAYMENT),
        ("betalning", PAYMENT),
        ("hjälpmedel", STRATEGY),
        ("hjälpmedel", "organ/hjalpmedelsradet/"),
        ("strategi", STRATEGY),
        ("SVO", "organ/svo/"),
        ("samråd vård och omsorg", "organ/svo/"),
        ("LSG", "organ/lsg/"),
        ("länssamverkansgruppen", "organ/lsg/"),
        ("HSN", "organ/hsn/"),
        ("AU", "organ/hsn-au/"),
        ("SKR", "organ/skr/"),
        ("HSN 418:3-2021", PROTOCOL),
        ("hsn 418 : 3", PROTOCOL),
        ("418:3", PROTOCOL),
        ("§ 34", f"{PROTOCOL}#p34"),
        ("§34", f"{PROTOCOL}#p34"),
        ("paragraf 34", f"{PROTOCOL}#p34"),
        ("960 000", RESEARCH),
        ("960000", RESEARCH),
        ("960.000 kr", RESEARCH),
        ("1152000 SEK", RESEARCH),
        ("15 oktober 2021", PROTOCOL),
        ("2021-10-15", PROTOCOL),
        ("15/10 2021", PROTOCOL),
        ("oktober 2021", PROTOCOL),
        ("Carin Nilsson", "beslut/svo-2021-10-15-31/"),
        ("Carin Nilsson (s)", "beslut/svo-2021-10-15-31/"),
        ("Karambotis", PROTOCOL),
        ("betalingsansvar", PAYMENT),
        ("vad kostar forskningen om nära vård", RESEARCH),
    ],
)
def test_swedish_is_understood(words: str, expected: str, search: Search) -> None:
    search.open().type(words)

    assert expected in [
        hit if "#" in expected else hit.partition("#")[0] for hit in search.hits[:4]
    ]


def test_words_of_readers_find_the_words_of_records(search: Search) -> None:
    def with_synonym(route: Route) -> None:
        table = route.fetch().json()
        table["lexicon"]["synonyms"] = {"rullstol": ["hjälpmedel"]}
        route.fulfill(json=table)

    search.page.route("**/samrum-table.json", with_synonym)
    search.open().type("rullstol")

    assert STRATEGY in search.hits


def test_no_mark_of_the_index_is_ever_seen(search: Search) -> None:
    search.open()
    for words in ("hjälpmedel", "960 000", "§ 34", "15 oktober 2021", "vård"):
        search.type(words)
        assert not re.search(r"[~^{}]|\dq\b", search.page.get_by_role("main").inner_text())


def test_a_day_that_is_found_by_its_number_is_marked_in_words(search: Search) -> None:
    search.open().type("2023-03-31")

    assert "31 mars 2023" in search.page.locator(".hit-text mark").all_inner_texts()


def test_the_values_of_a_facet_mean_or_and_facets_among_each_other_and(search: Search) -> None:
    search.open().type("vård")

    decisions, protocols = search.count("kind", "Beslut"), search.count("kind", "Protokoll")
    search.box("kind", "Beslut").check()
    expect(search.said).to_contain_text(f"{decisions} av ")
    assert search.count("kind", "Protokoll") == protocols
    search.box("kind", "Protokoll").check()
    expect(search.said).to_contain_text(f"{decisions + protocols} av ")

    held = search.count("body", "Hälso- och sjukvårdsnämndens arbetsutskott")
    search.box("body", "Hälso- och sjukvårdsnämndens arbetsutskott").check()
    expect(search.said).to_contain_text(f"{held} av ")
    assert held < decisions + protocols
    expect(search.titles).to_have_count(held)


def test_counts_follow_the_query(search: Search) -> None:
    search.open().type("vård")
    many = search.count("kind", "Beslut")
    search.type("hjälpmedel")

    assert search.count("kind", "Beslut") < many


def test_what_is_chosen_can_be_taken_away_again(search: Search) -> None:
    search.open("?q=vård&kind=Protokoll&year=2021")
    search.wait("vård")
    search.page.get_by_role("button", name="Ta bort slag: Protokoll").click()

    expect(search.page).to_have_url(re.compile(r"\?q=v%C3%A5rd&year=2021$"))
    expect(search.field).to_be_focused()
    search.page.get_by_role("button", name="Ta bort år: 2021").click()
    expect(search.page.locator(".chip")).to_have_count(0)


def test_hits_can_be_sorted_by_date(search: Search) -> None:
    search.open().type("nära vård")
    search.page.get_by_label("Ordning").select_option("Senast först")
    expect(search.page).to_have_url(re.compile("sort=date"))
    search.page.wait_for_function(
        "document.querySelector('.hit-about').textContent.includes('mars 2022')"
    )

    years = re.findall(r"20\d\d", " ".join(search.page.locator(".hit-about").all_inner_texts()))
    assert years == sorted(years, reverse=True)


def test_a_search_can_be_sent_to_somebody(search: Search) -> None:
    search.open("?q=vård&kind=Beslut&kind=Protokoll&year=2021&sort=date")
    search.wait("vård")

    expect(search.field).to_have_value("vård")
    expect(search.page.get_by_label("Ordning")).to_have_value("date")
    for value in ("Beslut", "Protokoll", "2021"):
        expect(search.page.locator(f".facet [value='{value}']").first).to_be_checked()
    assert {hit.split("/")[0] for hit in search.hits} == {"beslut", "protokoll"}


def test_the_back_button_leads_to_the_search_before(search: Search) -> None:
    search.open().type("hjälpmedel")
    search.field.press("Enter")
    search.type("betalningsansvar")
    search.box("kind", "Ärende").check()
    expect(search.page.locator(".chip")).to_have_text("Ärende")

    search.page.go_back()
    expect(search.page.locator(".chip")).to_have_count(0)
    expect(search.field).to_have_value("betalningsansvar")
    search.page.go_back()
    expect(search.field).to_have_value("hjälpmedel")
    search.wait("hjälpmedel")
    assert search.hits[0] == STRATEGY


def test_back_from_a_hit_shows_the_hits_again(search: Search) -> None:
    search.open().type("kognitiv svikt")
    search.titles.first.click()
    expect(search.page).to_have_url(re.compile("/protokoll/"))

    search.page.go_back()

    search.wait("kognitiv svikt")
    expect(search.field).to_have_value("kognitiv svikt")


def test_a_slip_is_put_right_and_can_be_left_as_it_is(search: Search) -> None:
    search.open().type("betalingsansvar")

    expect(search.page.locator("[data-note]")).to_contain_text("Visar träffar på betalningsansvar")
    search.page.get_by_role("button", name="Sök precis som jag skrev").click()
    expect(search.said).to_have_text("Inga träffar")
    expect(search.page).to_have_url(re.compile("literally=1"))
    search.page.get_by_role("link", name="betalningsansvar", exact=True).click()
    search.wait("betalningsansvar")
    assert search.hits


def test_a_search_without_hits_leads_on(search: Search) -> None:
    search.open().type("xyzzyplugh")

    expect(search.said).to_have_text("Inga träffar")
    note = search.page.locator("[data-note]")
    expect(note).to_contain_text("”xyzzyplugh” finns inte i arkivet.")
    expect(note).to_contain_text("bläddra i listorna")
    search.page.get_by_role("main").get_by_role("link", name="Alla beslut").click()
    expect(search.page).to_have_url(re.compile("/beslut/$"))


def test_a_choice_that_leaves_nothing_says_how_many_there_are_without_it(search: Search) -> None:
    search.open("?q=kognitiv svikt&kind=Fallstudie")
    search.wait("kognitiv svikt")

    expect(search.page.locator("[data-note]")).to_contain_text("utan urvalet")
    search.page.get_by_role("link", name="Visa alla träffar").click()
    expect(search.titles.first).to_be_visible()


def test_some_of_the_words_are_better_than_none(search: Search) -> None:
    search.open().type("rehabilitering hjälpmedelsrådet governo")

    expect(search.page.locator(".hits-partial")).to_be_visible()
    assert "organ/governo/" in search.hits


def test_more_hits_come_on_demand_and_the_first_of_them_is_focused(search: Search) -> None:
    search.open().type("vård")
    expect(search.titles).to_have_count(10)

    search.page.get_by_role("button", name="Visa 10 till").press("Enter")

    expect(search.titles).to_have_count(20)
    expect(search.titles.nth(10)).to_be_focused()
    expect(search.page).to_have_url(re.compile("shown=20"))


def test_a_screen_reader_is_told_how_many_there_are(search: Search) -> None:
    search.open().type("kognitiv svikt")

    expect(search.page.locator("[role=status][data-status]")).to_have_text(
        re.compile(r"^\d+ träff(ar)?$")
    )


def test_everything_is_done_by_keyboard_alone(search: Search) -> None:
    search.open()
    keyboard = search.page.keyboard
    expect(search.field).to_be_focused()
    keyboard.type("hjälpmedel")
    search.wait("hjälpmedel")

    reached = []
    for _ in range(40):
        keyboard.press("Tab")
        reached.append(search.page.evaluate("document.activeElement.outerHTML"))
        if 'class="hit' in search.page.evaluate(
            "document.activeElement.parentElement.outerHTML.slice(0, 30)"
        ):
            break
    assert any("data-order" in one for one in reached)
    assert any('type="checkbox"' in one for one in reached)
    keyboard.press("Enter")
    expect(search.page).to_have_url(re.compile(STRATEGY))


def test_a_box_keeps_the_focus_when_the_counts_change(search: Search) -> None:
    search.open().type("vård")
    box = search.box("body", "Samråd vård och omsorg")
    box.focus()
    search.page.keyboard.press("Space")

    expect(search.page.locator(".chip")).to_have_count(1)
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_facets_are_folded_on_a_narrow_screen(search: Search) -> None:
    search.page.set_viewport_size({"width": 320, "height": 800})
    search.open().type("vård")
    button = search.page.get_by_role("button", name="Begränsa")
    box = search.box("kind", "Protokoll")

    expect(box).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(box).to_be_visible()
    assert search.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_rest_of_a_long_facet_is_shown_on_demand(search: Search) -> None:
    search.open().type("vård")
    facet = search.page.get_by_role("group", name="Kommun")
    expect(facet.get_by_role("checkbox")).to_have_count(6)

    facet.get_by_role("button").click()

    expect(facet.get_by_role("checkbox")).to_have_count(15)
    expect(facet.get_by_role("button")).to_have_text("Visa färre")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_when_the_hits_come(width: int, search: Search) -> None:
    search.page.set_viewport_size({"width": width, "height": 800})
    search.page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of"
        " list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    search.open("?q=vård")
    search.wait("vård")
    search.page.wait_for_timeout(300)

    assert search.page.evaluate("window.shift") < 0.02


def test_a_search_that_cannot_be_loaded_says_so_and_leads_to_the_lists(search: Search) -> None:
    search.page.route("**/samrum-table.json", lambda route: route.abort())
    search.open("?q=vård")

    expect(search.said).to_contain_text("Sökningen kunde inte laddas")
    expect(search.page.get_by_role("main").get_by_role("link", name="Alla beslut")).to_be_visible()


def test_without_javascript_the_lists_are_there_and_the_field_is_not(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}sok/?q=vård")
    main = page.get_by_role("main")

    expect(main.locator("noscript > p")).to_contain_text("Sökningen behöver JavaScript")
    expect(main.get_by_role("searchbox")).to_have_count(0)
    expect(main.get_by_role("link", name="Alla protokoll")).to_be_visible()
    page.context.close()


def test_the_table_and_the_index_know_the_same_documents(search: Search) -> None:
    def read(name: str) -> Any:
        return search.page.request.get(f"{search.url}pagefind/{name}").json()

    languages = read("pagefind-entry.json")["languages"]
    assert len(read("samrum-table.json")["ids"].split()) == languages["sv"]["page_count"]
