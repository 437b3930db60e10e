"""What a page for another generator says, in blocks -> Markdown and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may be a link, or stressed; none of their signs mean something in Markdown."""

    text: str
    address: str = ""
    is_stressed: bool = False

    @property
    def markdown(self) -> str:
        """The words as Markdown."""
        bare = self.text.strip()
        if not bare or not (self.address or self.is_stressed):
            return self.text
        marked = f"[{bare}]({self.address})" if self.address else f"**{bare}**"
        return self.text.replace(bare, marked, 1)


Line: TypeAlias = tuple[Words, ...]
"""Words after one another: a paragraph, an entry of a list, a cell of a table."""


def markdown_of(line: Line) -> str:
    """A line as Markdown."""
    return re.sub(" +", " ", "".join(words.markdown for words in line)).strip()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: a heading, a Markdown text, a list of `entries`, or a table.

    The first of a table's rows is its head.
    """

    kind: str
    text: str = ""
    level: int = 2
    entries: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()

    @property
    def markdown(self) -> str:
        """The block as Markdown."""
        if self.kind == "heading":
            return f"{'#' * self.level} {self.text}"
        if self.kind == "list":
            return "\n".join(f"- {markdown_of(entry)}" for entry in self.entries)
        if self.kind == "table":
            head, *rows = [[markdown_of(cell) for cell in row] for row in self.rows]
            lines = [head, ["---"] * len(head), *rows]
            return "\n".join(f"| {' | '.join(row)} |" for row in lines)
        return self.text


@dataclass(frozen=True, slots=True)
class PeerPage:
    """A page; `path` is that of its address, without slashes at the ends, "" for the start."""

    path: str
    title: str
    blocks: tuple[Block, ...]
    is_list: bool = False

    @property
    def markdown(self) -> str:
        """The page's file."""
        body = "\n\n".join(block.markdown for block in self.blocks)
        return f"---\ntitle: {json.dumps(self.title, ensure_ascii=False)}\n---\n\n{body}\n"


def write_markdown(pages: Iterable[PeerPage], folder: Path, index: str = "index.md") -> None:
    """Write a Markdown file for every page; a list is called by `index`, as the generator wants."""
    for page in pages:
        path = folder / page.path / index if page.is_list else folder / f"{page.path}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown, encoding="utf-8", newline="")


def write_json(pages: Iterable[PeerPage], path: Path) -> None:
    """Write all pages as one list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = [asdict(page) for page in pages]
    path.write_text(json.dumps(packed, ensure_ascii=False), encoding="utf-8")


def heading(text: str, level: int = 2) -> Block:
    """A heading inside a page."""
    return Block("heading", text, level)


def paragraphs(lines: Iterable[Line]) -> Block:
    """A text of some paragraphs, in Markdown."""
    return Block("text", "\n\n".join(map(markdown_of, lines)))


def listing(entries: Iterable[Line]) -> Block:
    """A list."""
    return Block("list", entries=tuple(entries))


def table(rows: Iterable[tuple[Line, ...]]) -> Block:
    """A table, its head first."""
    return Block("table", rows=tuple(rows))
