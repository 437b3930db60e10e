"""Long work -> a bar that says how far it is, where somebody looks."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import Any

import click


def progress(what: str, total: int, enough: int) -> AbstractContextManager[Any]:
    """A bar to `update`; hidden for work of less than `enough`, and in a log, which has no reader.

    `enough` is how much takes about a second.
    """
    hidden = total < enough or not sys.stderr.isatty()
    return click.progressbar(length=total, label=what, file=sys.stderr, hidden=hidden)
