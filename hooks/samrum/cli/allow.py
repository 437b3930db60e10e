"""`samrum allow`: a file -> entries for allowed.yml, to be filled in and reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from samrum.guard import ALLOWED, private_data, relative
from samrum.source import Source, read


@click.command(short_help="Let pass what looks private and is not.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def allow(file: Path) -> None:
    """Print entries for records/allowed.yml that let pass what looks private in FILE.

    Only for false alarms: an entry is public, and tells who has looked at it. Put the entries below
    `allowed:`, say what the number is instead, and let a second person review and sign them. Do
    not send what is printed elsewhere: a checksum of a real number is as private as the number.
    """
    raw = file.read_bytes()
    source = read(raw) if file.suffix == ".yml" else None
    path = relative(file.resolve(), Path.cwd().resolve())
    for line in _entries(path, raw, source if isinstance(source, Source) else None):
        click.echo(line)


def _entries(path: str, raw: bytes, source: Source | None) -> Iterator[str]:
    found = sorted(private_data(path, raw.decode(errors="replace"), source))
    first = {one.digest: (line, one) for line, one in reversed(found)}
    if not first:
        yield f"# nothing in the file looks private; {ALLOWED} needs no entry"
    for line, one in sorted(first.values()):
        yield f"  # line {line}: {one.masked} looks like {one.sort.value}"
        yield f"  - file: {path}"
        yield f"    sha256: {one.digest}"
        yield "    reason:"
        yield "    reviewed_by:"
