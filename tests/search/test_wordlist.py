"""A Hunspell dictionary becomes the forms that Swedish compounds are made of, and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import fields

from samrum.search.wordlist import WordList, has, kept, swedish, word_list

RULES = """\
SFX  A  Y  1
SFX  A  0  s  .
SFX  D  Y  2
SFX  D  0  en  [^a]
SFX  D  a  an  a
SFX  v  N  1
SFX  v  0  s/WXZ  [^a]
SFX  x  N  1
SFX  x  a  o/WXZ  a
"""


def words_of(*entries: str) -> WordList:
    return word_list(RULES, "\n".join([str(len(entries)), *entries]))


def never() -> WordList:
    pytest.fail("the kept list was not used")


@pytest.fixture
def tiny() -> WordList:
    return words_of("betalning/ADvY", "råd/Ab", "Umeå/A", "styrelse/XUY")


def test_an_entry_may_stand_first_when_its_flags_say_so() -> None:
    words = words_of("kommun/X", "process/U", "ansvar/Y")
    assert words.first == {"kommun", "process"}


def test_a_linking_letter_makes_a_first_form_and_no_word() -> None:
    words = words_of("betalning/v", "kvinna/x")
    assert words.first == {"betalnings", "kvinno"}
    assert words.others == {"betalning", "kvinna"}


def test_an_entry_stands_last_in_every_inflection() -> None:
    assert words_of("nämnd/DY").last == {"nämnd", "nämnden"}
    assert words_of("klara/DY").last == {"klara", "klaran"}


def test_a_genitive_is_had_and_not_kept() -> None:
    words = words_of("ansvar/AY", "protokoll/A")
    assert words.last == {"ansvar"}
    assert has(words.last, "ansvars")
    assert has(words.others, "protokolls")
    assert not has(words.last, "ansvarss")
    assert not has(words.last, "")


def test_a_form_that_the_dictionary_hyphenates_is_risky() -> None:
    words = words_of("råd/Ab", "ned/b")
    assert words.risky_first == {"råd", "ned"}
    assert words.risky_last == {"råd"}


def test_a_hyphenated_genitive_is_a_first_form_without_risk() -> None:
    words = words_of("års/b")
    assert words.first == {"års"}
    assert words.risky_first == set()


def test_a_name_is_kept_apart_unless_it_is_a_word_too() -> None:
    words = words_of("Bergman/AXY", "Mandel/A", "mandel/A")
    assert words.names == {"bergman"}
    assert words.first == words.last == set()


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("häslovård/XY%", "forbidden spelling"),
        ("a-kassa/XY", "hyphen"),
        ("hatt och/XY", "space"),
        ("ål/XY", "too short to be a part"),
    ],
)
def test_what_can_be_no_part_is_left_out(entry: str, why: str) -> None:
    words = words_of(entry)
    assert not any(getattr(words, field.name) for field in fields(words)), why


def test_the_end_of_a_surname_is_no_last_part() -> None:
    assert words_of("qvist/AYZc").last == set()


def test_a_part_that_is_no_word_alone_is_not_taken_for_one() -> None:
    words = words_of("användar/UXZ")
    assert words.first == {"användar"}
    assert words.others == set()


def test_a_kept_list_is_the_one_that_was_made(tmp_path: Path, tiny: WordList) -> None:
    file = tmp_path / "new" / "folder" / "a.words"
    assert kept(file, lambda: tiny) == tiny
    assert kept(file, never) == tiny


def test_the_same_list_is_kept_as_the_same_bytes(tmp_path: Path, tiny: WordList) -> None:
    kept(tmp_path / "a", lambda: tiny)
    kept(tmp_path / "b", lambda: words_of("styrelse/XUY", "Umeå/A", "råd/Ab", "betalning/ADvY"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("damage", ["cut", "empty", "changed", "foreign"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, tiny: WordList, damage: str) -> None:
    file = tmp_path / "a.words"
    kept(file, lambda: tiny)
    whole = file.read_bytes()
    file.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "empty": b"",
            "changed": whole.replace(b"betalnings", b"betalningz"),
            "foreign": b"\xff\xfe\n\x00",
        }[damage]
    )
    assert kept(file, lambda: tiny) == tiny
    assert file.read_bytes() == whole


def test_the_swedish_dictionary_is_the_same_kept_as_fresh(tmp_path: Path) -> None:
    fresh = swedish(tmp_path)
    assert swedish(tmp_path) == fresh
    assert len(fresh.first) > 20_000
    assert len(fresh.last) > 200_000
