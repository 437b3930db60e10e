"""What must hold of the records: small generators of findings, one module for each subject."""

from __future__ import annotations

from collections.abc import Iterator

from samrum.catalogue import Catalogue
from samrum.problems import Finding
from samrum.rules import circles, dates, decisions, identity, meetings, money, references
from samrum.rules.rule import Archive, Rule

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    *circles.RULES,
    *meetings.RULES,
    *dates.RULES,
    *decisions.RULES,
    *money.RULES,
)
"""Every rule, in the order of the handbook."""


def check(catalogue: Catalogue, unread: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What every rule finds; `unread` are ids of records that exist but could not be read."""
    archive = Archive(catalogue, unread)
    for rule in RULES:
        yield from rule.findings(archive)
