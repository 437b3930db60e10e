"""`samrum check`, as an editor runs it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.cli import archive, main
from samrum.workers import WorkerError
from tests.files import pdf
from tests.test_guard import PERSON
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
        (["site"], '"site" is in neither "records" nor "docs"; name what is'),
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


def test_a_worker_that_dies_is_told_of(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object, **__: object) -> None:
        raise WorkerError("a worker was killed; free some")

    monkeypatch.setattr(archive, "load", die)
    write_matter(project, "matters/a.yml")

    result = check()

    assert result.exit_code == 1
    assert result.stderr == "Error: a worker was killed; free some\n"


def test_a_link_in_a_hand_written_page_is_checked(project: Path) -> None:
    write_matter(project, "matters/a.yml")
    (project / "docs").mkdir()
    (project / "docs" / "om.md").write_text("[b](record:nowhere)")

    assert check().stdout.startswith('docs/om.md:1: unknown-record: no record "nowhere"')
    assert check("docs/om.md").exit_code == 1
    assert check("records").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "records/matters/a.yml:1: unknown-id: "),
        (["--format", "text"], {"GITHUB_ACTIONS": "true"}, "records/matters/a.yml:1: unknown-id: "),
        (["--format", "json"], {}, '{\n  "records": 1,\n'),
        ([], {"GITHUB_ACTIONS": "true"}, "::error file=records/matters/a.yml,line=1,title=unkn"),
        ([], {"GITLAB_CI": "true"}, '[\n  {\n    "description": "no record '),
    ],
)
def test_problems_are_told_in_the_form_that_is_wanted(
    arguments: list[str], environment: dict[str, str], expected: str, project: Path
) -> None:
    write_matter(project, "matters/a.yml", "related: [nowhere]")
    unset = dict.fromkeys(("GITHUB_ACTIONS", "GITLAB_CI"))

    result = CliRunner().invoke(main, ["check", *arguments], env={**unset, **environment})

    assert result.exit_code == 1
    assert result.stdout.startswith(expected)
    assert result.stderr == "1 problem in 1 file\n"


@pytest.mark.parametrize(
    ("no_color", "expected"),
    [
        (
            None,
            "\x1b[1mrecords/matters/a.yml:1:\x1b[0m \x1b[31munknown-id:\x1b[0m no record ",
        ),
        ("1", "records/matters/a.yml:1: unknown-id: no record "),
    ],
)
def test_a_terminal_gets_colours_unless_it_wants_none(
    no_color: str | None, expected: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_matter(project, "matters/a.yml", "related: [nowhere]")
    monkeypatch.setattr(sys.modules["samrum.cli.check"], "_is_terminal", lambda: True)

    result = CliRunner().invoke(main, ["check", "--format", "text"], env={"NO_COLOR": no_color})

    assert result.stdout.startswith(expected)


def test_a_code_is_explained_by_what_is_wrong_and_what_is_right(project: Path) -> None:
    result = check("--explain", "wrong-kind")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "wrong-kind",
        "",
        "An id names a record of the kind that the field means.",
        "",
        "Wrong:",
        "",
        "    # decisions/ett-beslut.yml",
        "    matters:",
        "      - namnd",
        "",
        "Right:",
        "",
        "    # decisions/ett-beslut.yml",
        "    matters:",
        "      - skolskjuts",
        "",
        "    # matters/skolskjuts.yml",
    ]


def test_a_code_without_an_example_is_explained_in_words(project: Path) -> None:
    assert check("--explain", "no-text-layer").stdout.splitlines() == [
        "no-text-layer",
        "",
        "A PDF has text that can be searched and read aloud.",
    ]


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("wrong-kin", '; did you mean "wrong-kind"?'),
        ("qqq", "; take it from a problem that check prints"),
    ],
)
def test_a_code_that_nothing_has_is_told(code: str, advice: str, project: Path) -> None:
    result = check("--explain", code)

    assert result.exit_code == 2
    assert result.stderr.endswith(f'Error: no problem has the code "{code}"{advice}\n')


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ada Exempel", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


@pytest.fixture
def repository(project: Path) -> Path:
    """A project with two matters committed, one of which has a problem."""
    write_matter(project, "matters/a.yml", "related: [nowhere]")
    write_matter(project, "matters/b.yml")
    git(project, "init", "--initial-branch=main")
    git(project, "add", "--all")
    git(project, "commit", "--message", "x")
    return project


def test_files_that_have_not_changed_are_not_told_of(repository: Path) -> None:
    write_matter(repository, "matters/b.yml", "topics: [A]")

    result = check("--changed")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 records, no problems here, 1 elsewhere\n"


def test_a_file_that_has_changed_is_told_of(repository: Path) -> None:
    write_matter(repository, "matters/b.yml", "related: [gone]")

    result = check("--changed")

    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["records/matters/b.yml"]
    assert result.exit_code == 1


def test_what_a_change_breaks_elsewhere_is_told_of(repository: Path) -> None:
    write_matter(repository, "matters/a.yml", "related: [b]")
    git(repository, "commit", "--all", "--message", "y")
    (repository / "records" / "matters" / "b.yml").unlink()

    result = check("--changed")

    assert result.stdout.startswith('records/matters/a.yml:1: unknown-id: no record "b"')


def test_a_file_beside_a_record_concerns_the_record(repository: Path) -> None:
    paper = "organization: namnd\npapers: [{title: A, file: a.txt}]"
    write_matter(repository, "organizations/namnd.yml")
    write_matter(repository, "decisions/ett-beslut.yml", paper)
    attached = write(repository, "decisions/ett-beslut/a.txt", "A")
    git(repository, "add", "--all")
    git(repository, "commit", "--message", "y")
    attached.unlink()

    result = check("--changed")

    assert result.stdout.startswith("records/decisions/ett-beslut.yml:2: missing-file: ")


def test_a_branch_is_told_of_as_a_whole(repository: Path) -> None:
    git(repository, "switch", "--create", "mine")
    write_matter(repository, "matters/b.yml", "related: [gone]")
    git(repository, "commit", "--all", "--message", "y")

    assert check("--changed").exit_code == 0
    assert check("--since", "main").exit_code == 1


def test_a_project_without_git_has_no_changes_to_tell_of(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    write_matter(project, "matters/a.yml")

    result = check("--changed")

    assert result.exit_code == 2
    assert "Error: Git does not tell what has changed: not a git repository" in result.stderr


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


def test_a_warning_is_printed_and_does_not_fail(project: Path) -> None:
    write(project, "organizations/namnd.yml", record("organizations/namnd.yml"))
    papers = "papers: [{title: A, file: a.pdf}]"
    write(project, "decisions/vagen.yml", record("decisions/vagen.yml", papers))
    beside = project / "records/decisions/vagen"
    beside.mkdir()
    (beside / "a.pdf").write_bytes(pdf())

    done = check()

    assert done.exit_code == 0
    assert "a.pdf:1: warning: no-text-layer" in done.stdout
    assert "1 problem in 1 file, 1 warning among them" in done.stderr


def test_a_file_whose_name_is_private_is_found_by_it(project: Path) -> None:
    place = f"matters/{PERSON}.yml"
    write(project, place, record(place))

    done = check(f"records/{place}")

    assert done.exit_code == 1
    assert "private-data" in done.stdout
    assert PERSON not in done.output


def test_a_page_that_links_to_what_is_not_public_yet_is_a_problem(project: Path) -> None:
    write_matter(project, "matters/a.yml", "publish: draft")
    page = project / "docs/om.md"
    page.parent.mkdir()
    page.write_text("# Om\n\n[Ärendet](record:a)\n", "utf-8")

    assert check().stdout == (
        'docs/om.md:3: unknown-record: "a" is not public yet; '
        "publish it first, or take the link out\n"
    )


def test_private_data_in_a_page_are_told_and_not_shown(project: Path) -> None:
    write_matter(project, "matters/a.yml")
    (project / "docs").mkdir()
    (project / "docs/om.md").write_text(f"# A\n\n[Ring](record:{PERSON})")
    (project / f"docs/{PERSON}.png").write_bytes(b"\xff")

    result = check()

    assert result.exit_code == 1
    assert "docs/om.md:3: private-data: ••••••-••••" in result.stdout
    assert "docs/••••••-••••.png:1: private-data" in result.stdout
    assert PERSON not in result.output
