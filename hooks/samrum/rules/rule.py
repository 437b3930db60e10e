"""A rule as a value: its code, its sentence, and the generator that finds where it is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from samrum.catalogue import Catalogue, Decision
from samrum.model import Record
from samrum.problems import Finding, Keys

ArchiveCheck = Callable[["Archive"], Iterator[tuple[str, Keys, str]]]
DecisionCheck = Callable[[Decision], Iterator[tuple[Keys, str]]]
# The record is of one of the kinds that the rule is for, which a type cannot say here.
RecordCheck = Callable[..., Iterator[tuple[Keys, str]]]

_PARAGRAPH = re.compile(r"-\d+(-\d+)?")


@dataclass(frozen=True, slots=True)
class Archive:
    """What rules see: the catalogue, and the ids of records that exist but could not be read."""

    catalogue: Catalogue
    unread: frozenset[str] = frozenset()

    def lacks(self, target: str) -> bool:
        """Whether no record has the id, nor may a file that could not be read hold it."""
        return self.catalogue.find(target) is None and not any(
            target == id or (target.startswith(id) and _PARAGRAPH.fullmatch(target, len(id)))
            for id in self.unread
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its sentence is the docstring of its generator, as an author would say it."""

    code: str
    sentence: str
    findings: Callable[[Archive], Iterator[Finding]]


def archive_rule(code: str) -> Callable[[ArchiveCheck], Rule]:
    """Make a rule of a generator that looks at all records and yields (path, keys, message)."""

    def rule(check: ArchiveCheck) -> Rule:
        def findings(archive: Archive) -> Iterator[Finding]:
            for path, keys, message in check(archive):
                yield Finding(path, keys, code, message)

        return Rule(code, check.__doc__ or "", findings)

    return rule


def record_rule(code: str, *kinds: type[Record]) -> Callable[[RecordCheck], Rule]:
    """Make a rule of a generator that looks at one record of certain kinds, for (keys, message)."""

    def rule(check: RecordCheck) -> Rule:
        def findings(archive: Archive) -> Iterator[Finding]:
            for file in archive.catalogue.files:
                if isinstance(file.record, kinds):
                    for keys, message in check(file.record):
                        yield Finding(file.path, keys, code, message)

        return Rule(code, check.__doc__ or "", findings)

    return rule


def decision_rule(code: str) -> Callable[[DecisionCheck], Rule]:
    """Make a rule of a generator that looks at one decision, in a protocol or in its own file.

    The generator yields keys as they are inside the decision.
    """

    def rule(check: DecisionCheck) -> Rule:
        def findings(archive: Archive) -> Iterator[Finding]:
            for decision in archive.catalogue.decisions:
                for keys, message in check(decision):
                    yield Finding(decision.path, (*decision.keys, *keys), code, message)

        return Rule(code, check.__doc__ or "", findings)

    return rule


def repeats(values: Iterable[Hashable]) -> Iterator[int]:
    """The places of the values that have stood before."""
    seen: set[Hashable] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place
        seen.add(value)
