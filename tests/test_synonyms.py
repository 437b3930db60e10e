"""The list of synonyms is read strictly, and every mistake in it has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.synonyms import Synonyms, read_synonyms
from tests.world import told, write


def read(folder: Path, text: str) -> list[str]:
    write(folder, "synonyms.yml", text)
    found, problems = read_synonyms(folder / "records", folder)
    assert found == Synonyms() or not problems
    return told(problems, "synonyms.yml")


def test_abbreviations_and_synonyms_are_read(tmp_path: Path) -> None:
    text = "abbreviations:\n  SIP: samordnad plan\nsynonyms:\n  hjälpmedel: [rullstol, rollator]\n"
    write(tmp_path, "synonyms.yml", text)

    assert read_synonyms(tmp_path / "records", tmp_path) == (
        Synonyms({"SIP": "samordnad plan"}, {"hjälpmedel": ("rullstol", "rollator")}),
        (),
    )


def test_an_archive_may_do_without(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path, tmp_path) == (Synonyms(), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("synonyms: [", "1: bad-yaml"),
        ("synonym:\n  a: [b]", '1: unknown-field: no field "synonym"; did you mean "synonyms"?'),
        ("xyz: 1", '1: unknown-field: no field "xyz"; there are abbreviations and synonyms'),
        ("synonyms: [a]", "1: not-a-mapping: synonyms is no list of `word: ...`; write one"),
        ("abbreviations:\n  sip: plan", '2: bad-abbreviation: not an abbreviation: "sip"'),
        ("abbreviations:\n  SIP: 3", "2: bad-words: SIP has no full name in plain words"),
        ("synonyms:\n  a~b: [c]", '2: bad-words: "a~b" is no plain word'),
        ("synonyms:\n  a: b", "2: not-a-list: a has no words; write `a: [one, two]`"),
        ("synonyms:\n  a: []", "2: not-a-list: a has no words"),
        ("synonyms:\n  a:\n    - b\n    - <b>", '4: bad-words: "<b>" is no plain word'),
        ("synonyms:\n  a: [b, B]", '2: said-twice: "B" stands here twice; delete one'),
        ("synonyms:\n  a: [A]", '2: said-twice: "A" stands here twice; delete one'),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, expected: str, tmp_path: Path) -> None:
    (problem,) = read(tmp_path, text)

    assert problem.startswith(expected.partition("bad-yaml")[0])


def test_a_list_that_every_reader_would_wait_for_is_too_long(tmp_path: Path) -> None:
    lines = "".join(f"  ord{number}: [annat]\n" for number in range(501))

    assert read(tmp_path, f"synonyms:\n{lines}") == [
        "1: too-many: 501 synonyms; keep the 500 that readers need most"
    ]


def test_names_may_hold_an_ampersand(tmp_path: Path) -> None:
    assert read(tmp_path, "abbreviations:\n  EY: Exempel & Yxa") == []


def test_a_folder_outside_the_project_is_shown_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "synonyms.yml", "xyz: 1")
    _, (problem,) = read_synonyms(tmp_path / "records", Path("/somewhere/else"))

    assert problem.path == (tmp_path / "records/synonyms.yml").as_posix()
