"""`samrum fmt`: records -> the same records in the one layout that all records have."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samrum.cli.archive import need_folder, records_option
from samrum.layout import LayoutError, lay_out
from samrum.load import records_in
from samrum.model import MODELS, Kind
from samrum.schema import reference
from samrum.writing import write


@click.command(short_help="Lay out records as the others are.")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; tell what would change.")
@records_option
@click.pass_context
def fmt(context: click.Context, paths: tuple[Path, ...], only_check: bool, records: Path) -> None:
    """Lay out records: the order of fields, quotes, line breaks, space between groups.

    Comments are kept, and what a record says never changes. Name files or folders, or none for all
    records. A file that is not YAML is left alone: `samrum check` tells what is wrong with it.

    Exits with 1 when --check finds what would change, and with 2 when the command cannot be run.
    """
    need_folder(records)
    changed = 0
    for path, kind in _chosen(records, paths):
        raw = path.read_bytes()
        laid_out = _laid_out(path, raw, kind, len(path.relative_to(records).parts) - 1)
        if laid_out == raw:
            continue
        changed += 1
        click.echo(path.as_posix())
        if not only_check:
            write(path, laid_out)
    verb = "would be" if only_check else "were" if changed != 1 else "was"
    click.echo(f"{changed} {'file' if changed == 1 else 'files'} {verb} laid out anew", err=True)
    context.exit(1 if changed and only_check else 0)


def _chosen(records: Path, paths: Sequence[Path]) -> list[tuple[Path, Kind]]:
    chosen = {path.resolve() for path in paths}
    return [
        (path, kind)
        for path, kind in records_in(records)
        if not chosen or chosen & {path.resolve(), *path.resolve().parents}
    ]


def _laid_out(path: Path, raw: bytes, kind: Kind, depth: int) -> bytes:
    try:
        return lay_out(raw, MODELS[kind], reference(kind, depth))
    except ValueError:
        click.echo(f"{path.as_posix()}: not laid out, run `samrum check`", err=True)
        return raw
    except LayoutError as error:
        click.echo(f"{path.as_posix()}: not laid out, {error}; please report it", err=True)
        return raw
