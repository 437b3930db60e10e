"""Records that have had other ids -> pages at the old addresses, which lead to the new ones."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from samrum.addresses import Section, moves
from samrum.pages.edition import Edition
from samrum.pages.page import Content, Outline

_REFRESH = Markup('<meta http-equiv="refresh" content="0; url={}">')
_CANONICAL = Markup('<link rel="canonical" href="{}">')


def moved_pages(edition: Edition) -> Iterator[Outline]:
    """A page for every address that a public record has had; an anchor is no page."""
    for old, new in moves(file.record for file in edition.catalogue.files).items():
        if "#" not in old:
            yield _outline(old, new, edition)


def _outline(old: str, new: str, edition: Edition) -> Outline:
    root = "../" * old.count("/")
    # Without an address of the site there is none for search engines to prefer.
    canonical = _CANONICAL.format(edition.site_url + new) if edition.site_url else ""
    return Outline(
        address=old,
        section=Section(old.partition("/")[0]),
        title="Sidan har flyttat",
        template="moved.html",
        content=lambda: Content(
            "Sidan har fått en ny adress.", {"to": edition.link(new.split("/")[1])}
        ),
        head=canonical + _REFRESH.format(root + new),
        is_listed=False,
    )
