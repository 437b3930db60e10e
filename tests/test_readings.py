"""What files say, remembered while somebody reads, and from one run to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from samrum import readings as room
from samrum.checksum import digest_of
from samrum.digests import NOT_READ, Digests
from samrum.load import load
from samrum.reading import Reading, read_record
from samrum.readings import NAME, Place, Readings
from samrum.shelf import opened
from samrum.workers import most
from tests.benchmarks import generator
from tests.world import record, write

SOUND = {
    "organizations/namnd.yml": "summary: 'Se [bron](record:bron)'",
    "decisions/bron.yml": "date: 2022-vår\nmatters: [buss]",
    "matters/buss.yml": "",
}
NOT_READY = {"matters/tal.yml": "title: 2024\nsummary: '  Kort. '"}
"""A number for a text, and blanks around one: what no model takes as it stands."""
UNSOUND = {
    "matters/oklar.yml": "status: kanske",
    "matters/trasig.yml": "title: 'Bussen",
    "matters/privat.yml": "title: Ring 811228-9874",
    "events/bakvand.yml": "start: '10:00'\nend: '09:00'",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read as YAML."""
    paths: list[str] = []

    def noting(path: str, *more):  # type: ignore[no-untyped-def]  # as read_record
        paths.append(path.rpartition("/")[2].removesuffix(".yml"))
        return read_record(path, *more)

    monkeypatch.setattr(room, "read_record", noting)
    return paths


def places(folder: Path, world: dict[str, str]) -> list[Place]:
    return [
        Place(write(folder, place, record(place, lines)), place, tuple(place.split("/")))
        for place, lines in world.items()
    ]


def alike(one: Reading, other: Reading) -> bool:
    """Whether two readings say the same, what was found before in them among it."""
    names = [reading.file.names if reading.file else None for reading in (one, other)]
    return one == other and names[0] == names[1]


def test_what_is_kept_says_what_the_files_say(tmp_path: Path, asked: list[str]) -> None:
    here = places(tmp_path, {**SOUND, **NOT_READY, **UNSOUND})
    plain = Readings().of(here)
    first = Readings(tmp_path / "kept").of(here)
    asked.clear()

    again = Readings(tmp_path / "kept").of(here)

    assert all(map(alike, plain, first))
    assert all(map(alike, plain, again))
    assert asked == ["oklar", "trasig", "privat", "bakvand"]


def test_a_file_that_has_changed_is_read_again_and_no_other(
    tmp_path: Path, asked: list[str]
) -> None:
    Readings(tmp_path / "kept").of(places(tmp_path, SOUND))
    asked.clear()

    here = places(tmp_path, {**SOUND, "matters/buss.yml": "title: Tåget"})
    found = Readings(tmp_path / "kept").of(here)

    assert asked == ["buss"]
    assert found == Readings().of(here)


def test_one_changed_file_among_many_is_read_again_sooner_than_all_are_kept_anew(
    tmp_path: Path, asked: list[str]
) -> None:
    world = {f"matters/sak-{number}.yml": "" for number in range(60)}

    def asked_for(changed: int, word: str) -> list[str]:
        titles = dict.fromkeys(list(world)[:changed], f"title: {word}")
        here = places(tmp_path, {**world, **titles})
        asked.clear()
        found = Readings(tmp_path / "kept").of(here)
        names = list(asked)
        assert found == Readings().of(here)
        return names

    assert len(asked_for(0, "")) == 60
    assert asked_for(1, "Ny") == ["sak-0"]
    assert asked_for(1, "Ny") == ["sak-0"]
    assert asked_for(2, "Ny") == ["sak-0", "sak-1"]
    assert asked_for(2, "Ny") == []


def test_while_somebody_reads_on_nothing_is_read_twice(tmp_path: Path, asked: list[str]) -> None:
    known = Readings()
    known.of(places(tmp_path, {**SOUND, **UNSOUND}))
    asked.clear()

    known.of(places(tmp_path, {**SOUND, **UNSOUND, "matters/buss.yml": "title: Tåget"}))

    assert asked == ["buss"]


def test_a_record_that_moves_is_not_taken_for_another(tmp_path: Path) -> None:
    write(tmp_path, "matters/buss.yml", record("matters/buss.yml"))
    path = tmp_path / "records/matters/buss.yml"
    Readings(tmp_path / "kept").of([Place(path, "a.yml", ("matters", "buss.yml"))])

    (found,) = Readings(tmp_path / "kept").of([Place(path, "b.yml", ("matters", "buss.yml"))])

    assert found.path == "b.yml"
    assert found.file and found.file.path == "b.yml"


def test_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    here = places(tmp_path, SOUND)
    Readings(tmp_path / "kept").of(here)
    Readings(tmp_path / "kept").of(here[:1])

    with opened(tmp_path / "kept" / NAME) as kept:
        assert kept.names == {"organizations/namnd.yml"}


def test_a_folder_in_which_nothing_can_be_kept_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")

    assert Readings(tmp_path / "kept").of(places(tmp_path, SOUND))[0].file


SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "cut short": lambda raw: raw[: len(raw) // 2],
    "altered": lambda raw: raw.replace(b"buss", b"tass"),
    "without its head": lambda raw: raw.partition(b"\n")[2],
    "no text": lambda raw: b"\xff\x00" + raw,
    "of another version": lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_what_is_kept_is_used_as_it_was_written_or_not_at_all(
    spoil: Callable[[bytes], bytes], tmp_path: Path, asked: list[str]
) -> None:
    here = places(tmp_path, SOUND)
    before = Readings(tmp_path / "kept").of(here)
    file = tmp_path / "kept" / NAME
    file.write_bytes(spoil(file.read_bytes()))
    asked.clear()

    assert Readings(tmp_path / "kept").of(here) == before
    assert asked == ["namnd", "bron", "buss"]


@given(st.binary(max_size=200))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_may_stand_where_something_is_kept(tmp_path: Path, raw: bytes) -> None:
    here = places(tmp_path, SOUND)
    (tmp_path / "kept").mkdir(exist_ok=True)
    (tmp_path / "kept" / NAME).write_bytes(raw)

    assert Readings(tmp_path / "kept").of(here) == Readings().of(here)


FAULTY = {
    "trasig": ("title: 'Bussen", "yaml-syntax"),
    "okand": (record("matters/okand.yml", "title: Bussen\ncolour: red"), "unknown-field"),
    "sig-sjalv": (record("matters/sig-sjalv.yml", "related: [sig-sjalv]"), "names-itself"),
    "tom": (record("matters/tom.yml", "title: FYLL I"), "blank-left"),
    "privat": (record("matters/privat.yml", "title: Ring 070-1740605"), "private-data"),
}
"""Files that are wrong in different ways, each seen at another step of reading."""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "records").mkdir()
    generator.archive(folder / "records", pages=1000, seed=3)
    for name, (text, _) in FAULTY.items():
        write(folder, f"matters/{name}.yml", text)
    for place, lines in NOT_READY.items():
        write(folder, place, record(place, lines))
    return folder


@pytest.mark.parametrize("processes", [1, most()])
def test_records_of_every_kind_come_back_as_they_were(generated: Path, processes: int) -> None:
    plain, problems = load(generated / "records", generated)

    for _ in range(2):
        known = Readings(generated / f"kept-{processes}", processes)
        again, same_problems = load(generated / "records", generated, known=known)

        assert again.files == plain.files
        assert again.mentions == plain.mentions
        assert same_problems == problems
        assert {code for _, code in FAULTY.values()} <= {one.code for one in problems}


def test_the_digest_of_a_record_is_that_of_its_file(tmp_path: Path) -> None:
    here = places(tmp_path, SOUND)
    first, *_ = Readings().of(here)
    places(tmp_path, {**SOUND, "organizations/namnd.yml": f"{SOUND['organizations/namnd.yml']} "})
    second, *_ = Readings().of(here)

    assert first.file and second.file
    assert first.file.digests != second.file.digests
    assert replace(first.file, digests=NOT_READ) == replace(second.file, digests=NOT_READ)


def test_a_file_that_changes_while_others_read_it_is_known_as_it_is_now(tmp_path: Path) -> None:
    here, *_ = places(tmp_path, SOUND)
    told_before = room._Sent(Digests("of what it said before"), b"{}")

    told = room._checked([(here, told_before)], is_kept=False)[0]

    assert told.digest == digest_of(here.path.read_bytes())
    assert [told.reading] == Readings().of([here])
