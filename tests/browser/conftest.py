"""The published site at an address of this machine, built once for all tests, and its visitor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.serving import served
from tests.browser.visit import Visit
from tests.publishing import publish


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, which `site_url` fills: the site knows its own address."""
    return tmp_path_factory.mktemp("published")


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site, with a slash at its end."""
    with served(site) as url:
        publish(site, url)
        yield url


@pytest.fixture
def visit(page: Page, site: Path, site_url: str) -> Visit:
    """Opens pages of the site by their kind."""
    return Visit(page, site, site_url)
