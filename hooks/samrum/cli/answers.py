"""Folders that have not changed -> the answer that was given before, and no record is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.json import decode, encode

from samrum.checksum import Checksum, digest_of
from samrum.problems import Problem
from samrum.sealed import seal, unsealed
from samrum.version import version_of

NAME = "answer.json"


class Answer(Struct, frozen=True):
    """How many records there are without problems of their own, and every problem."""

    records: int
    problems: tuple[Problem, ...]


def question(folders: Iterable[Path], day: date) -> str:
    """What an answer depends on, in short: every file in the folders, the day and the program."""
    digest = Checksum(repr((version_of([]), str(day), str(Path.cwd()))).encode())
    for folder in folders:
        digest.add(repr(str(folder)).encode())
        for path in _files(os.fspath(folder)):
            digest.add(repr(path).encode())
            digest.add(_content(Path(path)))
    return str(digest)


def known(kept: Path, question: str) -> Answer | None:
    """The answer that is kept for a question."""
    text = unsealed(kept / NAME, question)
    return None if text is None else decode(text, type=Answer)


def keep(kept: Path, question: str, answer: Answer) -> None:
    """Keep the answer to a question, where something can be kept."""
    with suppress(OSError):
        seal(kept / NAME, question, encode(answer))


def _files(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        # A link to a folder is told of as a file would be.
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        yield from (f"{here}/{name}" for name in sorted([*names, *links]))


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return b"link to " + os.fsencode(path.readlink())
    return digest_of(path.read_bytes()).encode()
