"""The files beside a record -> attachments that may be published, or what is wrong with them.

They stand in a folder that is named by the record: beside svo-2021-10-15.yml, the file
svo-2021-10-15/fardplan.pdf.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

MAX_BYTES = 20_000_000
"""How large an attachment may be when mkdocs.yml does not say."""

_PAGES = 50
"""How many pages of a PDF are looked at for text; who scans, scans from the first."""


class Attachment(Struct, frozen=True):
    """A file to be published: its name, size in bytes, and SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


class Flaw(Struct, frozen=True, order=True):
    """What is wrong with a file; with a mere warning it is published all the same."""

    code: str
    message: str
    is_warning: bool = False


def owner(path: Path) -> Path | None:
    """The record that a file is attached to by its place, if it is in a record's folder."""
    if path.suffix == ".yml":
        return None
    record = path.parent.with_name(f"{path.parent.name}.yml")
    return record if record.is_file() else None


def folder(record: Path) -> Path:
    """Where the files of a record stand."""
    return record.with_suffix("")


def inspect(path: Path, max_bytes: int = MAX_BYTES) -> tuple[Attachment | None, tuple[Flaw, ...]]:
    """The file as an attachment, unless a flaw of it forbids that, and all its flaws.

    Raises OSError for a file that cannot be read.
    """
    if path.is_symlink():
        return None, (Flaw("symbolic-link", "a link to another file; put the file itself here"),)
    size = path.stat().st_size
    if size > max_bytes:
        what = f"{_megabytes(size)} MB, and {_megabytes(max_bytes)} MB is the most; make it smaller"
        return None, (Flaw("attachment-too-large", what),)
    flaws = tuple(_flaws(path))
    if not all(flaw.is_warning for flaw in flaws):
        return None, flaws
    with path.open("rb") as file:
        return Attachment(path.name, size, file_digest(file, "sha256").hexdigest()), flaws


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")


def _flaws(path: Path) -> Iterator[Flaw]:
    ending = path.suffix.removeprefix(".")
    check = _CHECKS.get(ending)
    if check is None:
        what = f'no attachment ends in "{path.suffix}"; save it as one of {", ".join(_CHECKS)}'
        yield Flaw("attachment-type", what)
    elif not check(path):
        what = f"the content is not that of a {ending} file; save it anew, or correct the ending"
        yield Flaw("attachment-content", what)
    elif ending == "pdf":
        yield from _pdf_flaws(path)


# What a broken or hostile PDF makes pypdf raise, besides its own errors.
_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError),
    *(NotImplementedError, RecursionError, TypeError, ValueError),
)


def _pdf_flaws(path: Path) -> Iterator[Flaw]:
    # To load it takes a tenth of a second, and most archives are checked without a PDF.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        with PdfReader(path) as reader:
            if reader.is_encrypted:
                what = "the PDF is locked with a password; save it without"
                yield Flaw("attachment-content", what)
            elif not any(page.extract_text().strip() for page in islice(reader.pages, _PAGES)):
                what = "the PDF has no text that can be searched or read aloud; run it through OCR"
                yield Flaw("no-text-layer", what, is_warning=True)
    except (PyPdfError, *_BROKEN):
        yield Flaw("attachment-content", "the PDF is broken; save it anew")


def _begins(*starts: bytes) -> Callable[[Path], bool]:
    def check(path: Path) -> bool:
        with path.open("rb") as file:
            return file.read(16).startswith(starts)

    return check


_MACROS = re.compile(r"vbaProject\.bin$|^Basic/|^Scripts/")


def _is_zip(inside: str, mimetype: bytes = b"") -> Callable[[Path], bool]:
    """A zip with a member in it, which begins with the MIME type, and with no macros."""

    def check(path: Path) -> bool:
        try:
            with ZipFile(path) as archive:
                names = archive.namelist()
                if inside not in names or any(map(_MACROS.search, names)):
                    return False
                with archive.open(inside) as member:
                    return member.read(len(mimetype)) == mimetype
        except (BadZipFile, NotImplementedError, RuntimeError):
            # Not a zip, packed in a way that is not known, or locked.
            return False

    return check


def _is_text(path: Path) -> bool:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)


_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."

_CHECKS: dict[str, Callable[[Path], bool]] = {
    "pdf": _begins(b"%PDF-"),
    "docx": _is_zip("word/document.xml"),
    "xlsx": _is_zip("xl/workbook.xml"),
    "pptx": _is_zip("ppt/presentation.xml"),
    "odt": _is_zip("mimetype", _OPEN_DOCUMENT + b"text"),
    "ods": _is_zip("mimetype", _OPEN_DOCUMENT + b"spreadsheet"),
    "odp": _is_zip("mimetype", _OPEN_DOCUMENT + b"presentation"),
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "jpg": _begins(b"\xff\xd8\xff"),
    "csv": _is_text,
    "txt": _is_text,
}
"""What a file of each ending has to be. HTML and SVG are not among them: they can hold scripts."""
