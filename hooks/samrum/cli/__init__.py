"""The command line: what an editor asks of the records without building the site."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import cast

import click

from samrum.cli.allow import allow
from samrum.cli.check import check
from samrum.cli.fmt import fmt
from samrum.cli.ledger import ledger
from samrum.cli.new import new
from samrum.cli.rename import rename
from samrum.cli.schema import schema


@click.group()
def main() -> None:
    """Samrum publishes what a public body decides.

    \b
    An editor's day:
      samrum new meeting    draft a protocol
      samrum check          see what is wrong with it
      samrum fmt            lay it out as the others are

    To complete commands with the Tab key in Bash, put this line in ~/.bashrc (for Zsh: zsh_source,
    ~/.zshrc):

    \b
      eval "$(_SAMRUM_COMPLETE=bash_source samrum)"
    """
    # A terminal that has no § shows its code, and the command goes on.
    cast(TextIOWrapper, sys.stdout).reconfigure(errors="backslashreplace")


main.add_command(check)
main.add_command(new)
main.add_command(fmt)
main.add_command(rename)
main.add_command(schema)
main.add_command(ledger)
main.add_command(allow)
