"""The hand-written pages -> their links to records, and those of them that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samrum.guard import Guard, relative
from samrum.problems import Problem, suggestion
from samrum.rules.rule import Archive
from samrum.text import record_links


def docs_problems(docs: Path, project: Path, archive: Archive) -> Iterator[Problem]:
    """A problem for every `record:` link in a folder of Markdown to what no record is.

    The build sees more: it converts the pages with all of MkDocs' extensions.
    """
    for path in pages(docs):
        shown = (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            message = "the file is not UTF-8 text; save it as UTF-8"
            yield Problem(shown, 1, "not-utf8", message)
            continue
        for target, line in record_links(text):
            id = target.partition("#")[0]
            if archive.lacks(id):
                known = archive.catalogue.by_id
                advice = suggestion(id, known) or "; add the record or correct the link"
                yield Problem(shown, line + 1, "unknown-record", f'no record "{id}"{advice}')
            elif archive.hides(id):
                message = f'"{id}" is not public yet; publish it first, or take the link out'
                yield Problem(shown, line + 1, "unknown-record", message)


def private_data(docs: Path, project: Path, guard: Guard) -> Iterator[Problem]:
    """Private data in the pages and in the names of all files, and allowances there of nothing."""
    for path in sorted(path for path in docs.rglob("*") if path.is_file()):
        raw = path.read_bytes() if path.suffix == ".md" else b""
        yield from guard.problems(relative(path, project), raw.decode(errors="replace"))
    yield from guard.unused(project)


def pages(docs: Path) -> list[Path]:
    """Every page of Markdown below a folder, in the order of their paths."""
    return sorted(path for path in docs.rglob("*.md") if path.is_file())
