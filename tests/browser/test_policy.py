"""What a page may load, run and keep, as browsers see it under the headers of the site."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response, expect

from samrum.site.policy import Policy, inline_scripts
from tests.browser.kinds import KINDS
from tests.browser.visit import Visit


class Watch:
    """What happens in a browser window that should not."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.elsewhere: list[str] = []
        self.missing: list[str] = []
        self.complaints: list[str] = []
        self._site_url = site_url
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self._site_url, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.missing.append(response.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        # A page that is not there is told too; `missing` knows of the files that are not.
        if not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)


@pytest.fixture
def watch(page: Page, site_url: str) -> Watch:
    return Watch(page, site_url)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_what_it_needs_from_its_own_site_and_keeps_nothing(
    kind: str, visit: Visit, watch: Watch
) -> None:
    page = visit(kind)
    page.evaluate("document.fonts.ready")

    assert_all_was_well(page, watch)


def test_a_search_keeps_to_the_site_too(visit: Visit, watch: Watch) -> None:
    page = visit("search")
    page.get_by_role("main").get_by_role("searchbox").press_sequentially("hjälpmedel")
    page.locator("[data-hits] a").first.wait_for()

    assert_all_was_well(page, watch)


def test_the_policy_is_in_force(visit: Visit, page: Page) -> None:
    page = visit("start")

    refused = page.evaluate(
        """() => new Promise((resolve) => {
            const refused = [];
            document.addEventListener("securitypolicyviolation", (event) => {
                refused.push(event.effectiveDirective);
                if (new Set(refused).size === 3) resolve([...new Set(refused)].sort());
            });
            const picture = document.createElement("img");
            picture.src = "https://elsewhere.example/picture.png";
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            const style = document.createElement("style");
            style.textContent = "body { display: none }";
            document.body.append(picture, script, style);
        })"""
    )

    assert refused == ["img-src", "script-src-elem", "style-src-elem"]
    assert page.evaluate("window.ran") is None
    expect(page.locator("body")).to_be_visible()


def test_the_policy_is_sent_with_every_page_and_carried_by_it(site_url: str, page: Page) -> None:
    response = page.goto(site_url)

    assert response is not None
    carried = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert response.headers["content-security-policy"] == f"{carried}; frame-ancestors 'none'"


@pytest.mark.usefixtures("site_url")
def test_no_page_has_an_inline_script_that_is_not_the_themes(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}

    scripts = {script for html in pages.values() for script in inline_scripts(html.encode())}

    assert len(scripts) == 1
    policy = Policy(tuple(scripts))
    assert {path for path, html in pages.items() if policy.in_page not in html} == set()


@pytest.mark.usefixtures("site_url")
def test_no_page_has_a_style_or_a_script_in_an_attribute(site: Path) -> None:
    found = {
        f"{path.relative_to(site)}: <{tag} {name}={value!r}>"
        for path in site.rglob("*.html")
        for tag, name, value in attributes(path.read_text(encoding="utf-8"))
        if name == "style" or name.startswith("on") or value.lower().startswith("javascript:")
    }

    assert found == set()


def assert_all_was_well(page: Page, watch: Watch) -> None:
    assert watch.elsewhere == []
    assert watch.missing == []
    assert watch.complaints == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def attributes(html: str) -> list[tuple[str, str, str]]:
    """Every attribute in a page: the tag it stands in, its name and its value."""
    found: list[tuple[str, str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((tag, name, value or "") for name, value in attrs)

    Reader().feed(html)
    return found
