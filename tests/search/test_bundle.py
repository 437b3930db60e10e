"""Everything that the search page loads, made anew only when something in it changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from samrum.search import pagefind
from samrum.search.bundle import TABLE, WORDS, bundle
from samrum.search.marks import Mark
from samrum.search.pagefind import Document
from samrum.search.profiles import Profile, Sort

DECISION = Document(
    "/beslut/a/",
    "<html><body><h1>Betalningsansvaret</h1></body></html>",
    Profile(Sort.DECISION, "Beslut", 125),
)
PAGE = Document("/om/", "<html><nav>Meny</nav><main><h1>Om arkivet</h1></main></html>")


def joints(_: Path) -> Mark:
    """A splitter that knows one word."""
    return lambda text: text.replace("Betalnings", "Betalnings~")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tells how often an index has been made."""
    calls: list[str] = []
    index = pagefind.index

    def counted(documents: list[Document]) -> dict[str, bytes]:
        calls.append("made")
        return index(documents)

    monkeypatch.setattr(pagefind, "index", counted)
    return calls


def test_a_bundle_holds_the_index_the_table_and_the_words(tmp_path: Path) -> None:
    files = bundle([DECISION, PAGE], {"names": [["tn", "testnämnden"]]}, tmp_path, joints)

    assert "pagefind.js" in files
    assert files[WORDS].decode().splitlines() == [
        "0ansvaret",
        "1rkivet",
        "0betalnings",
        "aansvaret",
    ]
    told = json.loads(files[TABLE])
    assert told["lexicon"] == {"names": [["tn", "testnämnden"]]}
    assert told["facets"]["kind"]["values"] == ["Beslut", "Om arkivet"]


def test_nothing_is_indexed_anew_when_nothing_has_changed(tmp_path: Path, made: list[str]) -> None:
    first = bundle([DECISION], {}, tmp_path, joints)
    second = bundle([DECISION], {}, tmp_path, joints)

    assert first == second
    assert made == ["made"]


@pytest.mark.parametrize(
    "change",
    [
        lambda: ([DECISION, PAGE], {}),
        lambda: (
            [Document(DECISION.url, "<html><body><h1>Annat</h1></body></html>", DECISION.profile)],
            {},
        ),
        lambda: ([Document(DECISION.url, DECISION.html)], {}),
        lambda: ([DECISION], {"names": []}),
    ],
)
def test_a_change_in_words_profiles_or_lexicon_is_indexed(
    change: Callable[[], tuple[list[Document], dict[str, object]]], tmp_path: Path, made: list[str]
) -> None:
    bundle([DECISION], {}, tmp_path, joints)
    bundle(*change(), tmp_path, joints)

    assert made == ["made", "made"]


def test_what_stands_around_a_page_is_no_change(tmp_path: Path, made: list[str]) -> None:
    bundle([PAGE], {}, tmp_path, joints)
    bundle([Document("/om/", PAGE.html.replace("Meny", "Annan meny"))], {}, tmp_path, joints)

    assert made == ["made"]


def test_a_damaged_copy_is_made_anew(tmp_path: Path, made: list[str]) -> None:
    first = bundle([DECISION], {}, tmp_path, joints)
    for file in tmp_path.glob("*.zip"):
        file.write_bytes(b"damaged")

    assert bundle([DECISION], {}, tmp_path, joints) == first
    assert made == ["made", "made"]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (bundle([DECISION, PAGE], {}, tmp_path / name, joints) for name in "ab")

    assert list(one.items()) == list(other.items())


def test_compounds_are_split_by_the_swedish_word_list(tmp_path: Path) -> None:
    files = bundle([DECISION], {}, tmp_path)

    assert "0ansvaret" in files[WORDS].decode().splitlines()
