"""What a build remembers of the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from samrum.catalogue import Catalogue
from samrum.ledger import Ledger
from samrum.lookups import AS_OF, LEDGER, Fingerprints, Lookup
from samrum.site.remembered import Memory, Register, Written, read, write
from samrum.site.staging import Stamp

NOW = Fingerprints(Catalogue(()), date(2024, 6, 1), Ledger())
TOMORROW = Fingerprints(Catalogue(()), date(2024, 6, 2), Ledger())


def renewed(
    before: Memory, pages: Mapping[str, Written], **new: tuple[str, Sequence[Lookup], Stamp]
) -> Memory:
    """A memory of some pages that it knows, and of new ones: key, lookups and stamp by name."""
    register = Register(before, NOW)
    made = {
        f"beslut/{name}/": Written(key, " ".join(str(register.number(one)) for one in made), stamp)
        for name, (key, made, stamp) in new.items()
    }
    return before.renewed({**pages, **made}, register)


MEMORY = renewed(
    Memory(),
    {},
    å=("k1", [AS_OF, ("by_id", "å")], (1, 2, 3, 4)),
    b=("k2", [("by_id", "å"), LEDGER], (5, 6, 7, 8)),
)


def test_a_memory_is_read_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / "new/pages.json", "v1", MEMORY)

    assert read(tmp_path / "new/pages.json", "v1") == MEMORY
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["pages.json"]


def test_what_several_pages_looked_up_is_remembered_once() -> None:
    assert MEMORY.lookups == (AS_OF, ("by_id", "å"), LEDGER)
    assert [page.lookups for page in MEMORY.pages.values()] == ["0 1", "1 2"]


def test_lookups_are_outdated_when_they_find_something_else() -> None:
    assert MEMORY.outdated(Register(MEMORY, NOW)) == frozenset()
    assert MEMORY.outdated(Register(MEMORY, TOMORROW)) == {"0"}


def test_pages_that_are_still_so_are_remembered_beside_new_ones() -> None:
    kept = {"beslut/b/": MEMORY.pages["beslut/b/"]}

    after = renewed(MEMORY, kept, c=("k3", [LEDGER, ("by_id", "c")], (9, 9, 9, 9)))

    assert after.pages["beslut/b/"] == MEMORY.pages["beslut/b/"]
    numbers = after.pages["beslut/c/"].lookups.split()
    assert [after.lookups[int(one)] for one in numbers] == [LEDGER, ("by_id", "c")]
    assert after.outdated(Register(after, NOW)) == frozenset()


def test_what_no_page_looks_up_any_more_is_forgotten_in_time() -> None:
    many = [("by_id", str(number)) for number in range(9)]
    before = renewed(MEMORY, MEMORY.pages, many=("k", many, (1, 1, 1, 1)))

    after = renewed(before, MEMORY.pages)

    assert after == MEMORY


def test_there_is_nothing_to_remember_at_first(tmp_path: Path) -> None:
    assert read(tmp_path / "pages.json", "v1") == Memory()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:-1],
        lambda raw: raw.replace(b"k1", b"k3"),
        lambda raw: b"\xff" + raw,
        lambda raw: raw.replace(b"v1", b"v2", 1),
    ],
    ids=["empty", "cut short", "altered", "no text", "of another version"],
)
def test_a_memory_that_is_not_as_it_was_is_none(spoil, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # bytes -> bytes
    path = tmp_path / "pages.json"
    write(path, "v1", MEMORY)
    path.write_bytes(spoil(path.read_bytes()))

    assert read(path, "v1") == Memory()
