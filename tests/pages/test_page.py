"""A page as a value."""

from __future__ import annotations

import pytest

from samrum.addresses import Section
from samrum.pages.page import Page


@pytest.mark.parametrize(
    ("address", "is_index", "root"),
    [
        ("beslut/", True, "../"),
        ("beslut/bron/", False, "../../"),
        ("beslut/2024/bron/", False, "../../../"),
        ("beslut/beslut/", False, "../../"),
    ],
)
def test_a_page_knows_where_it_stands(address: str, is_index: bool, root: str) -> None:
    page = Page(address, Section.DECISIONS, "Titel", "Om sidan", "x.html", {})

    assert (page.is_index, page.root) == (is_index, root)
