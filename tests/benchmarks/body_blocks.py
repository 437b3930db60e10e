"""The HTML of a page's body -> the blocks that it consists of, for generators with other markup.

The words, the headings, lists and tables are the same, and lead to the same pages. What other
markup has no way to say is left out: classes, buttons and forms, bars that are drawn, lists in
lists, and which part of a page a link leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.benchmarks.blocks import Block, Line, Words, heading, listing, paragraphs, table

_NO_TEXT = frozenset({"button", "form", "svg", "h1"})
"""What one works with or looks at; and the title, which is told beside the body."""

_HEADINGS = {f"h{level}": level for level in range(2, 7)}
_LISTS = frozenset({"ul", "ol", "dl"})
_CELLS = frozenset({"td", "th"})
_LINES = frozenset({"li", "dt"})
"""What begins a line of a list."""

_BOXES = frozenset({"dd", "div", "figure", "footer", "header", "nav", "p", "section", "summary"})
"""What stands apart from the words before and after it."""

_SPACE = re.compile(r"[ \t\n]+")


def blocks_of(body: str, address: str) -> tuple[Block, ...]:
    """The blocks of a body; `address` is the page's, which links are seen from: "/beslut/x/"."""
    reader = _Reader(address)
    reader.feed(body)
    reader.close()
    reader.end_line()
    return tuple(_together(reader.found))


def _together(found: list[Block | Line]) -> Iterator[Block]:
    """Paragraphs after one another as one text, as somebody writes them."""
    text: list[Line] = []
    for one in found:
        if isinstance(one, tuple):
            text.append(one)
            continue
        if text:
            yield paragraphs(text)
            text = []
        yield one
    if text:
        yield paragraphs(text)


class _Reader(HTMLParser):
    """Gathers words to a line, and lines to a list or the rows of a table."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: list[Block | Line] = []
        self._address = address
        self._line: list[Words] = []
        self._entries: list[Line] = []
        self._rows: list[list[Line]] = []
        self._link = ""
        self._is_stressed = False
        # How deep we are in each of them.
        self._skipped = self._lists = self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        if tag in _NO_TEXT:
            self._skipped += 1
        elif tag == "a":
            way = urlsplit(urljoin(self._address, dict(attrs).get("href") or ""))
            self._link = way._replace(fragment="").geturl()
        elif tag == "strong":
            self._is_stressed = True
        elif tag == "table":
            self.end_line()
            self._tables += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag in _LISTS:
            self._break()
            self._lists += 1
        elif tag in _LINES or tag in _BOXES or tag in _HEADINGS:
            self._break(is_line=tag in _LINES)

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if tag in _NO_TEXT:
            self._skipped -= 1
        elif tag == "a":
            self._link = ""
        elif tag == "strong":
            self._is_stressed = False
        elif tag in _CELLS:
            self._rows[-1].append(self._taken())
        elif tag == "table":
            self._tables -= 1
            self.found.append(table(map(tuple, self._rows)))
            self._rows = []
        elif tag in _LISTS:
            self._break(is_line=True)
            self._lists -= 1
            if not self._lists and self._entries:
                self.found.append(listing(self._entries))
                self._entries = []
        elif tag in _HEADINGS:
            text = "".join(words.text for words in self._taken())
            self.found.append(heading(text, _HEADINGS[tag]))
        elif tag == "caption":
            self.end_line()
        elif tag == "dt":
            self._say(":")
        elif tag in _BOXES:
            self._break()

    def handle_data(self, data: str) -> None:
        """Take words in."""
        if not self._skipped:
            self._say(_SPACE.sub(" ", data), self._link, is_stressed=self._is_stressed)

    def end_line(self) -> None:
        """Put what has been gathered where it belongs."""
        if line := self._taken():
            (self._entries if self._lists else self.found).append(line)

    def _break(self, *, is_line: bool = False) -> None:
        """Begin a new line, or where there can be none, leave a space."""
        if self._tables or (self._lists and not is_line):
            self._say(" ")
        else:
            self.end_line()

    def _say(self, text: str, address: str = "", *, is_stressed: bool = False) -> None:
        """Add to the line; words that are alike are one, as somebody would write them."""
        before = self._line.pop() if self._line else Words("")
        if (before.address, before.is_stressed) == (address, is_stressed):
            self._line.append(replace(before, text=before.text + text))
        else:
            self._line += [before, Words(text, address, is_stressed)]

    def _taken(self) -> Line:
        """The words since the last line, if any can be read, without the space around them."""
        line, self._line = self._line, []
        while line and not line[0].text.strip(" "):
            del line[0]
        while line and not line[-1].text.strip(" "):
            del line[-1]
        if line:
            line[0] = replace(line[0], text=line[0].text.lstrip(" "))
            line[-1] = replace(line[-1], text=line[-1].text.rstrip(" "))
        return tuple(line)
