"""`samrum check`: a folder of records -> every problem in it, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samrum.catalogue import Catalogue
from samrum.load import load
from samrum.problems import Problem

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=_PATH)
@click.option(
    "--records",
    type=_PATH,
    default="records",
    show_default=True,
    help="The folder of the records.",
)
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], records: Path) -> None:
    """Check the records and print every problem: file:line: code: what is wrong; what to do.

    Name files or folders to see their problems only; all records are read all the same. Exits
    with 1 when there are problems, and with 2 when the command cannot be run.
    """
    if not records.is_dir():
        message = f'there is no folder "{records}" here; go to that of mkdocs.yml, or use --records'
        raise click.UsageError(message)
    for path in paths:
        if not _covers([records], path):
            raise click.UsageError(f'"{path}" is not in the folder "{records}"; name what is')
        if not path.exists() and not path.is_symlink():
            raise click.UsageError(f'there is no "{path}"; correct the name')
    catalogue, problems = _load(records)
    shown = [problem for problem in problems if not paths or _covers(paths, Path(problem.path))]
    for problem in shown:
        click.echo(problem)
    click.echo(_summary(catalogue, shown, problems), err=True)
    context.exit(1 if shown else 0)


def _load(records: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    try:
        return load(records.absolute(), Path.cwd())
    except OSError as error:
        message = f"cannot read {error.filename}: {error.strerror}; see to its permissions"
        raise click.UsageError(message) from error


def _covers(paths: Sequence[Path], path: Path) -> bool:
    """Whether a path is one of the paths or inside one of them."""
    place = _place(path)
    return any(known in (place, *place.parents) for known in map(_place, paths))


def _place(path: Path) -> Path:
    """The path itself in full: a link is where it stands, not where it leads."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()


def _summary(catalogue: Catalogue, shown: Sequence[Problem], found: Sequence[Problem]) -> str:
    records = _count(len(catalogue.files), "record")
    elsewhere = len(found) - len(shown)
    others = f" here, {elsewhere} elsewhere" if elsewhere else ""
    if not shown:
        return f"{records}, no problems{others}"
    files = len({problem.path for problem in shown})
    return f"{_count(len(shown), 'problem')} in {_count(files, 'file')}{others}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
