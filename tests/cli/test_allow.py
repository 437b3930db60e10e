"""`samrum allow`: the entries that let a reviewed false alarm pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from samrum.cli import main
from tests.test_guard import MASKED, PERSON, sha256
from tests.world import archive, told, write


@pytest.fixture(autouse=True)
def _in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def allow(file: str) -> str:
    done = CliRunner().invoke(main, ["allow", file])
    assert done.exit_code == 0, done.output
    return done.output


def test_there_is_an_entry_for_all_that_looks_private_once(tmp_path: Path) -> None:
    write(tmp_path, "matters/a.yml", f"# A\nid: a\ntitle: {PERSON}\nsummary: '{PERSON}'\n")

    assert allow("records/matters/a.yml") == (
        f"  # line 3: {MASKED} looks like a personal identity number\n"
        "  - file: records/matters/a.yml\n"
        f"    sha256: {sha256(PERSON)}\n"
        "    reason:\n"
        "    reviewed_by:\n"
    )


def test_the_entries_let_it_pass_when_they_are_filled_in(tmp_path: Path) -> None:
    files = {"matters/a.yml": f'title: "{PERSON} \\x38{PERSON[1:]} ada@gmail.com"'}
    archive(tmp_path, files)
    entries = allow("records/matters/a.yml").replace("reason:", "reason: A")
    write(tmp_path, "allowed.yml", "allowed:\n" + entries.replace("_by:", "_by: Bo"))

    assert told(archive(tmp_path, files)[1]) == []


@pytest.mark.parametrize("text", ["[", "title: A"])
def test_where_nothing_looks_private_there_is_no_entry(text: str, tmp_path: Path) -> None:
    write(tmp_path, "matters/a.yml", text)

    assert allow("records/matters/a.yml").startswith("# nothing in the file looks private")


def test_a_page_can_be_asked_about_too(tmp_path: Path) -> None:
    (tmp_path / "om.md").write_text(PERSON)

    assert "  - file: om.md\n" in allow("om.md")
