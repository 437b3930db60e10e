"""A prototype page's HTML -> a frame, which gives any page of the same place its finished bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from urllib.parse import quote

from msgspec import Struct

from samrum.pages.page import Heading, Page
from samrum.pages.template_code import html_of


class Slot(Enum):
    """What differs between pages of one place; the value stands in for it in the prototype.

    The values are words that no template, filter or address changes.
    """

    TITLE = "samrum_title_slot"
    DESCRIPTION = "samrum_description_slot"
    HEAD = "samrum_head_slot"
    NAME = "samrum_name_slot"
    """A step of the address below the section; one slot however many steps."""
    SOURCE = "samrum_source_slot"
    # A theme may add a heading of its own to content that has none; a record's body has one.
    CONTENT = "<h1>samrum_content_slot</h1>"
    ANCHOR = "samrum_anchor_slot"
    HEADING = "samrum_heading_slot"

    # By what it is: an enum's own hash is made anew from its name, ten times a page.
    __hash__ = object.__hash__


NEXT_ENTRY = Heading("samrum_anchor_next", "samrum_heading_next")
"""The second entry of a prototype's table of contents: two entries show what repeats."""


class FrameError(ValueError):
    """The theme's template cannot be made a frame of."""


class Entries(Struct, frozen=True):
    """A table of contents: the markup inside each entry and between two of them."""

    inside: str
    between: str

    def of(self, toc: Sequence[Heading]) -> bytes:
        """The entries of a page."""
        return self.between.join(
            f"{html_of(entry.anchor)}{self.inside}{html_of(entry.text)}" for entry in toc
        ).encode()


class Frame(Struct, frozen=True):
    """The HTML that pages of one place share, in pieces, with slots where they differ.

    It is UTF-8 already, as files are: a frame is half of a page, and would be encoded for each.
    """

    pieces: tuple[bytes | Slot | Entries, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """The frame in a prototype's HTML; raises FrameError when it shows no content."""
        frame = cls(tuple(_pieces(html)))
        if Slot.CONTENT not in frame.pieces:
            raise FrameError("the template does not show page.content")
        return frame

    @property
    def alone(self) -> bytes:
        """The frame around nothing."""
        return b"".join(piece for piece in self.pieces if isinstance(piece, bytes))

    def around(self, page: Page, body: bytes) -> bytes:
        """The finished page; body is HTML and has the page's h1."""
        values = _values(page, body)
        shown: list[bytes] = []
        for piece in self.pieces:
            if type(piece) is bytes:
                shown.append(piece)
            elif isinstance(piece, Slot):
                shown.append(values[piece])
            elif isinstance(piece, Entries):
                shown.append(piece.of(page.toc))
        return b"".join(shown)


def _values(page: Page, body: bytes) -> dict[Slot, bytes]:
    first = page.toc[0] if page.toc else Heading("", "")
    return {
        Slot.TITLE: html_of(page.title).encode(),
        Slot.DESCRIPTION: html_of(page.description).encode(),
        Slot.HEAD: page.head.encode(),
        Slot.NAME: quote(page.address.partition("/")[2].rstrip("/")).encode(),
        Slot.SOURCE: html_of(page.source or "").encode(),
        Slot.ANCHOR: html_of(first.anchor).encode(),
        Slot.HEADING: html_of(first.text).encode(),
        Slot.CONTENT: body,
    }


_ENTRIES = re.compile(
    rf"{Slot.ANCHOR.value}(?P<inside>.*?){Slot.HEADING.value}"
    rf"(?P<between>.*?){NEXT_ENTRY.anchor}(?P=inside){NEXT_ENTRY.text}",
    re.DOTALL,
)
_SLOT = re.compile("(" + "|".join(slot.value for slot in Slot) + ")")
_STEPS = re.compile(rf"{Slot.NAME.value}(?:/{Slot.NAME.value})+")


def _pieces(html: str) -> Iterator[bytes | Slot | Entries]:
    end = 0
    for entries in _ENTRIES.finditer(html):
        yield from _slots(html[end : entries.start()])
        yield Entries(entries["inside"], entries["between"])
        end = entries.end()
    yield from _slots(html[end:])


def _slots(html: str) -> Iterator[bytes | Slot]:
    if NEXT_ENTRY.anchor in html or NEXT_ENTRY.text in html:
        raise FrameError("the template writes an entry of page.toc otherwise than url, then title")
    for place, text in enumerate(_SLOT.split(_STEPS.sub(Slot.NAME.value, html))):
        yield Slot(text) if place % 2 else text.encode()
