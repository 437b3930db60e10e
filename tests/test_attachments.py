"""Files beside a record: what may be published, and what is told of what may not."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from samrum.attachments import Attachment, inspect
from samrum.catalogue import Catalogue
from samrum.load import load
from samrum.problems import Problem
from tests.files import DOCX, JPG, ODT, PNG, pdf, zipped
from tests.world import archive, told

PLACE = "decisions/vagen.yml"
BODY = {"organizations/namnd.yml": ""}


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "records/decisions/vagen" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def read(folder: Path, *names: str, place: str = PLACE) -> tuple[Catalogue, tuple[Problem, ...]]:
    papers = ", ".join(f"{{title: A, file: '{name}'}}" for name in names)
    return archive(folder, {**BODY, place: f"papers: [{papers}]"})


GOOD = {
    "a.pdf": pdf("Kostnad"),
    "a.docx": zipped(DOCX),
    "a.xlsx": zipped({"xl/workbook.xml": ""}),
    "a.pptx": zipped({"ppt/presentation.xml": ""}),
    "a.odt": zipped(ODT),
    "a.ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    "a.odp": zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"}),
    "a.png": PNG,
    "a.jpg": JPG,
    "a.csv": "\ufeffår;kronor\r\n2022;960000\r\n".encode(),
    "a.txt": "Å\n".encode(),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_it_is_called_is_attached(name: str, tmp_path: Path) -> None:
    put(tmp_path, name, GOOD[name])

    catalogue, problems = read(tmp_path, name)

    assert told(problems) == []
    assert catalogue.attachments == {
        (f"records/{PLACE}", name): Attachment(
            name, len(GOOD[name]), sha256(GOOD[name]).hexdigest()
        )
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PNG),
        ("a.pdf", b"<script>alert(1)</script>%PDF-"),
        ("a.pdf", b""),
        ("a.docx", zipped(ODT)),
        ("a.docx", pdf("A")),
        ("a.docx", zipped({**DOCX, "word/vbaProject.bin": ""})),
        ("a.odt", zipped({**ODT, "Basic/Standard/Module1.xml": ""})),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.png", JPG),
        ("a.jpg", b"GIF89a"),
        ("a.csv", b"\xe5r;kronor"),
        ("a.txt", b"MZ\0\0"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_is_refused(
    name: str, content: bytes, tmp_path: Path
) -> None:
    put(tmp_path, name, content)

    catalogue, problems = read(tmp_path, name)

    ending = name.partition(".")[2]
    what = f"the content is not that of a {ending} file; save it anew, or correct the ending"
    assert told(problems) == [f"records/decisions/vagen/{name}:1: attachment-content: {what}"]
    assert catalogue.attachments == {}


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.exe", "a.doc", "a.zip"])
def test_other_types_are_refused(name: str, tmp_path: Path) -> None:
    put(tmp_path, name, b"<svg onload=alert(1)>")

    _, problems = read(tmp_path, name)

    assert [one.code for one in problems] == ["attachment-type"]
    assert problems[0].message.endswith("save it as one of " + ", ".join(n[2:] for n in GOOD))


def test_a_pdf_without_text_gives_a_warning_and_is_attached(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", pdf())

    catalogue, problems = read(tmp_path, "a.pdf")

    assert [str(one) for one in problems] == [
        "records/decisions/vagen/a.pdf:1: warning: no-text-layer: "
        "the PDF has no text that can be searched or read aloud; run it through OCR"
    ]
    assert len(catalogue.attachments) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pdf("A", password="hemligt"), "the PDF is locked with a password; save it without"),  # noqa: S106 - made up
        (b"%PDF-1.7\n", "the PDF is broken; save it anew"),
        (b"%PDF-1.7\n" + b"<<" * 100_000, "the PDF is broken; save it anew"),
        (pdf("A")[:400], "the PDF is broken; save it anew"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", content)

    _, problems = read(tmp_path, "a.pdf")

    assert [(one.code, one.message) for one in problems] == [("attachment-content", message)]


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped(DOCX))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.rindex(mark)
        content[at + flags] |= 1
    put(tmp_path, "a.docx", bytes(content))

    assert [one.code for one in read(tmp_path, "a.docx")[1]] == ["attachment-content"]


def test_a_file_over_the_size_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"x" * 1_500_001)
    what = "1.5 MB, and 1 MB is the most; make it smaller"

    attachment, flaws = inspect(path, 1_000_000)

    assert attachment is None
    assert [(flaw.code, flaw.message) for flaw in flaws] == [("attachment-too-large", what)]
    assert inspect(path, 2_000_000)[0]


def test_the_limit_is_the_one_that_is_asked_for(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"x" * 101)
    read(tmp_path, "a.txt")

    _, problems = load(tmp_path / "records", tmp_path, max_attachment=100)

    assert [one.code for one in problems] == ["attachment-too-large"]


@pytest.mark.parametrize(
    "name",
    [
        *("../b.pdf", "../../../etc/passwd", "/etc/passwd", "b/a.pdf", "..", ".htaccess", "a"),
        *("A.pdf", "a b.pdf", "a..pdf", "ä.pdf", "a.pdf/", "a\\b.pdf", "https://x.example/a.pdf"),
        *("a%2Fb.pdf", "con:.pdf", "a.pdf?x", "a.pdf#x", "-a.pdf", "a--b.pdf"),
    ],
)
def test_a_name_that_leads_anywhere_else_is_refused(name: str, tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", pdf("A"))

    catalogue, problems = read(tmp_path, name)

    assert told(problems, PLACE) == [
        f'1: bad-file-name: papers[1].file: "{name}" is not the name of a file here; '
        "use a-z, 0-9 and single hyphens, and an ending: fardplan.pdf"
    ]
    assert catalogue.attachments == {}


def test_a_file_that_is_missing_is_told_where_it_is_named(tmp_path: Path) -> None:
    put(tmp_path, "fardplan.txt", b"A")
    archive(tmp_path, {})

    _, problems = archive(
        tmp_path,
        {
            **BODY,
            PLACE: """
                papers:
                - title: A
                  file: fardplan.txt
                - title: B
                  file: fardplanen.txt
                - title: C
                  file: offert.pdf
                """,
        },
    )

    assert told(problems, PLACE) == [
        '5: missing-file: no file "fardplanen.txt" in records/decisions/vagen/; '
        'did you mean "fardplan.txt"?',
        '7: missing-file: no file "offert.pdf" in records/decisions/vagen/; '
        "put it there or correct the name",
    ]


def test_a_file_that_no_paper_names_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"A")
    put(tmp_path, "A.txt", b"A")

    catalogue, problems = read(tmp_path, "a.txt")

    assert told(problems) == [
        "records/decisions/vagen/A.txt:1: unnamed-file: "
        f"no paper of records/{PLACE} has this file; name it there or delete it"
    ]
    assert len(catalogue.attachments) == 1


def test_the_files_of_a_record_that_cannot_be_read_are_not_judged(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"A")

    _, problems = archive(tmp_path, {**BODY, PLACE: "papers: A"})

    assert [one.code for one in problems] == ["wrong-type"]


def test_a_file_is_named_as_often_as_a_protocol_wants(tmp_path: Path) -> None:
    folder = tmp_path / "records/meetings/namnd-2024-05-13"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"A")
    item = "{{number: {0}, name: A, decision: {{title: A, resolution: [a], papers: [{1}]}}}}"
    items = ", ".join(item.format(number, "{title: A, file: a.txt}") for number in (1, 2))

    catalogue, problems = archive(
        tmp_path, {**BODY, "meetings/namnd-2024-05-13.yml": f"agenda_items: [{items}]"}
    )

    assert told(problems) == []
    assert len(catalogue.attachments) == 1


def test_a_link_to_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemligt.txt").write_text("A")
    put(tmp_path, "b.txt", b"A")
    (tmp_path / "records/decisions/vagen/a.txt").symlink_to(tmp_path / "hemligt.txt")

    catalogue, problems = read(tmp_path, "a.txt", "b.txt")

    assert told(problems) == [
        "records/decisions/vagen/a.txt:1: symbolic-link: "
        "a link to another file; put the file itself here"
    ]
    assert [name for _, name in catalogue.attachments] == ["b.txt"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemligt").mkdir()
    (tmp_path / "hemligt/a.txt").write_text("A")
    (tmp_path / "records/decisions").mkdir(parents=True)
    (tmp_path / "records/decisions/vagen").symlink_to(tmp_path / "hemligt")

    catalogue, problems = read(tmp_path, "a.txt")

    assert {one.code for one in problems} == {"symbolic-link", "missing-file"}
    assert catalogue.attachments == {}


def test_a_folder_in_the_folder_holds_no_attachments(tmp_path: Path) -> None:
    put(tmp_path, "b/a.txt", b"A")

    _, problems = read(tmp_path, "a.txt")

    assert {one.code for one in problems} == {"wrong-ending", "missing-file"}
