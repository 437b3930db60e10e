"""Catalogue -> pages: which exist, their address and title, and what their template is given."""

from __future__ import annotations

from collections.abc import Iterator

from samrum.pages.calendar import calendar_pages
from samrum.pages.case_studies import case_study_pages
from samrum.pages.decisions import decision_pages
from samrum.pages.edition import Edition
from samrum.pages.matters import matter_pages
from samrum.pages.moved import moved_pages
from samrum.pages.organizations import organization_pages
from samrum.pages.page import Outline, Page
from samrum.pages.protocols import protocol_pages
from samrum.pages.search_page import search_pages
from samrum.pages.start import start
from samrum.pages.strategies import strategy_pages
from samrum.pages.tombstones import tombstone_pages

__all__ = ["Edition", "Outline", "Page", "outlines", "start"]


def outlines(edition: Edition) -> Iterator[Outline]:
    """Every framed page of an edition, section by section."""
    yield from protocol_pages(edition)
    yield from decision_pages(edition)
    yield from strategy_pages(edition)
    yield from case_study_pages(edition)
    yield from matter_pages(edition)
    yield from organization_pages(edition)
    yield from calendar_pages(edition)
    yield from search_pages(edition)
    yield from tombstone_pages(edition)
    yield from moved_pages(edition)
