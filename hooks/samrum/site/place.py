"""A page -> the place where it stands: pages of one place have the same HTML but for the slots."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from samrum.addresses import Section
from samrum.pages.page import Outline
from samrum.site.frame import Slot


class Place(Struct, frozen=True, eq=False):
    """A section, a depth in it (1 for its index), the optional slots that are filled, and whether
    the page may be found.

    There is one object for each place, so that it is soon found in a table.
    """

    section: Section
    depth: int
    is_index: bool
    filled: frozenset[Slot]
    is_listed: bool

    @staticmethod
    def of(page: Outline) -> Place:
        """Where a page stands."""
        filled = (bool(page.head), bool(page.source), bool(page.toc))
        depth = page.address.count("/")
        return _place(page.section, depth, page.is_index, filled, page.is_listed)

    @property
    def address(self) -> str:
        """The address of the prototype: of an index its own, else one of the right depth."""
        return f"{self.section.value}/" + f"{Slot.NAME.value}/" * (self.depth - 1)


@cache
def _place(
    section: Section, depth: int, is_index: bool, filled: tuple[bool, bool, bool], is_listed: bool
) -> Place:
    slots = zip((Slot.HEAD, Slot.SOURCE, Slot.ANCHOR), filled, strict=True)
    return Place(
        section,
        depth,
        is_index,
        frozenset(slot for slot, is_filled in slots if is_filled),
        is_listed,
    )
