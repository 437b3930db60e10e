"""Documents -> every file that the search page loads; made anew only when what they say changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from msgspec.structs import replace

from samrum.checksum import Checksum
from samrum.kept import keep, kept
from samrum.search import pagefind
from samrum.search.compounds import Splitter
from samrum.search.lexicon import Lexicon
from samrum.search.marks import Mark, lean, marked
from samrum.search.pagefind import Document
from samrum.search.table import table
from samrum.search.wordlist import swedish
from samrum.search.words import front_coded, spellings, words_in

TABLE = "samrum-table.json"

INDEX = "index.zip"
"""The file that keeps all others until what they say changes."""


def bundle(
    documents: Iterable[Document],
    lexicon: Lexicon,
    folder: Path,
    on_progress: Callable[[int], None] | None = None,
    *,
    mark: Callable[[Path], Mark] | None = None,
) -> dict[str, bytes]:
    """The files of the search by name.

    `folder` keeps them for the next time, and what the Swedish dictionary says: it may be deleted,
    and what is damaged in it is made anew. `on_progress` is told how many documents have been
    indexed, and may raise something to have no more of it. Raises PagefindError.
    """
    found = [replace(one, html=lean(one.html)) for one in documents]
    key = _key(found, lexicon)
    files = kept(folder / INDEX, key)
    if files is None:
        files = _made(found, lexicon, (mark or _swedish_mark)(folder), on_progress)
        keep(folder / INDEX, key, files)
    return files


def _made(
    documents: list[Document],
    lexicon: Lexicon,
    mark: Mark,
    on_progress: Callable[[int], None] | None,
) -> dict[str, bytes]:
    """The files; the list is emptied, for all that it holds takes some hundred megabytes."""
    profiles = {one.url: one.profile for one in documents}
    found: set[str] = set()

    def dressed() -> Iterator[Document]:
        documents.reverse()
        while documents:
            one = documents.pop()
            html = marked(one.html, mark)
            found.update(words_in(html))
            yield replace(one, html=html)

    files = pagefind.index(dressed(), on_progress=on_progress)
    content = {
        **table(profiles, files),
        "lexicon": lexicon,
        "words": front_coded(spellings(found)),
        "entry": json.loads(files[pagefind.ENTRY]),
    }
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return {**files, TABLE: packed.encode()}


@cache  # the dictionary takes seconds to read, and serve indexes after every edit
def _swedish_mark(folder: Path) -> Mark:
    return Splitter(swedish(folder)).mark


def _key(documents: Iterable[Document], lexicon: Lexicon) -> str:
    """A digest of everything that the files come from: what is indexed, and all that indexes."""
    digest = Checksum()
    for package in ("pagefind", "pagefind-bin", "spylls"):
        digest.add(f"{package} {version(package)}\n".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.add(path.read_bytes())
    digest.add(json.dumps(lexicon, sort_keys=True).encode())
    for one in documents:
        digest.add(f"{one.url}\n{one.profile}\n{one.html}\n".encode())
    return str(digest)
