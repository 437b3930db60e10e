"""A few lines of YAML for each record -> an edition of the site, and what its pages say."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any

from samrum.catalogue import Catalogue, RecordFile
from samrum.model import MODELS, Kind
from samrum.pages import Edition, Page, outlines
from samrum.source import Source, read
from tests.world import record, shape

_KINDS = {kind.folder: kind for kind in Kind}


def edition(files: dict[str, str], as_of: str = "2024-06-01") -> Edition:
    """The edition of a day; a record is given by its place below records/ and its own lines.

    No rule is asked: a test may leave out whatever it does not speak of.
    """
    records = (_file(place, lines) for place, lines in files.items())
    return Edition(Catalogue(records), date.fromisoformat(as_of), "https://arkivet.example/")


def page(edition: Edition, address: str) -> Page:
    """The page at an address."""
    return next(one.page() for one in outlines(edition) if one.address == address)


def context(edition: Edition, address: str) -> dict[str, Any]:
    """What the template of the page at an address is given."""
    return dict(page(edition, address).context)


def facts(edition: Edition, address: str) -> dict[str, list[str]]:
    """The key facts of a page: the words of their values by label."""
    return {fact.label: words(fact.values) for fact in context(edition, address)["facts"]}


def words(values: Any) -> list[str]:
    """What links and texts say, without the spaces that do not break."""
    return [plain(value if isinstance(value, str) else value.text) for value in values]


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ")


def _file(place: str, lines: str) -> RecordFile:
    source = read(record(place, lines).encode())
    assert isinstance(source, Source), source
    kind = _KINDS[PurePosixPath(place).parts[0]]
    return RecordFile(f"records/{place}", kind, shape(MODELS[kind], source.data))
