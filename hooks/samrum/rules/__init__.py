"""What must hold of the records: small generators of findings, one module for each subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from samrum.catalogue import RecordFile
from samrum.model import Record
from samrum.problems import Finding
from samrum.rules import (
    circles,
    dates,
    decisions,
    identity,
    meetings,
    money,
    publication,
    references,
)
from samrum.rules.rule import Archive, ArchiveRule, FileRule, Rule

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    *circles.RULES,
    *meetings.RULES,
    *dates.RULES,
    *decisions.RULES,
    *money.RULES,
    *publication.RULES,
)
"""Every rule, in the order of the handbook."""


def check_file(file: RecordFile) -> Iterator[Finding]:
    """What the rules of files find in one file; no other file changes that."""
    for rule in _rules_of(type(file.record)):
        yield from rule.findings(file)


def check_archive(archive: Archive) -> Iterator[Finding]:
    """What the rules of the archive find in all records together."""
    for rule in RULES:
        if isinstance(rule, ArchiveRule):
            yield from rule.findings(archive)


@cache
def _rules_of(kind: type[Record]) -> tuple[FileRule, ...]:
    rules = (rule for rule in RULES if isinstance(rule, FileRule))
    return tuple(rule for rule in rules if issubclass(kind, rule.kinds))
