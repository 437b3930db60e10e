"""The kinds of pages there are, and where in a site an example of each is found."""

from __future__ import annotations

from pathlib import Path

_LISTS = ("protokoll", "beslut", "strategier", "fallstudier", "arenden", "organ")

_ADDRESSES = {
    "start": "",
    **{f"list of {section}": f"{section}/" for section in _LISTS},
    "calendar": "kalender/",
    "search": "sok/",
    "about": "om/",
    "accessibility statement": "tillganglighet/",
    "missing page": "finns/inte/",
}
_RECORDS = {f"one of {section}": section for section in _LISTS}

KINDS = (*_ADDRESSES, *_RECORDS)


def address_of(kind: str, site: Path) -> str:
    """The address of a page of that kind; of records, the one with the most on its page."""
    if kind in _ADDRESSES:
        return _ADDRESSES[kind]
    section = _RECORDS[kind]
    pages = (site / section).glob("*/index.html")
    longest = max(pages, key=lambda page: (page.stat().st_size, page.parent.name))
    return f"{section}/{longest.parent.name}/"
