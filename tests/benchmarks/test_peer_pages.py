"""Other generators are given the pages that we make, and their words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.benchmarks.blocks import PeerPage, write_json, write_markdown
from tests.benchmarks.contestants import ROOT
from tests.benchmarks.making import FEWEST_PAGES
from tests.benchmarks.peer_pages import OurPage, our_pages, peer_pages

THEME = ROOT / "hooks/theme"

NO_TEXT = re.compile(r"<(form|button|svg|h1)\b.*?</\1>", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")
ADDRESS = re.compile(r"\]\([^)]*\)")


@pytest.fixture(scope="module")
def ours() -> list[OurPage]:
    return list(our_pages(FEWEST_PAGES, THEME))


@pytest.fixture(scope="module")
def theirs() -> list[PeerPage]:
    return list(peer_pages(FEWEST_PAGES, THEME))


def words_of_html(body: str) -> list[str]:
    return re.findall(r"\w+", MARKUP.sub(" ", NO_TEXT.sub(" ", body)).replace("&nbsp;", " "))


def words_of_markdown(text: str) -> list[str]:
    return re.findall(r"\w+", ADDRESS.sub("]", text.partition("---\n\n")[2]))


def test_peers_get_as_many_pages_as_we_make(theirs: list[PeerPage]) -> None:
    assert sum(not page.is_list for page in theirs) == FEWEST_PAGES
    assert {"", "protokoll", "kalender"} <= {page.path for page in theirs if page.is_list}


def test_peers_say_what_we_say(ours: list[OurPage], theirs: list[PeerPage]) -> None:
    for our, their in zip(ours, theirs, strict=True):
        assert our.title == their.title
        assert words_of_markdown(their.markdown) == words_of_html(our.body), our.address


def test_every_link_leads_to_a_page(theirs: list[PeerPage]) -> None:
    known = {f"/{page.path}/" if page.path else "/" for page in theirs}
    linked = {
        words.address
        for page in theirs
        for block in page.blocks
        for line in (*block.entries, *(cell for row in block.rows for cell in row))
        for words in line
        if words.address.startswith("/") and words.address.endswith("/")
    }

    assert len(linked) > FEWEST_PAGES / 2
    assert linked <= known


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
