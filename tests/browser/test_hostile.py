"""A site of hostile texts in a real browser: nothing in them runs, on any page or in the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import served
from tests.hostile import TEXTS, publish

_EACH = 6
_ALL = list(TEXTS.values())
SEVERAL = {
    f"from {start}": " ".join(_ALL[start : start + _EACH]) for start in range(0, len(_ALL), _EACH)
}
"""The texts together, so that there are not too many pages to open, and each fits in a field."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of records of every kind with hostile texts, several in every field."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        return publish(tmp_path_factory.mktemp("hostile"), SEVERAL, monkeypatch)


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    """Its address."""
    with served(site) as url:
        yield url


class Window:
    """A browser window that remembers what should not have happened in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.happened: list[str] = []
        page.set_default_timeout(10_000)
        page.on("dialog", lambda dialog: self.note(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda error: self.note(f"error: {error}"))
        page.on("popup", lambda popup: self.note(f"popup: {popup.url}"))
        page.on("request", lambda request: self.note_request(request.url))
        page.on("console", lambda message: self.note_message(message.type, message.text))
        self.allowed = ""

    def note(self, what: str) -> None:
        self.happened.append(f"{self.page.url}: {what}")

    def note_message(self, type: str, text: str) -> None:
        if type == "error":
            self.note(f"console: {text}")

    def note_request(self, url: str) -> None:
        if not url.startswith((self.allowed, "blob:")):
            self.note(f"request: {url}")

    def open(self, url: str) -> None:
        """Open a page, and move the focus and the mouse as a visitor would."""
        self.page.goto(url)
        self.page.keyboard.press("Tab")
        self.page.mouse.move(300, 300)
        self.look(url)

    def look(self, url: str) -> None:
        if self.page.evaluate("window.hacked !== undefined") or not self.page.url.startswith(url):
            self.note("something ran")


@pytest.fixture(params=["with the security policy", "without it"])
def window(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Window]:
    """A window that obeys the site's policy, and one in which a script that got in would run."""
    context = browser.new_context(bypass_csp=request.param == "without it")
    found = Window(context.new_page())
    found.allowed = site_url
    yield found
    context.close()


def test_nothing_runs_on_any_page(window: Window, site: Path, site_url: str) -> None:
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    assert len(pages) > len(SEVERAL) * 7

    for address in pages:
        window.open(site_url + quote("" if address == "." else f"{address}/"))

    assert window.happened == []


@pytest.mark.parametrize("words", ["hacked", "script", "onfocus"])
def test_nothing_runs_in_what_the_search_finds(window: Window, words: str, site_url: str) -> None:
    window.open(f"{site_url}sok/?q={quote(words)}")
    window.page.locator("[data-hits] a").first.hover()
    window.look(site_url)

    assert window.happened == []


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL)
def test_nothing_runs_in_what_is_searched_for(window: Window, text: str, site_url: str) -> None:
    window.open(f"{site_url}sok/?q={quote(text)}&kind={quote(text)}&sort={quote(text)}")
    window.page.locator("[data-answer]").wait_for(state="attached")
    window.look(site_url)

    assert window.happened == []


@pytest.mark.parametrize("section", ["protokoll", "beslut", "strategier", "arenden", "fallstudier"])
def test_nothing_runs_when_a_list_is_narrowed_and_sorted(
    window: Window, section: str, site_url: str
) -> None:
    window.open(f"{site_url}{section}/?body={quote('<img src=x onerror=window.hacked=1>')}")
    for select in window.page.locator("form.filters select").all():
        select.select_option(index=1)
    for button in window.page.locator("th button").all():
        button.click()
    window.look(site_url)

    assert window.happened == []


def test_a_planted_script_would_be_noticed(browser: Browser, site: Path, site_url: str) -> None:
    planted = site / "planted"
    planted.mkdir()
    (planted / "index.html").write_text("<!doctype html><script>window.hacked=1</script>")
    with_policy = Window(browser.new_context().new_page())
    without = Window(browser.new_context(bypass_csp=True).new_page())

    with_policy.open(f"{site_url}planted/")
    without.open(f"{site_url}planted/")

    assert any("Content Security Policy" in one for one in with_policy.happened)
    assert without.happened[-1].endswith("something ran")
    for window in (with_policy, without):
        window.page.context.close()
