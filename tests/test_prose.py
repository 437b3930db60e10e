"""Prose becomes what the parser would have made of it, and all else is left to the parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samrum import prose, text

T = TypeVar("T")


def parsed(function: Callable[[], T]) -> T:
    with patch.object(prose, "is_prose", return_value=False):
        return function()


def address(id: str) -> str | None:
    return {"buss": "../buss/", "svar": "../svar/?a=1&b=2"}.get(id)


@pytest.mark.parametrize(
    ("source", "html", "words"),
    [
        ("Ett\nstycke.\n\nTvå.\n", "<p>Ett\nstycke.</p>\n<p>Två.</p>", "Ett stycke. Två."),
        (
            "”1\u00a0000” är\n2024. Nu",
            "<p>”1&nbsp;000” är\n2024. Nu</p>",
            "”1\u00a0000” är 2024. Nu",
        ),
        ("**Nu.** Se", "<p><strong>Nu.</strong> Se</p>", "Nu. Se"),
        ("Se [x](record:buss)", '<p>Se <a href="../buss/">x</a></p>', "Se x"),
        ("- a\n- b\nc", "<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>", "a b c"),
        ("1. a\n   b\n2. c", "<ol>\n<li>a\nb</li>\n<li>c</li>\n</ol>", "a b c"),
        ("A:\n\n- b\n\nC", "<p>A:</p>\n<ul>\n<li>b</li>\n</ul>\n<p>C</p>", "A: b C"),
    ],
)
def test_prose_is_paragraphs_and_flat_lists_with_bold_words_and_links(
    source: str, html: str, words: str
) -> None:
    assert prose.is_prose(source)
    assert prose.html(source, address) == html
    assert prose.words(source) == words


def test_links_of_prose_are_found_with_their_lines() -> None:
    source = "a\n[b](record:b)\n\n- c\n- [d](record:d) [e](record:e)"

    assert list(prose.record_links(source)) == [("b", 1), ("d", 4), ("e", 4)]


@pytest.mark.parametrize("id", ["saknas", "svar"])
def test_a_link_that_leads_nowhere_or_needs_escaping_is_left_to_the_parser(id: str) -> None:
    assert prose.html(f"[a](record:{id})", address) is None


@pytest.mark.parametrize(
    "source",
    [
        *(
            "",
            " a",
            "a ",
            "a\tb",
            "a  \nb",
            "*a*",
            "a_b",
            "`a`",
            "a & b",
            "<b>",
            "a\\",
            "a | b",
            "~~~",
        ),
        *("# a", "> a", "+ a", "---", "a\n---", "a\n===", "    a", "a\n\n    b"),
        *(
            "2. a",
            "1) a",
            "a\n1. b",
            "a\n- b",
            "- a\n\n- b",
            "- - a",
            "- 1. a",
            "-  a",
            "- a\n  - b",
        ),
        *("** a**", "**a **", "**a**b", "**a", "**a\nb**", "**[a](record:buss)**"),
        *("[a](https://exempel.se)", "[a](record:Å)", "[a]: record:b", "[a\nb](record:buss)"),
        "a\n\n\n\nb",
    ],
)
def test_whatever_could_mean_more_is_not_prose(source: str) -> None:
    assert not prose.is_prose(source)


PIECES = st.sampled_from(
    [
        *(
            "ord",
            "Å",
            "1",
            "2024.",
            " ",
            " ",
            " ",
            ".",
            ",",
            "(",
            "”",
            "–",
            "-",
            "#",
            "=",
            "!",
            "§",
            "€",
        ),
        *(
            "**fet**",
            "**Fet.**",
            "[ord](record:buss)",
            "![ord](record:svar)",
            "[ord](record:saknas)",
        ),
        *("**", "[", "](record:buss)", "_", ":", "/", "\u00a0", "\u0301", "\u2028", "\x85", "\t"),
    ]
)
STARTS = st.sampled_from(["", "", "- ", "1. ", "2. ", "  ", "01. ", "1) ", "2024. ", "> ", "---"])
LINES = st.tuples(STARTS, st.lists(PIECES, min_size=1, max_size=3).map("".join)).map("".join)
ENDS = st.sampled_from(["\n", "\n", "\n\n", ""])
SOURCES = st.lists(st.tuples(LINES, ENDS).map("".join), min_size=1, max_size=4).map("".join)


@given(SOURCES.filter(prose.is_prose))
def test_prose_becomes_what_the_parser_makes_of_it(source: str) -> None:
    assert text.markdown(source, address) == parsed(lambda: text.markdown(source, address))
    assert text.plain(source) == parsed(lambda: text.plain(source))
    assert list(text.record_links(source)) == parsed(lambda: list(text.record_links(source)))
