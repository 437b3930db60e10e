"""Documents become an index that a browser can load, the same bytes every time."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from samrum.search.pagefind import Document, PagefindError, index


def page(url: str, title: str, text: str) -> Document:
    return Document(
        url,
        f'<html lang="sv"><head><title>{title}</title></head><body><main data-pagefind-body>'
        f'<h1>{title}</h1><h2 id="p1">§ 1</h2><p>{text}</p></main></body></html>',
    )


PAGES = [
    page("/beslut/exempelbo-1/", "Hjälpmedel i Exempelbo", "Nämnden beslutar om hjälpmedel."),
    page("/protokoll/exempelbo-2021/", "Protokoll 2021", "Vård, vard och vàrd. Besluten är två."),
    page("/strategier/e-halsa/", "E-hälsa", "Strategin gäller för äldre och unga."),
]


def unpacked(file: bytes) -> str:
    return gzip.decompress(file).removeprefix(b"pagefind_dcd").decode(errors="replace")


class Pretend:
    """Puts a program of the test's own in Pagefind's place."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))

    def program(self, body: str) -> None:
        self.path.write_text(f"#!{sys.executable}\n{body}")
        self.path.chmod(0o700)


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pretend:
    return Pretend(tmp_path / "pagefind", monkeypatch)


def test_the_index_counts_every_page_as_swedish() -> None:
    entry = json.loads(index(PAGES)["pagefind-entry.json"])
    assert {language: of["page_count"] for language, of in entry["languages"].items()} == {"sv": 3}
    assert entry["languages"]["sv"]["wasm"] == "sv"


def test_a_page_in_another_language_stands_in_the_same_index() -> None:
    english = Document("/en/", '<html lang="en"><body><p>Minutes and decisions.</p></body></html>')
    swedish = Document("/", '<html lang="sv"><body><p>Protokoll och beslut.</p></body></html>')
    entry = json.loads(index([english, swedish])["pagefind-entry.json"])
    assert entry["languages"]["sv"]["page_count"] == 2
    assert list(entry["languages"]) == ["sv"]


def test_a_hit_leads_to_the_address_that_was_given() -> None:
    fragments = [
        json.loads(unpacked(content))
        for name, content in index(PAGES).items()
        if name.startswith("fragment/")
    ]
    assert {one["url"]: one["meta"]["title"] for one in fragments} == {
        "/beslut/exempelbo-1/": "Hjälpmedel i Exempelbo",
        "/protokoll/exempelbo-2021/": "Protokoll 2021",
        "/strategier/e-halsa/": "E-hälsa",
    }
    assert all(one["anchors"][0]["id"] == "p1" for one in fragments)


def test_words_are_reduced_to_their_swedish_stems() -> None:
    words = "".join(
        unpacked(content) for name, content in index(PAGES).items() if name.startswith("index/")
    )
    assert "beslut" in words
    assert "besluten" not in words


def test_only_what_a_search_page_may_load_is_delivered() -> None:
    files = index(PAGES)
    assert {name for name in files if "/" not in name} == {
        "pagefind-entry.json",
        "pagefind.js",
        "pagefind.sv.pf_meta",
        "wasm.sv.pagefind",
    }
    assert {name.partition("/")[0] for name in files if "/" in name} == {"fragment", "index"}


def test_the_entry_tells_the_name_by_which_a_page_asks_for_the_index() -> None:
    files = index(PAGES)

    hash = json.loads(files["pagefind-entry.json"])["languages"]["sv"]["hash"]

    assert hash == "sv"
    assert unpacked(files[f"pagefind.{hash}.pf_meta"])


def test_the_same_documents_give_the_same_bytes_in_the_same_order() -> None:
    documents = [
        Document(
            f"/beslut/{number}/",
            f"<html><body><h1>Rätt eller rått {number}</h1>"
            f"<p data-pagefind-meta='datum'>{number}</p><p data-pagefind-meta='slag'>Beslut</p>"
            f"<p data-pagefind-weight='3'>håll häll</p><h2 id='p1'>E-hälsa</h2>"
            f"<p>vård vard VÅRD rätt rått nått nätt nummer{number} nummer{number * 7}</p></body>",
        )
        for number in range(60)
    ]
    first, *others = (list(index(documents).items()) for _ in range(4))
    assert others == [first] * 3


@pytest.mark.parametrize("attribute", ["data-pagefind-filter", "data-pagefind-sort"])
def test_what_pagefind_writes_in_random_order_is_refused(attribute: str) -> None:
    document = Document("/x/", f"<html><body><p class='a'\n{attribute}='slag'>Beslut</p></body>")
    with pytest.raises(PagefindError, match=f"^/x/ has {attribute}, "):
        index([document])


def test_a_page_may_speak_of_what_is_refused() -> None:
    assert index([Document("/x/", "<html><body><p>Om data-pagefind-filter</p></body></html>")])


def test_many_large_documents_do_not_fill_the_pipes() -> None:
    text = "långt " * 40_000
    documents = (page(f"/{number}/", f"Sida {number}", text) for number in range(40))
    entry = json.loads(index(documents)["pagefind-entry.json"])
    assert entry["languages"]["sv"]["page_count"] == 40


def test_progress_counts_the_documents() -> None:
    counts: list[int] = []
    index(PAGES, on_progress=counts.append)
    assert counts == [1, 2, 3]


def test_no_documents_give_an_index_that_finds_nothing() -> None:
    assert json.loads(index([])["pagefind-entry.json"])["languages"] == {}


def test_a_program_that_cannot_be_started_is_a_pagefind_error(pretend: Pretend) -> None:
    with pytest.raises(PagefindError, match="does not start"):
        index(PAGES)


@pytest.mark.parametrize("found", [None, FileNotFoundError])
def test_a_missing_program_says_how_to_install_it(
    found: type[FileNotFoundError] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> None:
        if found is not None:
            raise found

    monkeypatch.setattr("pagefind.service.get_executable", nowhere)
    with pytest.raises(PagefindError, match="pip install"):
        index(PAGES)


def test_a_program_that_dies_leaves_its_last_words(pretend: Pretend) -> None:
    pretend.program("import sys; sys.stdin.read(1); sys.exit('thread panicked')")
    with pytest.raises(PagefindError, match="exit code 1: thread panicked"):
        index(PAGES)


def test_a_program_that_stops_reading_is_a_pagefind_error(pretend: Pretend) -> None:
    pretend.program(
        "import base64, os, sys\n"
        """answer = b'{"payload": {"type": "NewIndex", "index_id": 0}}'\n"""
        "os.read(0, 1000)\n"
        "os.close(0)\n"
        "os.write(1, base64.b64encode(answer) + b',')\n"
    )
    with pytest.raises(PagefindError, match="exit code 0: it does not say why"):
        index([page("/", "Lång", "ord " * 100_000)])


def test_a_document_that_pagefind_refuses_is_named(pretend: Pretend) -> None:
    pretend.program(
        "import base64, sys\n"
        """answers = ['{"type": "NewIndex", "index_id": 0}', '{"type": "IndexedFile"}',\n"""
        """           '{"type": "Error", "message": "unreadable"}']\n"""
        "for answer in answers:\n"
        "    while sys.stdin.read(1) != ',':\n"
        "        pass\n"
        """    message = '{"payload": ' + answer + '}'\n"""
        "    sys.stdout.write(base64.b64encode(message.encode()).decode() + ',')\n"
        "    sys.stdout.flush()\n"
        "sys.stdin.read()\n"
    )
    with pytest.raises(PagefindError, match="refused /protokoll/exempelbo-2021/: unreadable"):
        index(PAGES)
