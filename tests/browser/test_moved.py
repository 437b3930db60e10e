"""Old addresses, as a visitor follows them who has kept one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from samrum.site.build import Build
from samrum.site.reading import read
from tests.browser.serving import served
from tests.site.project import build_site, titles
from tests.world import record, write

THEME = Path(__file__).parents[2] / "hooks/theme"
MEETING = "meetings/namnd-2024-05-13.yml"
WORLD = {
    "organizations/namnd.yml": "",
    MEETING: """
        moved_from: [namnd-2024-05-12]
        agenda_items: [{number: 7, name: En fråga}, {number: 8, name: En till}]
        """,
}


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in which a protocol has got another id."""
    folder = tmp_path_factory.mktemp("moved")
    for place, lines in WORLD.items():
        write(folder, place, record(place, lines))
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Arkivet\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(
            {
                "site_name": "Arkivet",
                "site_url": "https://arkivet.example/",
                "theme": {"name": "material", "custom_dir": str(THEME), "font": False},
                "plugins": [],
            }
        ),
        "utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str((date(2024, 6, 1) - date(1970, 1, 1)).days * 86_400))
        site = build_site(folder / "mkdocs.yml", Build(read, titles))
    with served(site) as url:
        yield url


@pytest.mark.parametrize(
    ("has_script", "old", "new"),
    [
        (True, "#p8", "#p8"),
        (True, "", ""),
        # Without JavaScript the visitor comes to the beginning of the protocol.
        (False, "#p8", ""),
    ],
)
def test_an_old_address_leads_to_the_record_and_its_paragraph(
    has_script: bool, old: str, new: str, moved_site: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()

    page.goto(f"{moved_site}protokoll/namnd-2024-05-12/{old}", wait_until="commit")

    page.wait_for_url(f"{moved_site}protokoll/namnd-2024-05-13/{new}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Testnämnden 13 maj 2024")
    context.close()
