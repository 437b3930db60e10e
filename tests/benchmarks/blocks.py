"""What a page for another generator says, in blocks -> Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may be a link, with a label before and a note after."""

    text: str
    address: str = ""
    label: str = ""
    note: str = ""

    @property
    def markdown(self) -> str:
        """The words as Markdown."""
        linked = f"[{self.text}]({self.address})" if self.address else self.text
        before = f"{self.label}: " if self.label else ""
        return f"{before}{linked}, {self.note}" if self.note else f"{before}{linked}"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: a heading, a Markdown text, a list of `entries`, or a table."""

    kind: str
    text: str = ""
    level: int = 2
    entries: tuple[Words, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Words, ...], ...] = ()

    @property
    def markdown(self) -> str:
        """The block as Markdown."""
        if self.kind == "heading":
            return f"{'#' * self.level} {self.text}"
        if self.kind == "list":
            return "\n".join(f"- {entry.markdown}" for entry in self.entries)
        if self.kind == "table":
            rows = [self.head, ["---"] * len(self.head)]
            rows += [[cell.markdown for cell in row] for row in self.rows]
            return "\n".join(f"| {' | '.join(row)} |" for row in rows)
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


def paragraphs(source: str) -> Block:
    """Text in Markdown."""
    return Block("text", source)


def listing(entries: Iterable[Words]) -> Block:
    """A list of words or links."""
    return Block("list", entries=tuple(entries))


def table(head: tuple[str, ...], rows: Iterable[tuple[Words, ...]]) -> Block:
    """A table with a head."""
    return Block("table", head=head, rows=tuple(rows))
