"""`samrum fmt` and `samrum schema`, as an editor runs them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.cli import main
from samrum.layout import LayoutError
from samrum.schema import files
from tests.world import write

UNTIDY = "title: A\nid: a\n"
TIDY = "# yaml-language-server: $schema=../schemas/matter.schema.json\nid: a\ntitle: A\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a project, which is where the commands are run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def samrum_(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_records_are_laid_out_once_and_then_left_alone(project: Path) -> None:
    path = write(project, "matters/a.yml", UNTIDY)

    first, second = samrum_("fmt"), samrum_("fmt")

    assert (first.exit_code, first.stdout) == (0, "records/matters/a.yml\n")
    assert first.stderr == "1 file was laid out anew\n"
    assert path.read_text() == TIDY
    assert (second.exit_code, second.stdout) == (0, "")


def test_check_changes_nothing_and_tells_what_would_change(project: Path) -> None:
    path = write(project, "matters/a.yml", UNTIDY)
    write(project, "matters/b.yml", TIDY)

    result = samrum_("fmt", "--check")

    assert (result.exit_code, result.stdout) == (1, "records/matters/a.yml\n")
    assert result.stderr == "1 file would be laid out anew\n"
    assert path.read_text() == UNTIDY


@pytest.mark.parametrize("named", ["records/matters/a.yml", "records/matters", "records"])
def test_named_files_and_folders_alone_are_laid_out(named: str, project: Path) -> None:
    path = write(project, "matters/a.yml", UNTIDY)
    other = write(project, "strategies/b.yml", UNTIDY)

    samrum_("fmt", named)

    assert path.read_text() == TIDY
    assert (other.read_text() == UNTIDY) == (named != "records")


@pytest.mark.parametrize("place", ["a.yml", "matters/a.txt", "schemas/a.yml", "matters/.a.yml"])
def test_what_is_no_record_is_left_alone(place: str, project: Path) -> None:
    path = write(project, place, UNTIDY)

    assert samrum_("fmt").exit_code == 0
    assert path.read_text() == UNTIDY


def test_what_is_not_yaml_is_left_to_check(project: Path) -> None:
    path = write(project, "matters/a.yml", "title: [")

    result = samrum_("fmt")

    assert result.exit_code == 0
    assert "records/matters/a.yml: not laid out, run `samrum check`\n" in result.stderr
    assert path.read_text() == "title: ["


def test_a_record_that_would_be_changed_is_left_as_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project, "matters/a.yml", UNTIDY)

    def fail(*_: object) -> bytes:
        raise LayoutError("the layout would change a value")

    monkeypatch.setattr(sys.modules["samrum.cli.fmt"], "lay_out", fail)

    assert "would change a value; please report it" in samrum_("fmt").stderr
    assert path.read_text() == UNTIDY


def test_schemas_are_written_and_then_left_alone(project: Path) -> None:
    write(project, "matters/a.yml", TIDY)

    missing, made, after = samrum_("schema", "--check"), samrum_("schema"), samrum_("schema")
    checked = samrum_("schema", "--check")

    assert missing.exit_code == 1
    assert missing.stderr == "the models have changed; run `samrum schema`\n"
    assert len(made.stdout.splitlines()) == len(files())
    assert (made.exit_code, after.exit_code, checked.exit_code) == (0, 0, 0)
    assert (after.stdout, checked.stdout, checked.stderr) == ("", "", "")
    folder = project / "records" / "schemas"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files()


@pytest.mark.parametrize("command", ["fmt", "schema", "new matter --title A", "rename a b"])
def test_a_folder_without_records_is_told(command: str, project: Path) -> None:
    result = samrum_(*command.split())

    assert result.exit_code == 2
    assert 'there is no folder "records" here' in result.stderr
