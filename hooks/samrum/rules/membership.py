"""An organization -> all that it consists of, at every depth."""

from __future__ import annotations

from collections.abc import Iterable

from samrum.catalogue import Catalogue


def everyone_in(catalogue: Catalogue, ids: Iterable[str]) -> frozenset[str] | None:
    """The organizations and all their members; None when one of them is not in the catalogue."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        organization = catalogue.organization(id)
        if organization is None:
            return None
        if id not in found:
            found.add(id)
            waiting.extend(organization.members)
    return frozenset(found)
