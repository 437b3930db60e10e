"""What the records give the site, as a value: pages, the address of every id, and every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from samrum.catalogue import Catalogue
from samrum.ledger import Ledger
from samrum.lookups import Fingerprints, Lookups
from samrum.pages.page import Outline
from samrum.pages.render import Renderer
from samrum.problems import Problem
from samrum.search.lexicon import Lexicon
from samrum.search.pagefind import Document


class Contents(Struct, frozen=True):
    """Everything that records give the site; with problems, what can be shown in spite of them."""

    pages: tuple[Outline, ...]
    addresses: Mapping[str, str]
    """Where each id's record stands below the site."""
    problems: tuple[Problem, ...]
    start: Mapping[str, object]
    """What start.html is given beside the hand-written introduction."""
    renderer: Renderer
    documents: Callable[[], Iterable[Document]]
    """What can be found in the records, made anew for each index."""
    lexicon: Lexicon
    """What the words that somebody searches for can also be called."""
    schemas: Mapping[str, bytes]
    """The schemas of records, by the names of their files."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """Attachments: where each is published, below the site, and where it is."""
    lookups: Lookups = field(default_factory=Lookups)
    """What pages look up in the records."""
    fingerprints: Fingerprints = field(
        default_factory=lambda: Fingerprints(Catalogue(()), date.min, Ledger())
    )
    """What lookups find."""
