"""Lists of records: narrowed down and sorted in the browser, with the choice in the address."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.visit import Visit


def shown(page: Page) -> list[str]:
    return page.locator("table[data-filterable] tbody tr:visible th a").all_inner_texts()


def test_a_list_tells_how_many_records_it_has(visit: Visit) -> None:
    page = visit("list of beslut")

    expect(page.get_by_role("status").first).to_have_text(f"{len(shown(page))} poster")


def test_choosing_a_kind_leaves_the_records_of_that_kind_and_counts_them(visit: Visit) -> None:
    page = visit("list of beslut")
    everything = len(shown(page))

    page.get_by_label("Slag").select_option("Förslag till beslut")

    assert shown(page) == ["Fortsatt forskningsstöd för ny styrning av den nära vården"]
    expect(page.get_by_role("status").first).to_have_text(f"1 av {everything} poster")


def test_what_is_chosen_stands_in_the_address_and_comes_back_from_it(visit: Visit) -> None:
    page = visit("list of beslut")

    page.get_by_label("Slag").select_option("Rekommendation")
    page.reload()

    assert "kind=Rekommendation" in page.url
    assert shown(page) == ["Modell 4 för ett nytt arbetssätt om betalningsansvaret"]
    expect(page.get_by_label("Slag")).to_have_value("Rekommendation")


def test_an_address_with_an_unknown_choice_shows_everything(visit: Visit) -> None:
    everything = shown(visit("list of beslut"))

    assert shown(visit("list of beslut", query="?kind=Ingenting&sort=99-ascending")) == everything


def test_a_heading_sorts_the_list_and_says_in_which_direction(visit: Visit) -> None:
    page = visit("list of strategier")
    heading = page.get_by_role("columnheader", name="Dokument")

    heading.get_by_role("button").press("Enter")
    rising = shown(page)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").press("Enter")

    expect(heading).to_have_attribute("aria-sort", "descending")
    assert shown(page) == rising[::-1]
    assert rising[0] == "Färdplan för nära vård"
    assert "sort=0-descending" in page.url


def test_a_list_is_narrowed_down_by_the_keyboard_alone(visit: Visit) -> None:
    page = visit("list of beslut")
    page.get_by_label("Slag").focus()

    page.keyboard.press("ArrowDown")

    expect(page.get_by_label("Slag")).not_to_have_value("")
    assert shown(page)


def test_the_link_to_a_paragraph_is_copied(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Kopiera länken till § 34").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url + "#p34"


def test_the_citation_is_copied_with_its_address(visit: Visit) -> None:
    page = visit("one of protokoll")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Kopiera hänvisningen").click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Samråd vård och omsorg, protokoll 15 oktober 2021")
    assert copied.endswith(page.url)


def test_a_table_is_a_stop_for_tab_only_while_it_scrolls(visit: Visit) -> None:
    page = visit("one of beslut", width=320)
    box = page.locator(".table-scroll").first
    expect(box).not_to_have_attribute("tabindex", "0")

    page.evaluate("document.documentElement.style.fontSize = '400%'")

    expect(box).to_have_attribute("tabindex", "0")
