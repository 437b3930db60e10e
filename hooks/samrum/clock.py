"""The environment and the project's history -> the moment that the site speaks of."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

VARIABLE = "SOURCE_DATE_EPOCH"
"""What reproducible builds call the moment: https://reproducible-builds.org/specs/source-date-epoch/"""


def moment(environment: Mapping[str, str], project: Path) -> int:
    """Seconds since 1970: what the environment says, else the last commit, else now.

    Raises ValueError when the environment says something else than a number.
    """
    told = environment.get(VARIABLE)
    if told is None:
        return _last_commit(project) or int(time.time())
    if not (told.isascii() and told.isdigit()):
        raise ValueError(f'{VARIABLE} is "{told}"; give it whole seconds since 1970')
    return int(told)


def day(moment: int) -> date:
    """The day of a moment in UTC, as MkDocs dates the sitemap."""
    return datetime.fromtimestamp(moment, UTC).date()


def _last_commit(project: Path) -> int | None:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(  # noqa: S603 - a fixed command, nothing in it comes from outside
            command, cwd=project, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:  # no Git on this machine
        return None
    return int(found.stdout) if found.returncode == 0 and found.stdout.strip() else None
