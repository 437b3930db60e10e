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
_SECTIONS = {
    **{f"one of {section}": section for section in _LISTS},
    "page of the handbook": "handbok",
}

KINDS = (*_ADDRESSES, *_SECTIONS)


def address_of(kind: str, site: Path) -> str:
    """The address of a page of that kind; of many, the one with the most on it."""
    if kind in _ADDRESSES:
        return _ADDRESSES[kind]
    pages = (site / _SECTIONS[kind]).glob("*/**/index.html")
    longest = max(pages, key=lambda page: (page.stat().st_size, page.as_posix()))
    return f"{longest.parent.relative_to(site).as_posix()}/"
