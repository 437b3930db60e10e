"""A table in a hand-written page -> the same table in a frame, in which a wide one scrolls."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class FramedTables(Extension):
    """Python-Markdown with tables as those of records are: a narrow screen scrolls them alone."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Come when the cells are filled, for the frame is called after them."""
        md.treeprocessors.register(_Tables(md), "framed_tables", -20)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    parent[place] = _framed(child)


def _framed(table: Element) -> Element:
    name = "".join(table.find(".//th").itertext())  # type: ignore[union-attr]  # Markdown's tables have a head
    # Who uses the keyboard scrolls what has the focus, and is told what that is.
    frame = Element("div", {"class": "table-scroll", "role": "group", "tabindex": "0"})
    frame.set("aria-label", f"Tabell: {name}")
    for cell in table.iter():
        # The security policy refuses styles inside a page.
        if style := cell.attrib.pop("style", ""):
            cell.set("class", style.replace("text-align: ", "align-").rstrip(";"))
    frame.append(table)
    frame.tail, table.tail = table.tail, None
    return frame
