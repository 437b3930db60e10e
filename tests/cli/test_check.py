"""`samrum check`, as an editor runs it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.cli import main
from tests.world import record, write

HOOKS = Path(__file__).parents[2] / "hooks"
SAMRUM = [sys.executable, "-c", "from samrum.cli import main; main()"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a project, which is where the commands are run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def write_matter(project: Path, place: str, lines: str = "") -> Path:
    return write(project, place, record(place, lines))


def test_clean_records_are_counted(project: Path) -> None:
    write_matter(project, "matters/a.yml")
    write_matter(project, "matters/b.yml")

    result = check()

    assert result.exit_code == 0
    assert (result.stdout, result.stderr) == ("", "2 records, no problems\n")


def test_problems_are_printed_one_a_line_and_sorted(project: Path) -> None:
    write_matter(project, "matters/b.yml", "related: [nowhere]")
    write_matter(project, "matters/a.yml", "related:\n- elsewhere\n- nowhere")

    result = check()

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        'records/matters/a.yml:2: unknown-id: no record "elsewhere"; '
        "add the record or correct the id",
        'records/matters/a.yml:3: unknown-id: no record "nowhere"; '
        "add the record or correct the id",
        'records/matters/b.yml:1: unknown-id: no record "nowhere"; '
        "add the record or correct the id",
    ]
    assert result.stderr == "3 problems in 2 files\n"


def test_a_single_problem_is_counted_in_the_singular(project: Path) -> None:
    write_matter(project, "matters/a.yml", "related: [nowhere]")

    assert check().stderr == "1 problem in 1 file\n"


@pytest.mark.parametrize(
    ("path", "shown", "summary"),
    [
        ("records", ["matters/2024/a.yml", "matters/b.yml"], "2 problems in 2 files"),
        ("records/matters/b.yml", ["matters/b.yml"], "1 problem in 1 file here, 1 elsewhere"),
        ("records/matters/2024/", ["matters/2024/a.yml"], "1 problem in 1 file here, 1 elsewhere"),
        (
            "records/../records/matters/2024",
            ["matters/2024/a.yml"],
            "1 problem in 1 file here, 1 elsewhere",
        ),
        ("records/strategies", [], "3 records, no problems here, 2 elsewhere"),
    ],
)
def test_named_paths_alone_are_shown_while_all_records_are_read(
    path: str, shown: list[str], summary: str, project: Path
) -> None:
    write_matter(project, "matters/2024/a.yml", "related: [en-strategi, nowhere]")
    write_matter(project, "matters/b.yml", "related: [nowhere]")
    write_matter(project, "strategies/en-strategi.yml")

    result = check(path)

    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [
        f"records/{place}" for place in shown
    ]
    assert result.stderr == f"{summary}\n"
    assert result.exit_code == (1 if shown else 0)


def test_a_link_is_shown_where_it_stands(project: Path) -> None:
    outside = write_matter(project / "outside", "matters/b.yml")
    write_matter(project, "matters/a.yml")
    (project / "records" / "matters" / "b.yml").symlink_to(outside)

    result = check("records/matters")

    assert result.stdout.startswith("records/matters/b.yml:1: symbolic-link: ")


def test_the_records_may_lie_elsewhere(project: Path) -> None:
    write_matter(project / "arkiv", "matters/a.yml", "related: [nowhere]")

    result = check("--records", "arkiv/records")

    assert result.stdout.startswith("arkiv/records/matters/a.yml:1: unknown-id: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--records", "arkiv"],
            'there is no folder "arkiv" here; go to that of mkdocs.yml, or use --records',
        ),
        (["docs"], '"docs" is not in the folder "records"; name what is'),
        (["records/gone.yml"], 'there is no "records/gone.yml"; correct the name'),
    ],
)
def test_a_command_that_cannot_be_run_says_why(
    arguments: list[str], message: str, project: Path
) -> None:
    write_matter(project, "matters/a.yml")

    result = check(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.endswith(f"Error: {message}\n")


def test_a_file_that_may_not_be_read_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_matter(project, "matters/a.yml")

    def refuse(self: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    result = check()

    assert result.exit_code == 2
    assert f"Error: cannot read {path}: Permission denied; see to its permissions" in result.stderr


def run(project: Path, stdout: int) -> tuple[int, bytes, bytes]:
    """The exit code and both outputs of the command as a program, in a terminal for Latin-1."""
    environment = {**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONIOENCODING": "latin-1"}
    program = subprocess.run(
        [*SAMRUM, "check"],
        cwd=project,
        env=environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )
    return program.returncode, program.stdout, program.stderr


def test_a_letter_that_the_terminal_lacks_is_shown_by_its_code(project: Path) -> None:
    write_matter(project, "matters/a.yml", "status: på gång ł")

    code, shown, errors = run(project, subprocess.PIPE)

    assert code == 1
    assert shown.startswith(
        b'records/matters/a.yml:1: unknown-value: status: "p\xe5 g\xe5ng \\u0142"'
    )
    assert errors == b"1 problem in 1 file\n"


def test_a_reader_that_goes_away_leaves_no_traceback(project: Path) -> None:
    write_matter(project, "matters/a.yml", "related: [nowhere]")
    nobody, pipe = os.pipe()
    os.close(nobody)

    code, _, errors = run(project, pipe)
    os.close(pipe)

    assert code == 1
    assert b"Traceback" not in errors
    assert b"Exception" not in errors
