"""`samrum ledger`, as the publishing workflow runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.cli import main
from samrum.ledger import NAME
from tests.world import record, write

PLACE = "matters/arende.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a project on the first of June 2024."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    return tmp_path


def ledger(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ledger", *arguments])


def write_matter(project: Path, lines: str = "") -> None:
    write(project, PLACE, record(PLACE, lines))


def test_it_says_what_is_missing_and_leaves_the_file_alone(project: Path) -> None:
    write_matter(project)

    result = ledger()

    assert result.exit_code == 1
    assert result.stdout == "new /arenden/arende/\n"
    assert result.stderr == "1 addresses, 1 new or changed\n"
    assert not (project / "records" / NAME).exists()


def test_with_update_it_writes_what_is_missing(project: Path) -> None:
    write_matter(project)

    assert ledger("--update").exit_code == 0

    text = (project / "records" / NAME).read_text("utf-8")
    assert text.startswith('{"address":"arenden/arende/","id":"arende","published":"2024-06-01"')
    again = ledger("--update")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "1 addresses, 0 new or changed\n"


def test_a_corrected_record_has_changed(project: Path) -> None:
    write_matter(project)
    ledger("--update")
    write_matter(project, "title: Annat\ncorrections: [{date: 2024-06-02, reason: Fel rubrik}]")

    result = ledger("--update")

    assert (result.exit_code, result.stdout) == (0, "changed /arenden/arende/\n")


def test_what_is_not_public_on_the_day_is_not_in_it(project: Path) -> None:
    write_matter(project, "publish: on 2024-06-02")

    assert ledger().stdout == ""


def test_with_problems_in_the_records_nothing_is_written(project: Path) -> None:
    write_matter(project)
    ledger("--update")
    before = (project / "records" / NAME).read_bytes()
    write_matter(project, "title: Ändrad i tysthet")

    result = ledger("--update")

    assert result.exit_code == 1
    assert result.stdout.startswith("records/matters/arende.yml:1: correction-missing: ")
    assert result.stderr == "the ledger is left as it is: correct the records first\n"
    assert (project / "records" / NAME).read_bytes() == before


def test_a_folder_that_is_not_there_is_a_wrong_use(project: Path) -> None:
    result = ledger("--records", "arkiv")

    assert result.exit_code == 2
    assert 'there is no folder "arkiv" here' in result.stderr


def test_an_environment_that_tells_no_time_is_a_wrong_use(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_matter(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    result = ledger()

    assert result.exit_code == 2
    assert 'SOURCE_DATE_EPOCH is "yesterday"' in result.stderr
