"""A folder of records and the day -> the archive, for every command that needs all of it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from samrum import clock, workers
from samrum.catalogue import Catalogue
from samrum.load import load
from samrum.problems import Problem
from samrum.readings import KEPT, Readings
from samrum.workers import WorkerError

records_option = click.option(
    "--records",
    type=click.Path(path_type=Path),
    default="records",
    show_default=True,
    help="The folder of the records.",
)
"""Where the records are; the folder is looked for by `read`."""


def day() -> date:
    """The day that the site would speak of if it were built now."""
    try:
        return clock.day(clock.moment(os.environ, Path.cwd()))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def need_folder(records: Path) -> None:
    """Raise UsageError where there are no records."""
    if not records.is_dir():
        message = f'there is no folder "{records}" here; go to that of mkdocs.yml, or use --records'
        raise click.UsageError(message)


def read(records: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The archive and its problems; raises UsageError for what cannot be read."""
    try:
        known = Readings(Path.cwd() / KEPT, workers.most())
        return load(records.absolute(), Path.cwd(), day(), known=known)
    except OSError as error:
        raise unreadable(error) from error
    except WorkerError as error:
        raise click.ClickException(f"{error}") from error


def unreadable(error: OSError) -> click.UsageError:
    """What is told of a file that the system does not let anyone read."""
    return click.UsageError(
        f"cannot read {error.filename}: {error.strerror}; see to its permissions"
    )
