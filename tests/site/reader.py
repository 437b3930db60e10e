"""A page's HTML -> what a reader and a browser find in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_LINKS = {
    ("a", "href"),
    ("area", "href"),
    ("form", "action"),
    ("iframe", "src"),
    ("img", "src"),
    ("link", "href"),
    ("script", "src"),
    ("source", "src"),
    ("use", "href"),
}
_FETCHED = {"iframe", "img", "script", "source", "use"}
_SILENT = {"script", "style"}


@dataclass
class Document:
    """What was found: `words` is the visible text of `main`, its spaces made alike."""

    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    ids: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """The ids that labels and references such as aria-labelledby name."""
    headings: list[str] = field(default_factory=list)
    """The tags of the headings in their order."""
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    """What a browser loads by itself with the page."""
    words: str = ""


def read_document(html: str) -> Document:
    """What is in a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.document.words = " ".join("".join(reader.words).split())
    return reader.document


def documents(site: Path) -> Iterator[tuple[str, Document]]:
    """Every page of a site by its address: "beslut/x/", and "404.html"."""
    for path in sorted(site.rglob("*.html")):
        if not path.is_relative_to(site / "pagefind"):
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            yield address, read_document(path.read_text(encoding="utf-8"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        given = {name: value or "" for name, value in attrs}
        found = self.document
        if tag == "html":
            found.language = given.get("lang", "")
        if tag == "meta" and given.get("name") == "description":
            found.description = given["content"]
        if given.get("rel") == "canonical":
            found.canonical = given["href"]
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            found.headings.append(tag)
        if "id" in given:
            found.ids.append(given["id"])
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            found.labels += given.get(name, "").split()
        for name in given:
            if (tag, name) in _LINKS:
                found.links.append(given[name])
        if tag in _FETCHED:
            found.fetched += filter(None, (given.get("src"), given.get("href")))
        if tag == "link" and given.get("rel") in {"stylesheet", "preload", "icon"}:
            found.fetched.append(given["href"])
        # A word ends where an element does, but for those that stand inside a line.
        if tag not in {"a", "em", "span", "strong", "time"}:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.document.title += data
        if "main" in self._open and not _SILENT & set(self._open):
            self.words.append(data)
