"""The command line: what an editor asks of the records without building the site."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import cast

import click

from samrum.cli.check import check


@click.group()
def main() -> None:
    """Samrum publishes what a public body decides."""
    # A terminal that has no § shows its code, and the command goes on.
    cast(TextIOWrapper, sys.stdout).reconfigure(errors="backslashreplace")


main.add_command(check)
