"""Documents -> every file that the search page loads; made anew only when what they say changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from samrum.search import pagefind
from samrum.search.compounds import Splitter
from samrum.search.kept import keep, kept
from samrum.search.lexicon import Lexicon
from samrum.search.marks import Mark, lean, marked
from samrum.search.pagefind import Document
from samrum.search.table import table
from samrum.search.wordlist import swedish
from samrum.search.words import front_coded, spellings, words_in

TABLE = "samrum-table.json"
WORDS = "samrum-words.txt"


def bundle(
    documents: Iterable[Document],
    lexicon: Lexicon,
    folder: Path,
    mark: Callable[[Path], Mark] | None = None,
) -> dict[str, bytes]:
    """The files of the search by name.

    `folder` keeps them for the next time, and what the Swedish dictionary says: it may be deleted,
    and what is damaged in it is made anew. Raises PagefindError.
    """
    found = [replace(one, html=lean(one.html)) for one in documents]
    key = _key(found, lexicon)
    files = kept(folder, key)
    if files is None:
        files = _made(found, lexicon, (mark or _swedish_mark)(folder))
        keep(folder, key, files)
    return files


def _made(documents: list[Document], lexicon: Lexicon, mark: Mark) -> dict[str, bytes]:
    found: set[str] = set()

    def dressed() -> Iterator[Document]:  # one at a time: all of them take some hundred megabytes
        for one in documents:
            html = marked(one.html, mark)
            found.update(words_in(html))
            yield replace(one, html=html)

    files = pagefind.index(dressed())
    content = {**table(documents, files), "lexicon": lexicon}
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    spelled = front_coded(spellings(found))
    return {**files, TABLE: packed.encode(), WORDS: spelled.encode()}


@cache  # the dictionary takes seconds to read, and serve indexes after every edit
def _swedish_mark(folder: Path) -> Mark:
    return Splitter(swedish(folder)).mark


def _key(documents: Iterable[Document], lexicon: Lexicon) -> str:
    """A digest of everything that the files come from: what is indexed, and all that indexes."""
    digest = sha256()
    for package in ("pagefind", "pagefind-bin", "spylls"):
        digest.update(f"{package} {version(package)}\n".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update(json.dumps(lexicon, sort_keys=True).encode())
    for one in documents:
        digest.update(f"{one.url}\n{one.profile}\n{one.html}\n".encode())
    return digest.hexdigest()
