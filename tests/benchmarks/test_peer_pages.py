"""Other generators are given the pages that we make, and their words."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.benchmarks.blocks import PeerPage, write_json, write_markdown
from tests.benchmarks.contestants import THEME
from tests.benchmarks.making import FEWEST_PAGES
from tests.benchmarks.peer_pages import OurPage, our_pages, peer_page

NO_TEXT = re.compile(r"<(form|button|svg|h1)\b.*?</\1>", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")
MARKDOWN = MarkdownIt("commonmark").enable("table")


@pytest.fixture(scope="module")
def ours() -> list[OurPage]:
    return list(our_pages(FEWEST_PAGES, THEME))


@pytest.fixture(scope="module")
def theirs(ours: list[OurPage]) -> list[PeerPage]:
    return list(map(peer_page, ours))


def text_alone(body: str) -> str:
    return NO_TEXT.sub(" ", body)


def words_of(html: str) -> list[str]:
    return re.findall(r"\w+", unescape(MARKUP.sub(" ", html)))


def rendered(page: PeerPage) -> str:
    """A page as a reader of CommonMark understands it."""
    html: str = MARKDOWN.render(page.markdown.partition("---\n\n")[2])
    return html


def test_peers_get_as_many_pages_as_we_make(theirs: list[PeerPage]) -> None:
    assert sum(not page.is_list for page in theirs) == FEWEST_PAGES
    assert {"", "protokoll", "kalender"} <= {page.path for page in theirs if page.is_list}


def test_peers_say_what_we_say(ours: list[OurPage], theirs: list[PeerPage]) -> None:
    for our, their in zip(ours, theirs, strict=True):
        assert our.title == their.title
        assert words_of(rendered(their)) == words_of(text_alone(our.body)), our.address


def test_peers_link_as_often_as_we_do_and_to_pages(
    ours: list[OurPage], theirs: list[PeerPage]
) -> None:
    known = {f"/{page.path}/" if page.path else "/" for page in theirs}
    for our, their in zip(ours, theirs, strict=True):
        addresses = re.findall(r'<a href="([^"]*)"', rendered(their))
        assert len(addresses) == text_alone(our.body).count("<a "), our.address
        # Files of calendars are none of the peers' work.
        assert {one for one in addresses if one.startswith("/") and one.endswith("/")} <= known


def test_peers_have_as_many_headings_and_rows_as_we_have(
    ours: list[OurPage], theirs: list[PeerPage]
) -> None:
    for our, their in zip(ours, theirs, strict=True):
        for tag in ("<h2", "<h3", "<tr", "<strong"):
            assert rendered(their).count(tag) == text_alone(our.body).count(tag), our.address


def test_markdown_and_json_hold_the_same_pages(theirs: list[PeerPage], tmp_path: Path) -> None:
    write_markdown(theirs, tmp_path / "content", index="_index.md")
    write_json(theirs, tmp_path / "pages.json")

    files = {path.relative_to(tmp_path / "content").as_posix() for path in tmp_path.rglob("*.md")}
    packed = json.loads((tmp_path / "pages.json").read_text(encoding="utf-8"))
    paths = {
        f"{one['path']}/_index.md".lstrip("/") if one["is_list"] else f"{one['path']}.md"
        for one in packed
    }
    assert files == paths
