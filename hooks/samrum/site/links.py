"""`[text](record:ID)` in a hand-written page -> a link to the record, or a problem."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from samrum.problems import Problem, suggestion

SCHEME = "record:"


class RecordLinks(Extension):
    """Python-Markdown with links to records; one that leads nowhere stays as it is and is noted."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self.addresses = addresses
        self.root = ""
        """The way from the page that is being converted to the top of the site: "../" for "om/"."""
        self.unknown: dict[str, None] = {}
        """The ids met so far that no record has, in the order of the text."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Come after MkDocs has made links between pages relative: it would take ours for those."""
        md.treeprocessors.register(_Links(self), "record_links", -10)

    def href(self, target: str) -> str | None:
        """Where `ID` or `ID#anchor` leads, seen from the page."""
        id, _, anchor = target.partition("#")
        address = self.addresses.get(id)
        if address is None:
            self.unknown.setdefault(id)
            return None
        return self.root + (f"{address.partition('#')[0]}#{anchor}" if anchor else address)


class _Links(Treeprocessor):
    def __init__(self, links: RecordLinks) -> None:
        super().__init__()
        self._links = links

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith(SCHEME):
                link.set("href", self._links.href(target.removeprefix(SCHEME)) or target)


def broken_links(
    path: str, text: str, unknown: Collection[str], known: Collection[str]
) -> Iterator[Problem]:
    """A problem for every line of a page that links to one of the unknown ids."""
    for id in unknown:
        pattern = re.compile(rf"{SCHEME}{re.escape(id)}(?![\w-])")
        advice = suggestion(id, known) or "; add the record or correct the link"
        lines = [number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]
        # A link that came in from another file, as a snippet, stands on no line here.
        for line in lines or [1]:
            yield Problem(path, line, "unknown-record", f'no record "{id}"{advice}')
