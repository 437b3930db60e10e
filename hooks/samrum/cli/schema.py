"""`samrum schema`: the models -> records/schemas/, for editors that complete and check."""

from __future__ import annotations

from pathlib import Path

import click

from samrum.cli.archive import need_folder, records_option
from samrum.schema import FOLDER, files
from samrum.writing import write


@click.command(short_help="Write the schemas that editors complete and check by.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; tell what would change.")
@records_option
@click.pass_context
def schema(context: click.Context, only_check: bool, records: Path) -> None:
    """Write a JSON Schema for each kind of record to records/schemas/.

    An editor with YAML support completes, explains and checks records by them while you type.

    Exits with 1 when --check finds what would change, and with 2 when the command cannot be run.
    """
    need_folder(records)
    folder = records / FOLDER
    changed = 0
    for name, content in files().items():
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            continue
        changed += 1
        click.echo(path.as_posix())
        if not only_check:
            write(path, content)
    if only_check and changed:
        click.echo("the models have changed; run `samrum schema`", err=True)
    context.exit(1 if changed and only_check else 0)
