"""The publishing guard: texts -> a problem for all private data that nobody has allowed.

A false alarm is allowed by an entry in records/allowed.yml: which file, the SHA-256 of what looks
private there, why it is not, and who has looked at it besides the author. `samrum allow FILE`
writes entries to fill in. A text that changes is looked at anew, and an entry that allows nothing
is a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, repeat
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from samrum.diagnosis import judged
from samrum.model.record import Shape
from samrum.model.values import Form, Line, about
from samrum.privacy import Sighting, masked, sightings
from samrum.problems import Keys, Problem
from samrum.source import MAX_FAULTS, Source, Value, read

ALLOWED = "allowed.yml"
"""The file below records/ that says what has been reviewed and allowed."""

CODE = "private-data"


Sha256 = Annotated[
    str,
    Meta(pattern=r"^[0-9a-f]{64}\Z"),
    Form("bad-sha256", "not a SHA-256; take the entry from `samrum allow FILE`"),
]


class Allowance(Shape, frozen=True, kw_only=True):
    """Private data that are none: what a second person has looked at and let pass."""

    file: Annotated[Line, about("Fil", "Filen, räknad från mkdocs.yml.")]
    sha256: Annotated[Sha256, about("SHA-256", "Kontrollsumman av det som ser ut så.")]
    reason: Annotated[Line, about("Skäl", "Vad det är i stället.")]
    reviewed_by: Annotated[Line, about("Granskad av", "Den som har granskat undantaget.")]


class Allowances(Shape, frozen=True, kw_only=True):
    """What allowed.yml holds."""

    allowed: Annotated[
        tuple[Allowance, ...],
        about("Undantag", "Det som granskats och får stå kvar.", min_length=1),
    ]


class Entry(Struct, frozen=True):
    """An allowance and where it stands."""

    path: str
    line: int
    allowance: Allowance


class Guard:
    """Looks at one file after another, and remembers which allowances have been of use."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._allowed = {(one.allowance.file, one.allowance.sha256) for one in self._entries}
        self._met: set[tuple[str, str]] = set()
        self._files: set[str] = set()

    def problems(
        self, path: str, text: str = "", source: Source | None = None
    ) -> Iterator[Problem]:
        """A problem for private data in the path of a file, its text, or the values that it holds.

        A value can hold what the text does not show: an escape stands for any sign.
        """
        return self.judged(path, private_data(path, text, source))

    def judged(self, path: str, seen: Iterable[tuple[int, Sighting]]) -> Iterator[Problem]:
        """A problem for what has been seen on the lines of a file and is not allowed there."""
        self._files.add(path)
        found = sorted(set(seen))
        self._met.update((path, one.digest) for _, one in found)
        refused = ((line, one) for line, one in found if (path, one.digest) not in self._allowed)
        for line, one in islice(refused, MAX_FAULTS):
            what = f"{one.masked} looks like {one.sort.value}"
            advice = f"delete it, or have it reviewed and allowed in {ALLOWED}"
            yield redacted(Problem(path, line, CODE, f"{what}; {advice}"))

    def unused(self, project: Path) -> Iterator[Problem]:
        """A problem for every allowance of what is not there, in the files that were looked at.

        A file that is gone was looked at: nothing is in it.
        """
        for one in self._entries:
            file, digest = one.allowance.file, one.allowance.sha256
            is_known = file in self._files or not (project / file).is_file()
            if is_known and (file, digest) not in self._met:
                what = f"nothing in {file} is what this allows; delete the entry"
                yield redacted(Problem(one.path, one.line, "unused-allowance", what))


def read_guard(path: Path, project: Path) -> tuple[Guard, tuple[Problem, ...]]:
    """The guard with the allowances of a file, if there is one, and what is wrong with the file."""
    if not path.is_file():
        return Guard(), ()
    place = relative(path, project)
    source = read(path.read_bytes())
    if not isinstance(source, Source):
        faults = (Problem(place, one.line, one.code, one.message) for one in source)
        return Guard(), tuple(map(redacted, faults))
    judgement = judged(source.data, Allowances, place)
    if isinstance(judgement, tuple):
        wrong = (Problem(place, source.line(one.keys), one.code, one.message) for one in judgement)
        return Guard(), tuple(map(redacted, wrong))
    lines = (source.line(("allowed", number)) for number in range(len(judgement.allowed)))
    return Guard(map(Entry, repeat(place), lines, judgement.allowed)), ()


def private_data(
    path: str, text: str, source: Source | None = None
) -> Iterator[tuple[int, Sighting]]:
    """Private data with the line that it stands on; what the path holds is on the first."""
    for one in sightings(path):
        yield 1, one
    met = set()
    line = 1
    end = 0
    for one in sightings(text):
        met.add(one.digest)
        line += text.count("\n", end, one.start)
        end = one.start
        yield line, one
    if source is not None and "\\" in text:
        for keys, value in _texts(source.data):
            for one in sightings(value):
                if one.digest not in met:
                    yield source.line(keys), one


def redacted(problem: Problem) -> Problem:
    """The problem as it may be told: what it quotes may be private, or steer a terminal."""
    path, message = (_printable(masked(text)) for text in (problem.path, problem.message))
    return replace(problem, path=path, message=message)


def relative(path: Path, project: Path) -> str:
    """A file as problems call it."""
    return (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def _texts(value: Value, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text in a record's data, names of fields too, and the way to it."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _texts(one, (*keys, place))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield (*keys, key), key
            yield from _texts(one, (*keys, key))
