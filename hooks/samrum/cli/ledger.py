"""`samrum ledger`: the records and the day -> what the ledger of published addresses must say."""

from __future__ import annotations

from pathlib import Path

import click

from samrum.cli.archive import day, need_folder, read, records_option
from samrum.ledger import NAME
from samrum.load import read_ledger


@click.command(short_help="See whether all that is public is written down.")
@records_option
@click.option("--update", is_flag=True, help="Write what is missing into the ledger.")
@click.pass_context
def ledger(context: click.Context, records: Path, update: bool) -> None:
    """See whether all that is public stands in the ledger, records/ledger.jsonl.

    The ledger tells what has been published, so that no address is lost and no record is changed
    without a correction. Publishing runs this with --update after the build and commits the file.
    Exits with 1 when something is missing in it, or when the records have problems.
    """
    need_folder(records)
    catalogue, problems = read(records)
    mistakes = [problem for problem in problems if not problem.is_warning]
    for problem in mistakes:
        click.echo(problem)
    if mistakes:
        click.echo("the ledger is left as it is: correct the records first", err=True)
        context.exit(1)
    before, _ = read_ledger(records.absolute(), Path.cwd())
    after = before.updated(catalogue.published(day()), day())
    changed = [one for one, line in after.lines.items() if line != before.lines.get(one)]
    for address in sorted(changed):
        click.echo(f"{'changed' if address in before.lines else 'new'} /{address}")
    if update and changed:
        (records / NAME).write_text(after.text, encoding="utf-8", newline="")
    click.echo(f"{len(after.lines):,} addresses, {len(changed):,} new or changed", err=True)
    context.exit(1 if changed and not update else 0)
