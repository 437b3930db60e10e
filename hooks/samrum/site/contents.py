"""What the records give the site, as a value: pages, the address of every id, and every problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samrum.pages.page import Page
from samrum.pages.render import Renderer
from samrum.problems import Problem


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that records give the site; with problems, what can be shown in spite of them."""

    pages: tuple[Page, ...]
    addresses: Mapping[str, str]
    """Where each id's record stands below the site."""
    problems: tuple[Problem, ...]
    start: Mapping[str, object]
    """What start.html is given beside the hand-written introduction."""
    renderer: Renderer
