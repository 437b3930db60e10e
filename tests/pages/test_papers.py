"""What a list of papers says of each, and where it leads."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from samrum.attachments import Attachment
from samrum.catalogue import Catalogue
from samrum.pages import Edition
from samrum.pages.papers import FileView
from tests.pages.archive import context, edition, plain

FILE = Attachment("fardplan.pdf", 1_234_567, "ab" * 32)
PAPERS = "papers: [{title: Färdplan, file: fardplan.pdf, url: https://byran.example/}, {title: B}]"


def with_file(files: dict[str, str]) -> Edition:
    """The edition in which the file stands beside every record."""
    found = (replace(one, attachments=(FILE,)) for one in edition(files).catalogue.files)
    return Edition(Catalogue(found), date(2024, 6, 1), "https://arkivet.example/")


def test_a_file_says_what_it_is_and_stands_below_its_decision() -> None:
    found = with_file({"decisions/vagen.yml": PAPERS})

    (paper, other) = context(found, "beslut/vagen/")["papers"]

    assert paper.file == FileView(
        "beslut/vagen/bilagor/fardplan.pdf", "PDF, 1,2\u00a0MB", FILE.sha256
    )
    assert plain(paper.file.kind) == "PDF, 1,2 MB"
    assert other.file is None


def test_a_file_of_a_protocol_stands_below_the_protocol() -> None:
    item = f"{{number: 2, name: A, decision: {{title: A, resolution: [a], {PAPERS}}}}}"
    found = with_file({"meetings/namnd-2024-05-13.yml": f"agenda_items: [{item}]"})

    (paper, _) = context(found, "beslut/namnd-2024-05-13-2/")["papers"]
    (box,) = (one.decision for one in context(found, "protokoll/namnd-2024-05-13/")["items"])

    assert paper.file.address == "protokoll/namnd-2024-05-13/bilagor/fardplan.pdf"
    assert box.files == (paper,)


def test_a_file_that_is_not_there_is_not_linked() -> None:
    found = edition({"decisions/vagen.yml": PAPERS})

    assert [one.file for one in context(found, "beslut/vagen/")["papers"]] == [None, None]
