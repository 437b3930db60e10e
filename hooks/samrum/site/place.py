"""A page -> the place where it stands: pages of one place have the same HTML but for the slots."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from samrum.addresses import Section
from samrum.pages.page import Outline
from samrum.site.frame import Slot


@dataclass(frozen=True, slots=True)
class Place:
    """A section, a depth in it (1 for its index), the optional slots that are filled, and whether
    the page may be found.
    """

    section: Section
    depth: int
    is_index: bool
    filled: frozenset[Slot]
    is_listed: bool

    @classmethod
    def of(cls, page: Outline) -> Place:
        """Where a page stands."""
        return cls(
            section=page.section,
            depth=page.address.count("/"),
            is_index=page.is_index,
            filled=_filled(bool(page.head), bool(page.source), bool(page.toc)),
            is_listed=page.is_listed,
        )

    @property
    def address(self) -> str:
        """The address of the prototype: of an index its own, else one of the right depth."""
        return f"{self.section.value}/" + f"{Slot.NAME.value}/" * (self.depth - 1)


@cache
def _filled(has_head: bool, has_source: bool, has_toc: bool) -> frozenset[Slot]:
    slots = {Slot.HEAD: has_head, Slot.SOURCE: has_source, Slot.ANCHOR: has_toc}
    return frozenset(slot for slot, is_filled in slots.items() if is_filled)
