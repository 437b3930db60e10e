"""The HTML of a body becomes blocks that say the same."""

from __future__ import annotations

import pytest

from tests.benchmarks.blocks import PeerPage
from tests.benchmarks.body_blocks import blocks_of


def markdown(body: str) -> str:
    """A body as Markdown, under the title that every page has."""
    page = PeerPage("beslut/x", "Titel", blocks_of(body, "/beslut/x/"))
    return page.markdown.partition("---\n\n")[2]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>Titel</h1><h2 id='a'>Bakgrund</h2>", "## Bakgrund\n"),
        ("<p>Ett.</p>\n<p>Två\ntre.</p>", "Ett.\n\nTvå tre.\n"),
        ("<p><strong>Ett.</strong> Två</p>", "**Ett.** Två\n"),
        ("<div>Löst <span>ord</span></div><p>Ett</p>", "Löst ord\n\nEtt\n"),
        ("<ul><li>Ett</li><li><p>Två</p><p>tre</p></li></ul>", "- Ett\n- Två tre\n"),
        ("<ol><li>Ett<ul><li>Två</li></ul></li></ol><p>Tre</p>", "- Ett\n- Två\n\nTre\n"),
        (
            "<dl><div><dt>Organ</dt><dd>Ett</dd><dd>Två</dd></div><div><dt>Dag</dt><dd>3</dd></div></dl>",
            "- Organ: Ett Två\n- Dag: 3\n",
        ),
        (
            "<table><caption>Vem</caption><tr><th>A</th><th>B</th></tr>"
            "<tr><td><p>1</p></td><td></td></tr></table>",
            "Vem\n\n| A | B |\n| --- | --- |\n| 1 |  |\n",
        ),
        ("<p>Se</p><form><label>Sök</label><button>Gå</button></form>", "Se\n"),
    ],
)
def test_the_words_keep_their_form(body: str, said: str) -> None:
    assert markdown(body) == said


def test_a_link_in_pieces_is_one_link() -> None:
    body = '<p><a href="#p1">Länk<span> till § 1</span></a> <b>hit</b></p>'

    assert markdown(body) == "[Länk till § 1](/beslut/x/) hit\n"


@pytest.mark.parametrize(
    ("way", "address"),
    [
        ("../../organ/a/", "/organ/a/"),
        ("../y/#p3", "/beslut/y/"),
        ("#kalla", "/beslut/x/"),
        ("https://other.example/a", "https://other.example/a"),
    ],
)
def test_links_lead_to_the_same_pages(way: str, address: str) -> None:
    assert markdown(f'<p>Se <a href="{way}">den</a>.</p>') == f"Se [den]({address}).\n"
