"""`samrum rename OLD NEW`: another id for a record, in all places that name it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from msgspec import ValidationError, convert

from samrum.catalogue import Catalogue
from samrum.cli.archive import need_folder, read, records_option
from samrum.handwritten import pages
from samrum.load import read_ledger
from samrum.model.values import Id
from samrum.problems import Problem, suggestion
from samrum.renaming import RenamingError, edits, moves, new_ids, page_edits
from samrum.writing import write

_ID: Any = Id


@click.command(short_help="Give a record another id, before it is published.")
@click.argument("old")
@click.argument("new")
@records_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default="docs",
    show_default=True,
    help="The folder of the hand-written pages, whose links follow.",
)
def rename(old: str, new: str, records: Path, docs: Path) -> None:
    """Give the record OLD the id NEW: its file, and every field and link that names it.

    With a meeting go the decisions in its protocol, and with a body go its meetings. Only for what
    has never been published: an address that is out there stays. All else in the files stays as it
    is, to the byte.
    """
    need_folder(records)
    project = Path.cwd()
    catalogue, problems = read(records)
    _need_readable(catalogue, problems)
    renamed = new_ids(catalogue, old, new)
    _refuse(old, new, renamed, catalogue, records, project)
    try:
        edited = [
            *edits(catalogue, project, renamed),
            *page_edits(pages(docs.absolute()), renamed),
        ]
    except RenamingError as error:
        raise click.UsageError(str(error)) from error
    moved = moves(catalogue, project, renamed)
    for target in moved.values():
        if target.exists():
            raise click.UsageError(f'"{_shown(target, project)}" is there already; move it first')
    for edit in edited:
        write(edit.path, edit.content)
        places = "1 place" if edit.count == 1 else f"{edit.count} places"
        click.echo(f"{_shown(edit.path, project)}: {places}")
    for path, target in moved.items():
        path.rename(target)
        click.echo(f"{_shown(path, project)} -> {_shown(target, project)}")


def _need_readable(catalogue: Catalogue, problems: tuple[Problem, ...]) -> None:
    """Raise UsageError for a record that cannot be read: it may name what is renamed."""
    known = {file.path for file in catalogue.files}
    unread = [one for one in problems if one.path not in known and one.path.endswith(".yml")]
    if unread:
        raise click.UsageError(f"correct this first, for it may name the record: {unread[0]}")


def _refuse(
    old: str,
    new: str,
    renamed: Mapping[str, str],
    catalogue: Catalogue,
    records: Path,
    project: Path,
) -> None:
    if old not in catalogue.paths:
        advice = suggestion(old, catalogue.paths) or "; give the id of a record"
        raise click.UsageError(f'no record "{old}"{advice}')
    try:
        convert(new, _ID)
    except ValidationError as error:
        raise click.UsageError(f'"{new}" is not an id; use a-z, 0-9 and hyphens') from error
    for id in renamed.values():
        if catalogue.find(id):
            raise click.UsageError(f'"{id}" is the id of a record already; choose another')
    ledger, _ = read_ledger(records.absolute(), project)
    public = {line.id for line in ledger.lines.values()}
    for id in renamed:
        if id in public:
            advice = "an id stays after publication"
            message = f'"{id}" is public; {advice}: see moved_from in the handbook'
            raise click.UsageError(message)


def _shown(path: Path, project: Path) -> str:
    return (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()
