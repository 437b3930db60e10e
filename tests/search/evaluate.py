"""The judged queries -> how often a search finds the answer: `python -m tests.search.evaluate`.

Every query is typed in a real browser into our own search and, over the same pages, into the one
that Material for MkDocs ships. The latter is asked only for the right page, not for its §.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.contestants import ENVIRONMENT, make_samrum
from tests.browser.provision import launch_arguments, system_chromium
from tests.browser.serving import served
from tests.publishing import publish

QUERIES = Path(__file__).parent / "queries.yml"
GENERATED_PAGES = 2000
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Query:
    """Words, the addresses that answer them, and whether they were kept aside from tuning."""

    archive: str
    kind: str
    words: str
    answers: tuple[str, ...]
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The place of the first right hit of a query, from 1; None when it is not among those seen."""

    query: Query
    place: int | None


def queries(path: Path = QUERIES) -> tuple[Query, ...]:
    """The judged queries; every third of a kind is kept aside."""
    archives = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Query(archive, kind, str(words), tuple(answers), number % 3 == 2)
        for archive, kinds in archives.items()
        for kind, listed in kinds.items()
        for number, one in enumerate(listed)
        for words, answers in one.items()
    )


def place_of_answer(answers: Iterable[str], hits: Iterable[str]) -> int | None:
    """The place from 1 of the first hit that is an answer; one with a § asks for that §.

    A page is right whichever § of it the hit leads to, unless the answer names one.
    """
    wanted = tuple(answers)
    for place, hit in enumerate(hits, start=1):
        if hit in wanted or hit.partition("#")[0] in wanted:
            return place
    return None


def success(outcomes: Iterable[Outcome], at: int) -> float:
    """The share of queries with an answer among so many hits."""
    found = [one.place is not None and one.place <= at for one in outcomes]
    return sum(found) / len(found)


def mean_reciprocal_rank(outcomes: Iterable[Outcome]) -> float:
    """1 when the answer is always first, 1/2 when it is always second."""
    found = [1 / one.place if one.place else 0.0 for one in outcomes]
    return sum(found) / len(found)


def table(ours: Iterable[Outcome], stock: Iterable[Outcome]) -> Iterator[str]:
    """Lines of a table by kind of query, ours to the left and stock Material's to the right."""
    mine, theirs = _by_kind(ours), _by_kind(stock)
    yield f"{'kind':16}{'n':>4}{'@1':>7}{'@3':>7}{'MRR':>7}  | stock{'@1':>5}{'@3':>7}{'MRR':>7}"
    for kind, outcomes in mine.items():
        right = _figures(theirs[kind]) if kind in theirs else ""
        yield f"{kind:16}{len(outcomes):4}{_figures(outcomes)}  |     {right}"


def _figures(outcomes: list[Outcome]) -> str:
    figures = (success(outcomes, 1), success(outcomes, 3), mean_reciprocal_rank(outcomes))
    return "".join(f"{figure:7.2f}" for figure in figures)


def _by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        found[one.query.kind].append(one)
    everything = [one for some in found.values() for one in some]
    return {**found, "all": everything} if everything else {}


class OurSearch:
    """The search page, typed into as somebody does."""

    def __init__(self, page: Page, url: str) -> None:
        self._page, self._url = page, url
        page.goto(f"{url}sok/")

    def hits(self, words: str) -> list[str]:
        """The addresses of the first hits, below the site."""
        self._page.locator("[data-field]").fill(words)
        self._page.locator(f"[data-hits][data-query={_quoted(words)}]").wait_for(state="attached")
        links = self._page.locator(".hit-title a")
        found: list[str] = links.evaluate_all("links => links.map((link) => link.href)")
        return [href.removeprefix(self._url) for href in found[:SHOWN]]


class StockSearch:
    """Material's search, typed into as somebody does; addresses are those of pages alone."""

    def __init__(self, page: Page, url: str) -> None:
        self._page, self._url = page, url
        page.goto(url)
        page.locator("[data-md-component=search-query]").click()

    def hits(self, words: str) -> list[str]:
        """The addresses of the first hits, below the site."""
        field = self._page.locator("[data-md-component=search-query]")
        field.fill("")
        field.press("Shift")  # it listens to keys
        self._page.wait_for_function(_STOCK_IS_EMPTY)
        field.fill(words)
        field.press("Shift")
        # It says nothing when it has finished, and answers within some milliseconds.
        self._page.wait_for_timeout(400)
        links = self._page.locator(".md-search-result__item > a")
        found: list[str] = links.evaluate_all("links => links.map((link) => link.href)")
        return [href.removeprefix(self._url).partition("?")[0].partition("#")[0] for href in found]


_STOCK_IS_EMPTY = "!document.querySelector('.md-search-result__item')"


def run(search: OurSearch | StockSearch, asked: Iterable[Query]) -> Iterator[Outcome]:
    """What each query finds."""
    is_stock = isinstance(search, StockSearch)
    for query in asked:
        answers = query.answers
        if is_stock:
            answers = tuple(answer.partition("#")[0] for answer in answers)
        yield Outcome(query, place_of_answer(answers, search.hits(query.words)))


def generated_site(folder: Path) -> Path:
    """The site of the made-up archive."""
    make_samrum(folder, GENERATED_PAGES, search=True)
    return _build(folder)


def stock_site(site: Path, folder: Path) -> Path:
    """A site of Material as it comes, with the contents of our pages."""
    for path in sorted(site.rglob("index.html")):
        main = re.search(r"<main\b[^>]*>(.*)</main>", path.read_text(encoding="utf-8"), re.DOTALL)
        if main is None or "data-search" in main[1]:
            continue
        page = folder / "docs" / path.relative_to(site).with_suffix(".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        html = re.sub(r"\n\s*\n", "\n", main[1])  # a blank line would end the block of HTML
        page.write_text(f"<div>{html}</div>\n", encoding="utf-8")
    settings = {
        "site_name": "Stock",
        "theme": {"name": "material", "language": "sv", "font": False},
        "plugins": [{"search": {"lang": "sv"}}],
        "nav": ["index.md"],
        "validation": {"omitted_files": "ignore"},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return _build(folder)


def _build(folder: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env={**os.environ, **ENVIRONMENT}, check=True)
    return folder / "site"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def main() -> None:
    """Build both archives, ask everything, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-stock", action="store_true", help="leave Material's search out")
    parser.add_argument("--tune", action="store_true", help="only what is not kept aside")
    parser.add_argument("--real", type=Path, help="the real records' site, built already")
    parser.add_argument("--generated", type=Path, help="the made-up records' site, built already")
    options = parser.parse_args()
    asked = [one for one in queries() if not (options.tune and one.is_aside)]
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        sites = {
            "real": options.real or publish(folder / "real"),
            "generated": options.generated or generated_site(folder / "generated"),
        }
        browser = playwright.chromium.launch(
            args=launch_arguments(), executable_path=system_chromium()
        )
        ours: list[Outcome] = []
        stock: list[Outcome] = []
        for archive, site in sites.items():
            of_archive = [one for one in asked if one.archive == archive]
            with served(site) as url:
                ours += run(OurSearch(browser.new_page(), url), of_archive)
            if not options.no_stock:
                with served(stock_site(site, folder / f"{archive}-stock")) as url:
                    stock += run(StockSearch(browser.new_page(), url), of_archive)
        browser.close()
    _print(ours, stock)


def _print(ours: list[Outcome], stock: list[Outcome]) -> None:
    for one in ours:
        if one.place is None or one.place > 1:
            aside = " (aside)" if one.query.is_aside else ""
            print(f"{one.place or '-':>3}  {one.query.kind}: {one.query.words}{aside}")
    for name, is_aside in (("Tuned on", False), ("Kept aside", True)):
        mine = [one for one in ours if one.query.is_aside is is_aside]
        theirs = [one for one in stock if one.query.is_aside is is_aside]
        if mine:
            print(f"\n{name}")
            print(*table(mine, theirs), sep="\n")


if __name__ == "__main__":
    main()
