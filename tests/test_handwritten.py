"""Links to records in hand-written pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.handwritten import docs_problems
from samrum.rules.rule import Archive
from tests.world import archive


def problems_of(folder: Path, page: bytes) -> list[str]:
    catalogue, _ = archive(folder, {"matters/skolskjuts.yml": ""})
    (folder / "docs").mkdir()
    (folder / "docs" / "om.md").write_bytes(page)
    found = docs_problems(folder / "docs", folder, Archive(catalogue, frozenset({"trasig"})))
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("[a](record:skolskjuts)", []),
        ("[a](record:skolskjuts#historik)", []),
        ("[a](record:trasig)", []),
        ("`[a](record:gone)`", []),
        (
            "# Om\n\n[a](record:skolskjut)",
            ['docs/om.md:3: unknown-record: no record "skolskjut"; did you mean "skolskjuts"?'],
        ),
        (
            "[a](record:gone)",
            ['docs/om.md:1: unknown-record: no record "gone"; add the record or correct the link'],
        ),
    ],
)
def test_a_link_leads_to_a_record(page: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, page.encode()) == expected


def test_a_page_is_utf_8(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "å".encode("latin-1")) == [
        "docs/om.md:1: not-utf8: the file is not UTF-8 text; save it as UTF-8"
    ]


def test_no_pages_have_no_problems(tmp_path: Path) -> None:
    catalogue, _ = archive(tmp_path, {})

    assert not list(docs_problems(tmp_path / "docs", tmp_path / "here", Archive(catalogue)))
