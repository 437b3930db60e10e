"""A folder under Git -> the files in it that have changed."""

from __future__ import annotations

import subprocess
from pathlib import Path


class ChangesError(Exception):
    """Git cannot tell what has changed; the message is Git's own."""


def changed_files(folder: Path, since: str | None = None) -> frozenset[Path]:
    """The files that differ from the last commit, or from where the branch left `since`.

    Staged, unstaged and untracked files alike; also those that are gone. A file that was renamed
    is there under both names. Raises ChangesError.
    """
    if since is not None:
        start = _git(folder, "merge-base", "--end-of-options", since, "HEAD").strip()
    elif _has_commits(folder):
        start = "HEAD"
    else:
        return _paths(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    changed = _paths(folder, "diff", "--name-only", "-z", "--no-renames", "--relative", start)
    return changed | _paths(folder, "ls-files", "-z", "--others", "--exclude-standard")


def _has_commits(folder: Path) -> bool:
    return bool(_git(folder, "rev-list", "--max-count=1", "--all"))


def _paths(folder: Path, *arguments: str) -> frozenset[Path]:
    """What Git lists below the folder, with an end of string after each path."""
    listed = _git(folder, *arguments).split("\0")
    return frozenset(folder / path for path in listed if path)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, but for a revision's name
            ["git", *arguments],  # noqa: S607 - the Git of the user's shell
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except OSError as error:
        raise ChangesError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        message = done.stderr.strip().removeprefix("fatal: ").partition("\n")[0]
        raise ChangesError(message or f"git {arguments[0]} finds nothing")
    return done.stdout
