"""A rule as a value: its code, its sentence, and the generator that finds where it is broken.

A rule of files is checked in one file at a time, which nothing else changes; a rule of the archive
looks at all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from samrum.catalogue import Catalogue, RecordFile
from samrum.entries import Decision
from samrum.ledger import Ledger
from samrum.model import DecisionRecord, Meeting, Record
from samrum.model.publish import Stage
from samrum.problems import Finding, Keys
from samrum.tombstone import belongs

ArchiveCheck = Callable[["Archive"], Iterator[tuple[str, Keys, str]]]
FileCheck = Callable[[RecordFile], Iterator[tuple[Keys, str]]]
DecisionCheck = Callable[[Decision], Iterator[tuple[Keys, str]]]
# The record is of one of the kinds that the rule is for, which a type cannot say here.
RecordCheck = Callable[..., Iterator[tuple[Keys, str]]]


class Archive(Struct, frozen=True, dict=True):
    """What rules see: all records, whatever their stage, on a day, and what has been published.

    `unread` are ids of records that exist but could not be read.
    """

    catalogue: Catalogue
    unread: frozenset[str] = frozenset()
    as_of: date = date.max
    ledger: Ledger = field(default_factory=Ledger)

    def lacks(self, target: str) -> bool:
        """Whether no record has the id, nor may it be inside a file that does not show it.

        Such are files that could not be read, and withdrawn protocols emptied of their decisions.
        """
        if self.catalogue.find(target) is not None:
            return False
        return not any(belongs(target, id) for id in self.unread | self.withdrawn)

    def hides(self, target: str) -> bool:
        """Whether there is such a record, and the public may not know of it yet."""
        if self.catalogue.find(target) is None:
            return False
        return self.published.find(target) is None and not self.published.is_withdrawn(target)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of withdrawn records."""
        records = (file.record for file in self.catalogue.files)
        return frozenset(one.id for one in records if one.publish.stage is Stage.WITHDRAWN)

    @cached_property
    def published(self) -> Catalogue:
        """What the public may see on the day."""
        return self.catalogue.published(self.as_of)


class Rule(Struct, frozen=True):
    """A rule; its sentence is the docstring of its generator, as an author would say it."""

    code: str
    sentence: str


class ArchiveRule(Rule, frozen=True):
    """A rule of all records together."""

    findings: Callable[[Archive], Iterator[Finding]]


class FileRule(Rule, frozen=True):
    """A rule of one file with a record of certain kinds."""

    kinds: tuple[type[Record], ...]
    findings: Callable[[RecordFile], Iterator[Finding]]


def archive_rule(code: str) -> Callable[[ArchiveCheck], ArchiveRule]:
    """Make a rule of a generator that looks at all records and yields (path, keys, message)."""

    def rule(check: ArchiveCheck) -> ArchiveRule:
        def findings(archive: Archive) -> Iterator[Finding]:
            for path, keys, message in check(archive):
                yield Finding(path, keys, code, message)

        return ArchiveRule(code, check.__doc__ or "", findings)

    return rule


def file_rule(code: str, *kinds: type[Record]) -> Callable[[FileCheck], FileRule]:
    """Make a rule of a generator that looks at one file with a record, for (keys, message)."""

    def rule(check: FileCheck) -> FileRule:
        def findings(file: RecordFile) -> Iterator[Finding]:
            for keys, message in check(file):
                yield Finding(file.path, keys, code, message)

        return FileRule(code, check.__doc__ or "", kinds, findings)

    return rule


def record_rule(code: str, *kinds: type[Record]) -> Callable[[RecordCheck], FileRule]:
    """Make a rule of a generator that looks at one record of certain kinds, for (keys, message)."""

    def rule(check: RecordCheck) -> FileRule:
        def findings(file: RecordFile) -> Iterator[Finding]:
            for keys, message in check(file.record):
                yield Finding(file.path, keys, code, message)

        return FileRule(code, check.__doc__ or "", kinds, findings)

    return rule


def decision_rule(code: str) -> Callable[[DecisionCheck], FileRule]:
    """Make a rule of a generator that looks at one decision, in a protocol or in its own file.

    The generator yields keys as they are inside the decision.
    """

    def rule(check: DecisionCheck) -> FileRule:
        def findings(file: RecordFile) -> Iterator[Finding]:
            for decision in file.decisions:
                for keys, message in check(decision):
                    yield Finding(file.path, (*decision.keys, *keys), code, message)

        return FileRule(code, check.__doc__ or "", (Meeting, DecisionRecord), findings)

    return rule


def repeats(values: Iterable[Hashable]) -> Iterator[int]:
    """The places of the values that have stood before."""
    seen: set[Hashable] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place
        seen.add(value)
