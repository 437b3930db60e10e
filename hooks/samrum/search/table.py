"""Profiles and their index -> the small table by which the search page narrows down and sorts.

Pagefind's own filters mean AND inside a facet, and sorting with them loads every filter there is.
This table is loaded once and answers at once: `scripts/search/table.js` reads it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from samrum.search.pagefind import PagefindError
from samrum.search.profiles import Profile, Sort
from samrum.search.words import letters_shared
from samrum.text import sort_key

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

T = TypeVar("T", bound=Hashable)

_FRAGMENT = re.compile(r"fragment/(.+)\.pf_fragment")
_LANGUAGE = "sv_"
"""What every id begins with."""

_SIGNATURE = b"pagefind_dcd"
"""What Pagefind puts before the JSON of a fragment."""


def table(profiles: Mapping[str, Profile], files: Mapping[str, bytes]) -> dict[str, object]:
    """The table as JSON: what is known of every document, in columns of one order.

    `profiles` are those of the documents by address.

    `ids` are the beginnings of Pagefind's ids, as long as it takes to tell them apart. A facet has
    its `values`, the `sets` of them that documents have, and for every document the number of its
    set: `values[sets[of[row]][0]]`. Labels, statuses, ranks and dates stand for every document in
    the same order. Raises PagefindError for a document that is not in the index.
    """
    ids = _ids(files)
    if missing := profiles.keys() - ids.keys():
        raise PagefindError(f"{min(missing)} is not in the index that Pagefind has made")
    # Alike beside alike: the columns of 10,000 documents then take half as many bytes.
    ordered = sorted(profiles, key=lambda url: (_order(profiles[url]), url))
    short = _shortened(ids.values())
    rows = [profiles[url] for url in ordered]
    labels, label_of = _numbered([row.label for row in rows])
    statuses, status_of = _numbered([(row.status, row.tone) for row in rows])
    return {
        "ids": " ".join(short[ids[url]] for url in ordered),
        "facets": {
            "kind": _facet([(row.sort.value,) for row in rows], _in_order_of_kinds),
            "body": _facet([row.bodies for row in rows]),
            "year": _facet([_one(row.year) for row in rows], _newest_first),
            "topic": _facet([row.topics for row in rows]),
            "municipality": _facet([row.municipalities for row in rows]),
            "type": _facet([_one(row.type) for row in rows]),
            "status": _facet([_one(row.status) for row in rows]),
        },
        "labels": labels,
        "label": label_of,
        "statuses": statuses,
        "status": status_of,
        "rank": [row.rank for row in rows],
        "date": [row.date for row in rows],
    }


def _ids(files: Mapping[str, bytes]) -> dict[str, str]:
    """Pagefind's id of every document, by the document's address."""
    found: dict[str, str] = {}
    for name, content in files.items():
        fragment = _FRAGMENT.fullmatch(name)
        if fragment:
            data = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
            found[data["url"]] = fragment[1].removeprefix(_LANGUAGE)
    return found


def _shortened(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id that no other one has."""
    ordered = ["", *sorted(ids), ""]
    return {
        id: id[: 1 + max(letters_shared(id, other) for other in (before, after))]
        for before, id, after in zip(ordered, ordered[1:], ordered[2:], strict=False)
    }


def _order(profile: Profile) -> tuple[int, str, tuple[str, ...], str]:
    return list(Sort).index(profile.sort), profile.date, profile.bodies, profile.label


def _facet(
    sets: Sequence[tuple[str, ...]], key: Callable[[str], SupportsRichComparison] = sort_key
) -> dict[str, object]:
    values = sorted({value for one in sets for value in one}, key=key)
    place = {value: number for number, value in enumerate(values)}
    distinct, of = _numbered([tuple(sorted(place[value] for value in one)) for one in sets])
    return {"values": values, "sets": distinct, "of": of}


def _numbered(values: Sequence[T]) -> tuple[list[T], list[int]]:
    """The distinct values in the order of their first use, and the number of each value."""
    numbers: dict[T, int] = {}
    of = [numbers.setdefault(value, len(numbers)) for value in values]
    return list(numbers), of


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _in_order_of_kinds(value: str) -> int:
    return list(Sort).index(Sort(value))


def _newest_first(year: str) -> int:
    return -int(year)
