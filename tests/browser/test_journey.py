"""The way of a citizen who wonders about hjälpmedel, from the start page to the decision."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.publishing import DAY

DECISION = "Hjälpmedelsstrategin revideras och förlängs"


def test_a_citizen_finds_whether_the_strategy_holds_and_who_decided_so(
    page: Page, site_url: str
) -> None:
    main = page.get_by_role("main")
    page.goto(site_url)

    search = page.get_by_role("banner").get_by_role("searchbox")
    search.fill("hjälpmedel")
    search.press("Enter")
    main.get_by_role("link", name="Hjälpmedelsstrategin", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Hjälpmedelsstrategin")
    expect(main).to_contain_text(re.compile(rf"Gäller\s+per den {DAY}"))
    expect(main).to_contain_text("Sista dag: 31 mars 2023")
    main.get_by_role("link", name=DECISION).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(DECISION)
    expect(main).to_contain_text("Samråd vård och omsorg beslutade")
    expect(main).to_contain_text(re.compile(r"till den\s+31\s+mars\s+2023"))
    expect(main.get_by_role("link", name=re.compile(r"^§\s34 ")).first).to_be_visible()


def test_an_address_that_leads_nowhere_leads_on(page: Page, site_url: str) -> None:
    response = page.goto(f"{site_url}beslut/finns-inte/")

    assert response is not None
    assert response.status == 404
    page.get_by_role("main").get_by_role("link", name="Alla beslut").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beslut")


def test_nothing_is_asked_of_another_host_on_the_way(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    for address in ("", "sok/?q=vård", "protokoll/svo-2021-10-15/"):
        page.goto(site_url + address, wait_until="networkidle")

    assert asked
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
