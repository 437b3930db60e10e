"""Any Markdown of a record -> safe HTML, words and links, by a parser (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


def html(source: str, link: Callable[[str], str | None], note: Callable[[str], str]) -> str:
    """The Markdown as HTML that is safe to publish; `text.markdown` tells of `link` and `note`."""
    tokens = list(_dressed(_MARKDOWN.parse(source), link, note))
    rendered = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return _CLEANER.clean(rendered).rstrip("\n")


def record_links(source: str) -> Iterator[tuple[str, int]]:
    """Every record id that the Markdown links to, and the line it stands on, counted from 0."""
    for token in _MARKDOWN.parse(source):
        line = token.map[0] if token.map else 0
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif (target := _record(child)) is not None:
                yield target, line


def words(source: str) -> str:
    """The words of the Markdown on one line, without markup."""
    told = " ".join(_words_of(token) for token in _MARKDOWN.parse(source))
    return re.sub(r"[ \t\n]+", " ", told).strip(" ")


class _Markdown(MarkdownIt):
    """CommonMark and tables; no HTML, no images, no links but https, mailto and record."""

    def validateLink(self, url: str) -> bool:
        return url.startswith("record:") or url.lower().startswith(("https://", "mailto:"))


_MARKDOWN = _Markdown("commonmark", {"html": False}).enable("table").disable("image")

_ALIGNMENTS = {
    "text-align:left": "align-left",
    "text-align:center": "align-center",
    "text-align:right": "align-right",
}

# The second lock: whatever a parser lets through, only this comes out.
_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
        *("h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"),
    },
    attributes={"a": {"href"}, "ol": {"start"}, "div": {"aria-label"}},
    tag_attribute_values={
        "a": {"rel": {"noopener"}},
        "div": {"role": {"group"}, "tabindex": {"0"}},
        "th": {"scope": {"col"}},
    },
    allowed_classes={
        "div": {"table-scroll"},
        "table": {"table"},
        "th": set(_ALIGNMENTS.values()),
        "td": set(_ALIGNMENTS.values()),
    },
    url_schemes={"https", "mailto"},
    link_rel=None,
)


def _words_of(token: Token) -> str:
    if token.type == "inline":
        return "".join(_words_of(child) for child in token.children or ())
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _record(token: Token) -> str | None:
    href = str(token.attrGet("href") or "")
    return unquote(href.removeprefix("record:")) if href.startswith("record:") else None


def _dressed(
    tokens: list[Token], link: Callable[[str], str | None], note: Callable[[str], str]
) -> Iterator[Token]:
    """The tokens as our pages want them: lower headings, tables that scroll, resolved links."""
    levels = sorted({token.tag for token in tokens if token.type == "heading_open"})
    for position, token in enumerate(tokens):
        match token.type:
            case "inline":
                token.children = list(_linked(token.children or [], link, note))
            case "heading_open" | "heading_close":
                token.tag = f"h{min(4 + levels.index(token.tag), 6)}"
            case "table_open":
                token.attrs = {"class": "table"}
                yield _html(_SCROLL.format(_heads(tokens[position:])))
            case "th_open" | "td_open":
                alignment = _ALIGNMENTS.get(str(token.attrs.pop("style", "")))
                if alignment:
                    token.attrs["class"] = alignment
                if token.type == "th_open":
                    token.attrs["scope"] = "col"
        yield token
        if token.type == "table_close":
            yield _html("</div>\n")


# A wide table scrolls inside its frame, and the frame takes focus so that a keyboard can scroll it.
_SCROLL = Markup('<div class="table-scroll" role="group" tabindex="0" aria-label="{}">\n')


def _heads(table: list[Token]) -> str:
    head = takewhile(lambda token: token.type != "thead_close", table)
    names = (_words_of(inline) for th, inline in pairwise(head) if th.type == "th_open")
    return f"Tabell: {', '.join(filter(None, names))}".removesuffix(": ")


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def _linked(
    children: list[Token], link: Callable[[str], str | None], note: Callable[[str], str]
) -> Iterator[Token]:
    dead: str | None = None
    for token in children:
        if token.type == "link_open":
            target = _record(token)
            href = token.attrGet("href") if target is None else link(target)
            dead = target if href is None else None
            if dead is not None:
                continue
            token.attrs = {"href": str(href)}
            if target is None and str(href).lower().startswith("https:"):
                token.attrs["rel"] = "noopener"
        if token.type == "link_close" and dead is not None:
            yield Token("text", "", 0, content=note(dead))
            continue
        yield token
