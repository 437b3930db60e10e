"""Rules of order: nothing belongs to itself or replaces itself by a way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from samrum.problems import Keys
from samrum.rules.rule import Archive, archive_rule


@archive_rule("parent-circle")
def parent_circle(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """No organization is a part of its own part."""
    catalogue = archive.catalogue
    above = {one.id: (one.parent,) for one in catalogue.organizations if one.parent}
    for id, _, way in _circles(above):
        message = f"by this an organization belongs to itself: {way}; correct one of them"
        yield catalogue.paths[id], ("parent",), message


@archive_rule("members-circle")
def members_circle(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """No organization is a member of its own member."""
    catalogue = archive.catalogue
    for id, place, way in _circles({one.id: one.members for one in catalogue.organizations}):
        message = f"by this an organization is its own member: {way}; take one of them out"
        yield catalogue.paths[id], ("members", place), message


@archive_rule("supersedes-circle")
def supersedes_circle(archive: Archive) -> Iterator[tuple[str, Keys, str]]:
    """No strategy supersedes one by which it is itself superseded."""
    catalogue = archive.catalogue
    for id, place, way in _circles({one.id: one.supersedes for one in catalogue.strategies}):
        message = f"by this a strategy supersedes itself: {way}; take one of them out"
        yield catalogue.paths[id], ("supersedes", place), message


def _circles(named: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int, str]]:
    """Every circle: an id in it, the place where that names the next, and the way in words.

    What names itself is left to the rule for that.
    """
    graph = {id: [target for target in targets if target != id] for id, targets in named.items()}
    while circle := _circle(graph):
        first, second = circle[0], circle[1]
        yield first, named[first].index(second), " > ".join(circle)
        graph[first].remove(second)


def _circle(graph: dict[str, list[str]]) -> list[str]:
    """One way from an id back to itself, or nothing when there is none left."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: Iterable[str] = error.args[1]
        return list(reversed(tuple(found)))
    return []


RULES = (parent_circle, members_circle, supersedes_circle)
