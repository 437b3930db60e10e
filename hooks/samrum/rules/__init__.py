"""What must hold of the records: small generators of findings, one module for each subject."""

from __future__ import annotations

from collections.abc import Iterator

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
from samrum.rules.rule import Archive, Rule

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


def check(archive: Archive) -> Iterator[Finding]:
    """What every rule finds."""
    for rule in RULES:
        yield from rule.findings(archive)
