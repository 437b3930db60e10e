"""What a build makes anew, and what it leaves as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samrum.ledger import NAME, Ledger
from samrum.load import load
from samrum.site import publishing
from samrum.site.frame import Frame, Slot
from samrum.site.place import Place
from samrum.site.press import print_pages
from samrum.site.publication import Publication
from samrum.site.publishing import Folders, publish
from samrum.site.reading import read
from samrum.site.settings import Settings
from tests.site.project import tree
from tests.world import record, write

THEME = Path(__file__).parents[2] / "hooks/theme"
DAY = date(2024, 6, 1)

MEETING = """
    date: {date}
    status: genomfört
    participants: [{{name: Ada Ek, on_behalf_of: exempelby, role: ordförande}}]
    agenda_items:
      - number: 1
        name: {name}
        matters: [buss]
        decision:
          title: {name} beslutas
          resolution: ["att se [studien](record:studie)"]
          assignments: [{{to: exempelby, task: åka, strategy: plan}}]
        parts:
          - name: Hållplatsen
            decision: {{title: Hållplatsen flyttas, resolution: [att flytta den]}}
      - number: 2
        name: Övrigt
        related: [bron]
    """
HELD = "namnd-2024-05-13"
BUSSEN = MEETING.format(date="2024-05-13", name="Bussen")
IN_OTHER_WORDS = {
    "status: genomfört": "status: genomfört\n    location: Salen",
    "date: 2024-05-13": "date: 2024-05-13\n    reference: EX 1/2024",
    "name: Ada Ek": "name: Eva Ek",
    "[{name: Ada Ek,": "[{name: Bo Ek, on_behalf_of: exempelby}, {name: Ada Ek,",
    "title: Bussen beslutas": "title: Bussen avslås\n          decision_type: information",
    "name: Övrigt": "name: Annat",
    "task: åka": "task: resa",
    "matters: [buss]": "related: [plan]",
    "Hållplatsen flyttas": "Hållplatsen tas bort",
    "related: [bron]": "related: [studie]\n    adjusters: [Ada Ek]",
    "      - number: 2": "      - number: 3",
}
"""What can be changed in one place of a protocol, and what it says then."""

WITHDRAWN = "publish: withdrawn\nwithdrawal: {date: 2024-05-28, reason: Ett fel}"
ARCHIVE = {
    "organizations/namnd.yml": ("name: Nämnden", "name: Rådet\nmembers: [exempelby]"),
    "organizations/exempelby.yml": (
        "name: Exempelby\nclassification: kommun",
        "name: Exempelby stad\nclassification: kommun",
    ),
    "meetings/namnd-2024-05-13.yml": (
        BUSSEN,
        MEETING.format(date="2024-05-13", name="Tåget"),
        WITHDRAWN,
        *(BUSSEN.replace(before, after) for before, after in IN_OTHER_WORDS.items()),
    ),
    "meetings/namnd-2024-05-20.yml": (MEETING.format(date="2024-05-20", name="Cykeln"),),
    "decisions/bron.yml": ("matters: [buss]", "supplier: exempelby"),
    "strategies/plan.yml": (
        "validity: [{to: 2024-06-30}]\nowner: namnd",
        "title: Planen\nmatters: [buss]\nrelated: [bron]",
    ),
    "strategies/ny-plan.yml": ("supersedes: [plan]", WITHDRAWN),
    "case-studies/studie.yml": ("title: Studien", "authors: [exempelby]\nmatters: [buss]"),
    "matters/buss.yml": (
        "topics: [Resor]",
        "moved_from: [gammalt]\nrelated: [bron]",
        "publish: on 2024-06-02",
    ),
    "events/dag.yml": ("date: 2024-06-01", "date: 2024-06-03\ndecision: bron"),
}
"""Each record in the ways that it is seen in here; None beside them, when it is not there."""

States = Mapping[str, int | None]
EDITS = [
    (place, way) for place, ways in sorted(ARCHIVE.items()) for way in (*range(len(ways)), None)
]
"""One record in another way, or gone: to change more at once would hide what is forgotten."""


@dataclass(frozen=True)
class World:
    """A project whose records, day and ledger change, and its site."""

    folder: Path

    def put(self, state: States) -> None:
        """Let the records be in a state."""
        shutil.rmtree(self.folder / "records", ignore_errors=True)
        (self.folder / "records").mkdir()
        for place, way in state.items():
            if way is not None:
                write(self.folder, place, record(place, ARCHIVE[place][way]))

    def announce(self) -> None:
        """Write what may be seen into the ledger."""
        catalogue, _ = load(self.folder / "records", self.folder)
        write(self.folder, NAME, Ledger().updated(catalogue.published(DAY), DAY).text)

    def publish(self, day: date = DAY, site: str = "site", version: str = "1") -> dict[str, bytes]:
        """Publish; what the site is then."""
        staged = self.folder / "staged"
        staged.mkdir()
        folders = Folders(self.folder / site, staged, self.folder / f"{site}.json")
        settings = Settings(
            self.folder,
            self.folder / "records",
            THEME,
            "https://arkivet.example/",
            day,
            csp_meta=False,
            drafts=False,
            history_url="",
            search=False,
        )
        contents = read(settings)
        made = Publication(
            pages={one.address: one for one in contents.pages},
            frames={Place.of(one): FRAME for one in contents.pages},
            renderer=contents.renderer,
            written={},
            records=contents.documents,
            lookups=contents.lookups,
        )
        publish(made, contents.fingerprints, folders, version, None, dict, 1)
        shutil.rmtree(staged)
        return tree(folders.site)

    def afresh(self, day: date = DAY) -> dict[str, bytes]:
        """What the site would be, had there never been another."""
        shutil.rmtree(self.folder / "fresh", ignore_errors=True)
        (self.folder / "fresh.json").unlink(missing_ok=True)
        return self.publish(day, "fresh")


SLOTS = (Slot.TITLE, Slot.DESCRIPTION, Slot.HEAD, Slot.NAME, Slot.SOURCE, Slot.CONTENT)
FRAME = Frame.cut("|".join(slot.value for slot in SLOTS))
FIRST: States = dict.fromkeys(ARCHIVE, 0)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.put(FIRST)
    return made


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made."""
    addresses: list[str] = []

    def noting(outlines, *more):  # type: ignore[no-untyped-def]  # as print_pages
        for one in print_pages(outlines, *more):
            addresses.append(one.address)
            yield one

    monkeypatch.setattr(publishing, "print_pages", noting)
    return addresses


@pytest.mark.parametrize("way", range(max(map(len, ARCHIVE.values()))))
def test_the_records_of_this_world_are_sound(way: int, tmp_path: Path) -> None:
    world = World(tmp_path)
    world.put({place: min(way, len(ways) - 1) for place, ways in ARCHIVE.items()})

    problems = load(tmp_path / "records", tmp_path)[1]

    assert problems == ()


@pytest.mark.parametrize(("place", "way"), [edit for edit in EDITS if edit[1] != 0])
def test_after_any_one_change_the_site_is_as_if_it_were_made_afresh(
    place: str, way: int | None, world: World
) -> None:
    world.publish()

    world.put({**FIRST, place: way})

    assert world.publish() == world.afresh()


def test_pages_that_name_a_meeting_are_made_anew_when_it_was_another_day(world: World) -> None:
    world.publish()

    # No id agrees with another day, which a build would refuse; a preview shows it.
    write(world.folder, PROTOCOL, record(PROTOCOL, BUSSEN.replace("2024-05-13", "2024-05-14")))

    assert world.publish() == world.afresh()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(EDITS), min_size=3, max_size=6),
    st.lists(st.sampled_from(["", "", "", "next day", "announced"]), min_size=6, max_size=6),
)
def test_whatever_a_build_remembers_it_gives_the_same_site(
    history: list[tuple[str, int | None]], besides: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        world, state, day = World(Path(folder)), FIRST, DAY
        world.put(state)
        world.publish(day)
        for (place, way), more in zip(history, besides, strict=False):
            state = {**state, place: way}
            day += timedelta(days=more == "next day")
            world.put(state)
            if more == "announced":
                world.announce()

            assert world.publish(day) == world.afresh(day)


def test_nothing_is_made_when_nothing_has_changed(world: World, printed: list[str]) -> None:
    before = world.publish()
    printed.clear()

    assert world.publish() == before
    assert printed == []


def test_a_protocol_is_made_together_with_its_decisions(world: World, printed: list[str]) -> None:
    world.publish()

    of_it = [place for place, address in enumerate(printed) if HELD in address]
    assert len(of_it) > 1
    assert of_it == list(range(of_it[0], of_it[0] + len(of_it)))


PROTOCOL = f"meetings/{HELD}.yml"


@pytest.mark.parametrize(
    ("place", "way", "expected"),
    [
        (
            "decisions/bron.yml",
            1,
            {"beslut/", "beslut/bron/", "arenden/", "arenden/buss/", "organ/", "organ/exempelby/"},
        ),
        ("events/dag.yml", 1, {"kalender/", "organ/namnd/", "beslut/bron/"}),
        ("matters/buss.yml", 2, set()),
    ],
)
def test_what_a_change_does_not_touch_is_not_made(
    place: str, way: int, expected: set[str], world: World, printed: list[str]
) -> None:
    everything = set(world.publish())
    printed.clear()

    world.put({**FIRST, place: way})
    world.publish()

    assert expected <= set(printed)
    assert len(printed) < len(everything)


def test_another_day_touches_what_speaks_of_the_day(world: World, printed: list[str]) -> None:
    world.publish()
    printed.clear()

    world.publish(date(2024, 6, 2))

    assert {"kalender/", "arenden/", "strategier/plan/"} <= set(printed)
    assert not {"beslut/bron/", "protokoll/namnd-2024-05-13/", "organ/exempelby/"} & set(printed)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_text("Något annat"),
        lambda path: path.unlink(),
        lambda path: shutil.rmtree(path.parent),
    ],
    ids=["written over", "deleted", "deleted with its folder"],
)
def test_a_page_that_is_not_as_it_was_left_is_made_again(
    harm: Callable[[Path], object], world: World, printed: list[str]
) -> None:
    before = world.publish()
    printed.clear()
    harm(world.folder / "site/beslut/bron/index.html")

    assert world.publish() == before
    assert printed == ["beslut/bron/"]


def test_what_is_no_page_of_the_site_is_deleted(world: World) -> None:
    before = world.publish()
    (world.folder / "site/beslut/gammal.html").write_text("Gammalt")

    assert world.publish() == before


def test_another_version_makes_everything_anew(world: World, printed: list[str]) -> None:
    before = world.publish()
    printed.clear()

    assert world.publish(version="2") == before
    assert {f"{address}index.html" for address in printed} == set(before)


def test_another_frame_makes_the_pages_in_it_anew(
    world: World, printed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    world.publish()
    printed.clear()
    monkeypatch.setitem(globals(), "FRAME", Frame.cut(f"<main>{Slot.CONTENT.value}</main>"))

    assert world.publish() == world.afresh()
    assert printed
