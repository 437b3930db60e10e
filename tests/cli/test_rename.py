"""`samrum rename`, as an editor runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.cli import main
from tests.world import record, write

MEETING = """
# The protocol.
date: 2024-05-13
organization:   namnd   # as it is
agenda_items:
  - number: 1
    name: namnd namnd-2024-05-13
    body: "Se [det här](record:namnd-2024-05-13-1) och [nämnden](record:namnd), inte namnd-2."
    decision: {title: A, resolution: [att göra], related: ['namnd', "skolskjuts"]}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a body, its meeting, a matter that names both, and a page."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "organizations/namnd.yml", "")
    put(tmp_path, "meetings/namnd-2024-05-13.yml", MEETING)
    put(
        tmp_path,
        "matters/skolskjuts.yml",
        """
        title: namnd
        related:
        - namnd-2024-05-13
        - namnd-2024-05-13-1
        sources: [{document: namnd-2024-05-13, record: namnd-2024-05-13}]
        """,
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "om.md").write_bytes(
        b"[a](record:namnd-2024-05-13#p1) [b](record:namnd-2024-05-13-1)\r\n`namnd` \xe5\n"
    )
    return tmp_path


def put(project: Path, place: str, lines: str) -> Path:
    return write(project, place, record(place, lines))


def rename(old: str, new: str) -> Result:
    return CliRunner().invoke(main, ["rename", old, new])


def text(project: Path, place: str) -> str:
    return (project / place).read_bytes().decode(errors="replace")


def test_a_meeting_takes_its_decisions_along(project: Path) -> None:
    before = text(project, "records/meetings/namnd-2024-05-13.yml")

    result = rename("namnd-2024-05-13", "namnd-2024-05-13-extra")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "records/matters/skolskjuts.yml: 3 places",
        "records/meetings/namnd-2024-05-13.yml: 2 places",
        "docs/om.md: 2 places",
        "records/meetings/namnd-2024-05-13.yml -> records/meetings/namnd-2024-05-13-extra.yml",
    ]
    after = text(project, "records/meetings/namnd-2024-05-13-extra.yml")
    assert after == before.replace(
        "(record:namnd-2024-05-13-1)", "(record:namnd-2024-05-13-extra-1)"
    ).replace("id: namnd-2024-05-13\n", "id: namnd-2024-05-13-extra\n")
    assert (
        "related:\n- namnd-2024-05-13-extra\n- namnd-2024-05-13-extra-1\n"
        "sources: [{document: namnd-2024-05-13, record: namnd-2024-05-13-extra}]\n"
    ) in text(project, "records/matters/skolskjuts.yml")
    assert text(project, "docs/om.md") == (
        "[a](record:namnd-2024-05-13-extra#p1) [b](record:namnd-2024-05-13-extra-1)\r\n"
        "`namnd` \ufffd\n"
    )


def test_a_body_takes_its_meetings_along(project: Path) -> None:
    result = rename("namnd", "byggnamnd")

    assert result.exit_code == 0
    meeting = text(project, "records/meetings/byggnamnd-2024-05-13.yml")
    assert "organization:   byggnamnd   # as it is\n" in meeting
    assert "name: namnd namnd-2024-05-13\n" in meeting
    assert (
        'body: "Se [det här](record:byggnamnd-2024-05-13-1) och [nämnden](record:byggnamnd), '
        'inte namnd-2."'
    ) in meeting
    assert "related: ['byggnamnd', \"skolskjuts\"]" in meeting
    assert "title: namnd\n" in text(project, "records/matters/skolskjuts.yml")
    (project / "docs" / "om.md").unlink()
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_attachments_follow(project: Path) -> None:
    put(
        project,
        "decisions/ett-beslut.yml",
        "papers: [{title: A, file: a.txt}]\norganization: namnd",
    )
    write(project, "decisions/ett-beslut/a.txt", "A")

    result = rename("ett-beslut", "ett-annat-beslut")

    assert result.stdout.splitlines()[-1] == (
        "records/decisions/ett-beslut -> records/decisions/ett-annat-beslut"
    )
    assert text(project, "records/decisions/ett-annat-beslut/a.txt") == "A"


def test_a_file_as_windows_saves_it_keeps_its_bytes(project: Path) -> None:
    path = put(project, "strategies/en-plan.yml", "related: [skolskjuts]\nscope: Å")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    rename("skolskjuts", "skolbuss")

    assert path.read_bytes() == before.replace(b"[skolskjuts]", b"[skolbuss]")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("namd", "x", 'no record "namd"; did you mean "namnd"?'),
        ("gone", "x", 'no record "gone"; give the id of a record'),
        ("namnd-2024-05-13-1", "x", 'no record "namnd-2024-05-13-1"; did you mean '),
        ("namnd", "Nämnd", '"Nämnd" is not an id; use a-z, 0-9 and hyphens'),
        ("namnd", "skolskjuts", '"skolskjuts" is the id of a record already; choose another'),
        ("namnd", "namnd", '"namnd" is the id of a record already; choose another'),
    ],
)
def test_what_cannot_be_renamed_is_told(old: str, new: str, message: str, project: Path) -> None:
    result = rename(old, new)

    assert result.exit_code == 2
    assert f"Error: {message}" in result.stderr


def test_an_id_stays_after_publication(project: Path) -> None:
    write(
        project,
        "ledger.jsonl",
        '{"address":"protokoll/namnd-2024-05-13/","id":"namnd-2024-05-13","published":"2024-06-01"}\n',
    )

    result = rename("namnd", "byggnamnd")

    assert result.exit_code == 2
    assert 'Error: "namnd-2024-05-13" is public; an id stays after publication' in result.stderr
    assert (project / "records" / "organizations" / "namnd.yml").exists()


def test_a_record_that_cannot_be_read_may_name_it(project: Path) -> None:
    write(project, "matters/trasig.yml", "title: [")

    result = rename("namnd", "byggnamnd")

    assert result.exit_code == 2
    assert (
        "Error: correct this first, for it may name the record: "
        "records/matters/trasig.yml:1: yaml-syntax: "
    ) in result.stderr


def test_a_file_in_the_way_is_not_overwritten(project: Path) -> None:
    (project / "records" / "matters" / "skolbuss.yml").mkdir()

    result = rename("skolskjuts", "skolbuss")

    assert result.exit_code == 2
    assert 'Error: "records/matters/skolbuss.yml" is there already; move it first' in result.stderr


def test_a_file_that_cannot_be_edited_safely_stays(project: Path) -> None:
    path = put(
        project,
        "strategies/en-plan.yml",
        'summary: "[a](record:skol\\\n  skjuts)"\nrelated: ["skol\\\n  skjuts"]',
    )
    before = path.read_bytes()

    result = rename("skolskjuts", "skolbuss")

    assert result.exit_code == 2
    assert "records/strategies/en-plan.yml cannot be edited safely" in result.stderr
    assert path.read_bytes() == before
