"""The contents of the site: what may be seen of the folder of records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from samrum.ledger import NAME, Ledger
from samrum.site.reading import read
from samrum.site.settings import Settings, settings
from tests.site.project import configure, make_project
from tests.world import archive, write

DAY = date(2024, 6, 1)
THEME = Path(__file__).parents[2] / "hooks/theme"
WITHDRAWN = "publish: withdrawn\nwithdrawal: {date: 2024-06-02, reason: Ett fel}"
WORLD = {
    "matters/synligt.yml": "",
    "matters/utkast.yml": "publish: draft",
    "matters/snart.yml": "publish: on 2024-06-02",
    "matters/tillbaka.yml": WITHDRAWN,
}


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    project = make_project(tmp_path, {"index.md": ""})
    archive(tmp_path, WORLD)
    return replace(settings(configure(project, object()), DAY), theme=THEME)


def test_hand_written_pages_may_link_to_what_is_public_or_was(here: Settings) -> None:
    assert read(here).addresses == {
        "synligt": "arenden/synligt/",
        "tillbaka": "arenden/tillbaka/",
    }


def test_a_preview_shows_drafts_when_asked_to(here: Settings) -> None:
    contents = read(replace(here, drafts=True))

    listed = {page.address for page in contents.pages if page.is_listed}
    assert {"arenden/utkast/", "arenden/snart/"} <= listed
    assert "arenden/tillbaka/" not in listed


def test_what_is_named_too_early_is_a_problem_until_its_day(here: Settings) -> None:
    archive(here.project, {"matters/synligt.yml": "related: [snart]"})

    assert [one.code for one in read(here).problems] == ["names-unpublished"]
    assert not read(replace(here, as_of=date(2024, 6, 2))).problems


def test_the_ledger_tells_tombstones_when_there_was_something_there(here: Settings) -> None:
    before = {**WORLD, "matters/tillbaka.yml": ""}
    catalogue = archive(here.project, before)[0].published(DAY)
    write(here.project, NAME, Ledger().updated(catalogue, DAY).text)
    archive(here.project, WORLD)

    (stone,) = (page for page in read(here).pages if page.template == "tombstone.html")

    assert "1 juni 2024" in str(stone.page().context["facts"])
