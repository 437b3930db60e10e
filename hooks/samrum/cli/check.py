"""`samrum check`: a folder of records -> every problem in it, one a line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import assert_never

import click

from samrum.changes import ChangesError, changed_files
from samrum.cli import answers
from samrum.cli.answers import Answer
from samrum.cli.archive import day, need_folder, read, records_option, unreadable
from samrum.explanations import EXPLANATIONS, Explanation
from samrum.guard import ALLOWED, read_guard, redacted
from samrum.handwritten import docs_problems, private_data
from samrum.privacy import masked
from samrum.problems import Problem, suggestion
from samrum.readings import KEPT
from samrum.report import Format, as_annotations, as_code_quality, as_json, guessed
from samrum.rules.rule import Archive
from samrum.tombstone import belongs

_PATH = click.Path(path_type=Path)


@click.command(short_help="List what is wrong with the records.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=_PATH)
@click.option("--changed", is_flag=True, help="Only files that differ from the last commit.")
@click.option("--since", metavar="REF", help="Only files that differ from a branch or commit.")
@click.option(
    "--format",
    "format_",
    type=click.Choice([format.value for format in Format]),
    help="How to tell the problems: as text for people, as JSON, as annotations for GitHub or as "
    "a code quality report for GitLab. Guessed, if not given.",
)
@click.option("--explain", metavar="CODE", help="Tell what a code means, and do nothing else.")
@records_option
@click.option(
    "--docs",
    type=_PATH,
    default="docs",
    show_default=True,
    help="The folder of the hand-written pages, whose links to records are checked.",
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    changed: bool,
    since: str | None,
    format_: str | None,
    explain: str | None,
    records: Path,
    docs: Path,
) -> None:
    """Check the records and print every problem: file:line: code: what is wrong; what to do.

    Name files or folders to see their problems only; all records are read all the same. So it is
    with --changed, which also shows the problems that a change makes in other files.

    Exits with 1 when there are problems that are not mere warnings, and with 2 when the command
    cannot be run.

    \b
    Examples:
      samrum check
      samrum check records/meetings/2026
      samrum check --since origin/main --format github
      samrum check --explain shares-not-whole
    """
    if explain is not None:
        click.echo(_told(_explanation(explain)))
        return
    need_folder(records)
    for path in paths:
        if not _covers([records, docs], path):
            message = f'"{path}" is in neither "{records}" nor "{docs}"; name what is'
            raise click.UsageError(message)
        if not path.exists() and not path.is_symlink():
            raise click.UsageError(f'there is no "{path}"; correct the name')
    answer = _answer(records, docs)
    problems = answer.problems
    # A problem calls its file by a name in which nothing private shows.
    named = [Path(masked(str(path))) for path in paths]
    shown = [problem for problem in problems if not paths or _covers(named, Path(problem.path))]
    if changed or since is not None:
        files = _changed(since)
        shown = [problem for problem in shown if _is_of(files, problem)]
    _print(answer.records, shown, Format(format_) if format_ else guessed(os.environ))
    click.echo(_summary(answer.records, shown, problems), err=True)
    context.exit(0 if all(problem.is_warning for problem in shown) else 1)


def _answer(records: Path, docs: Path) -> Answer:
    kept = Path.cwd() / KEPT
    try:
        asked = answers.question([records.absolute(), docs.absolute()], day())
    except OSError as error:
        raise unreadable(error) from error
    answer = answers.known(kept, asked)
    if answer is None:
        answer = _new_answer(records, docs)
        answers.keep(kept, asked, answer)
    return answer


def _new_answer(records: Path, docs: Path) -> Answer:
    catalogue, problems = read(records)
    known = {file.path for file in catalogue.files}
    unread = frozenset(Path(one.path).stem for one in problems if one.path not in known)
    archive = Archive(catalogue, unread, day())
    guard, _ = read_guard(records.absolute() / ALLOWED, Path.cwd())
    in_docs = (
        *docs_problems(docs.absolute(), Path.cwd(), archive),
        *private_data(docs.absolute(), Path.cwd(), guard),
    )
    everything = tuple(sorted({*problems, *map(redacted, in_docs)}))
    return Answer(len(catalogue.files), everything)


def _changed(since: str | None) -> frozenset[Path]:
    try:
        return changed_files(Path.cwd(), since)
    except ChangesError as error:
        raise click.UsageError(f"Git does not tell what has changed: {error}") from error


def _is_of(changed: Collection[Path], problem: Problem) -> bool:
    """Whether a problem stands in a changed file, or names the record that has changed."""
    paths = [Path(masked(str(path))) for path in changed]
    if Path.cwd() / problem.path in paths:
        return True
    # A file beside a record, in a folder by the record's name, concerns the record.
    if Path(problem.path).stem in {path.parent.name for path in paths}:
        return True
    quoted = re.findall(r'"([^"]+)"', problem.message)
    return any(belongs(id, path.stem) for path in paths for id in quoted)


def _print(records: int, problems: Sequence[Problem], format: Format) -> None:
    match format:
        case Format.TEXT:
            color = _is_terminal() and not os.environ.get("NO_COLOR")
            for problem in problems:
                click.echo(_colored(problem) if color else problem, color=color)
        case Format.JSON:
            click.echo(as_json(problems, records))
        case Format.GITHUB:
            for line in as_annotations(problems):
                click.echo(line)
        case Format.GITLAB:
            click.echo(as_code_quality(problems))
        case _:
            assert_never(format)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _colored(problem: Problem) -> str:
    place = click.style(f"{problem.path}:{problem.line}:", bold=True)
    color = "yellow" if problem.is_warning else "red"
    warning = "warning: " if problem.is_warning else ""
    return f"{place} {click.style(f'{warning}{problem.code}:', fg=color)} {problem.message}"


def _explanation(code: str) -> Explanation:
    if code not in EXPLANATIONS:
        advice = suggestion(code, EXPLANATIONS) or "; take it from a problem that check prints"
        raise click.UsageError(f'no problem has the code "{code}"{advice}')
    return EXPLANATIONS[code]


def _told(one: Explanation) -> str:
    told = f"{one.code}\n\n{one.sentence}\n"
    if one.example:
        told += f"\nWrong:\n\n{_indented(one.example.wrong.shown)}\n"
        told += f"\nRight:\n\n{_indented(one.example.right.shown)}\n"
    return told.rstrip("\n")


def _indented(text: str) -> str:
    return "\n".join(line and f"    {line}" for line in text.split("\n"))


def _covers(paths: Sequence[Path], path: Path) -> bool:
    """Whether a path is one of the paths or inside one of them."""
    place = _place(path)
    return any(known in (place, *place.parents) for known in map(_place, paths))


def _place(path: Path) -> Path:
    """The path itself in full: a link is where it stands, not where it leads."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()


def _summary(records: int, shown: Sequence[Problem], found: Sequence[Problem]) -> str:
    elsewhere = len(found) - len(shown)
    others = f" here, {elsewhere} elsewhere" if elsewhere else ""
    if not shown:
        return f"{_count(records, 'record')}, no problems{others}"
    files = len({problem.path for problem in shown})
    warnings = sum(problem.is_warning for problem in shown)
    of_them = f", {_count(warnings, 'warning')} among them" if warnings else ""
    return f"{_count(len(shown), 'problem')} in {_count(files, 'file')}{of_them}{others}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
