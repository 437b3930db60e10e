"""Other generators are given the pages that we make, and their words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.blocks import PeerPage, write_json, write_markdown
from tests.benchmarks.generator import records
from tests.benchmarks.making import FEWEST_PAGES
from tests.benchmarks.peer_pages import peer_pages


@pytest.fixture(scope="module")
def made() -> list[PeerPage]:
    return list(peer_pages(records(FEWEST_PAGES, 1)))


def test_peers_get_as_many_pages_of_records_as_we_make(made: list[PeerPage]) -> None:
    assert sum(not page.is_list for page in made) == FEWEST_PAGES


def test_every_link_leads_to_a_page(made: list[PeerPage]) -> None:
    known = {f"/{page.path}/" for page in made}
    linked = {
        words.address
        for page in made
        for block in page.blocks
        for words in (*block.entries, *(cell for row in block.rows for cell in row))
        if words.address
    }

    assert linked
    assert linked <= known


def test_a_decision_says_what_the_record_says(made: list[PeerPage]) -> None:
    record = next(one for one in records(FEWEST_PAGES, 1) if "agenda_items" in one.data)
    item = record.data["agenda_items"][3]
    page = next(one for one in made if one.path == f"beslut/{record.id}-{item['number']}")

    for words in (*item["decision"]["resolution"], item["decision"]["summary"]):
        assert words in page.markdown


def test_markdown_and_json_hold_the_same_pages(made: list[PeerPage], tmp_path: Path) -> None:
    write_markdown(made, tmp_path / "content", index="_index.md")
    write_json(made, tmp_path / "pages.json")

    files = {path.relative_to(tmp_path / "content").as_posix() for path in tmp_path.rglob("*.md")}
    packed = json.loads((tmp_path / "pages.json").read_text(encoding="utf-8"))
    paths = {
        f"{one['path']}/_index.md".lstrip("/") if one["is_list"] else f"{one['path']}.md"
        for one in packed
    }
    assert files == paths
    assert not [path for path in tmp_path.rglob("*.md") if "record:" in path.read_text()]
