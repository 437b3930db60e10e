"""Everything that the search page loads, made anew only when something in it changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samrum.search import pagefind
from samrum.search.bundle import TABLE, bundle
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

    def counted(documents: list[Document], **told: Any) -> dict[str, bytes]:
        calls.append("made")
        return index(documents, **told)

    monkeypatch.setattr(pagefind, "index", counted)
    return calls


def test_a_bundle_holds_the_index_the_table_and_the_words(tmp_path: Path) -> None:
    files = bundle([DECISION, PAGE], {"names": [["tn", "testnämnden"]]}, tmp_path, mark=joints)

    assert "pagefind.js" in files
    told = json.loads(files[TABLE])
    assert told["words"].splitlines() == ["0ansvaret", "1rkivet", "0betalnings", "aansvaret"]
    assert told["entry"] == json.loads(files["pagefind-entry.json"])
    assert told["lexicon"] == {"names": [["tn", "testnämnden"]]}
    assert told["facets"]["kind"]["values"] == ["Beslut", "Om arkivet"]


def test_nothing_is_indexed_anew_when_nothing_has_changed(tmp_path: Path, made: list[str]) -> None:
    first = bundle([DECISION], {}, tmp_path, mark=joints)
    second = bundle([DECISION], {}, tmp_path, mark=joints)

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
    bundle([DECISION], {}, tmp_path, mark=joints)
    bundle(*change(), tmp_path, mark=joints)

    assert made == ["made", "made"]


def test_what_stands_around_a_page_is_no_change(tmp_path: Path, made: list[str]) -> None:
    bundle([PAGE], {}, tmp_path, mark=joints)
    bundle([Document("/om/", PAGE.html.replace("Meny", "Annan meny"))], {}, tmp_path, mark=joints)

    assert made == ["made"]


def test_a_damaged_copy_is_made_anew(tmp_path: Path, made: list[str]) -> None:
    first = bundle([DECISION], {}, tmp_path, mark=joints)
    for file in tmp_path.glob("*.zip"):
        file.write_bytes(b"damaged")

    assert bundle([DECISION], {}, tmp_path, mark=joints) == first
    assert made == ["made", "made"]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (bundle([DECISION, PAGE], {}, tmp_path / name, mark=joints) for name in "ab")

    assert list(one.items()) == list(other.items())


def test_indexing_can_be_given_up_halfway(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def give_up(count: int) -> None:
        if count == 1:
            raise Enough

    with pytest.raises(Enough):
        bundle([DECISION, PAGE], {}, tmp_path, give_up, mark=joints)
    assert not list(tmp_path.glob("*.zip"))


def test_compounds_are_split_by_the_swedish_word_list(tmp_path: Path) -> None:
    files = bundle([DECISION], {}, tmp_path)

    assert "0ansvaret" in json.loads(files[TABLE])["words"].splitlines()
