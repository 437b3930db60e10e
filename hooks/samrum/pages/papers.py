"""The papers of a decision -> rows of a list; a file leads to itself, and says what it is."""

from __future__ import annotations

from msgspec import Struct

from samrum import text
from samrum.addresses import attachment_address
from samrum.entries import Decision
from samrum.model.decision import Paper
from samrum.pages.edition import Edition, Link, when

_TYPES = {
    **{"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint"},
    **{"odt": "OpenDocument-text", "ods": "OpenDocument-kalkylblad", "odp": "OpenDocument-bilder"},
    **{"png": "PNG-bild", "jpg": "JPEG-bild", "csv": "CSV", "txt": "textfil"},
}


class FileView(Struct, frozen=True):
    """A file to load: where it stands, "PDF, 1,2 MB", and its SHA-256."""

    address: str
    kind: str
    sha256: str


class PaperRow(Struct, frozen=True):
    """A document that a decision rests on; it leads to the file, the case study or the address."""

    title: str
    link: Link | None
    url: str
    note: str
    file: FileView | None = None


def papers(decision: Decision, edition: Edition) -> tuple[PaperRow, ...]:
    """The papers of a decision in their order."""
    return tuple(_row(paper, decision, edition) for paper in decision.content.papers)


def _row(paper: Paper, decision: Decision, edition: Edition) -> PaperRow:
    notes = (paper.version, when(paper.date) if paper.date else None)
    return PaperRow(
        title=paper.title,
        link=edition.link(paper.case_study) if paper.case_study else None,
        url=paper.url or "",
        note=", ".join(note for note in notes if note),
        file=_file(paper.file, decision, edition) if paper.file else None,
    )


def _file(name: str, decision: Decision, edition: Edition) -> FileView | None:
    """None for a file that is not there, which is a problem and seen in a preview only."""
    found = edition.catalogue.attachments.get((decision.path, name))
    if found is None:
        return None
    kind = _TYPES[name.rpartition(".")[2]]
    return FileView(
        address=attachment_address(decision.record, name),
        kind=f"{kind}, {text.file_size(found.size)}",
        sha256=found.sha256,
    )
