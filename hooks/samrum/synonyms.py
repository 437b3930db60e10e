"""records/synonyms.yml -> the words that readers use for the words of the records, or problems.

    abbreviations:
      SIP: samordnad individuell plan
    synonyms:
      hjälpmedel: [rullstol, rollator]

Bodies bring their own abbreviations. A synonym goes one way: who searches for `rullstol` finds
what is said of `hjälpmedel` as well, and not the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from samrum.problems import Keys, Problem, suggestion
from samrum.source import Source, Value, read

FILE = "synonyms.yml"

_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö0-9&-]{1,11}")
_WORDS = re.compile(r"[^\W_]+(?:(?: & | |-)[^\W_]+)*")
_MOST = 500
"""Entries of a kind: the list goes to every reader who searches."""


class Synonyms(Struct, frozen=True):
    """Abbreviations with their full names, and words with those that readers use for them."""

    abbreviations: dict[str, str] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)


class _Mistake(Struct, frozen=True):
    keys: Keys
    code: str
    message: str


def read_synonyms(records: Path, project: Path) -> tuple[Synonyms, tuple[Problem, ...]]:
    """The list in a folder of records, and what is wrong with it; no file is an empty list.

    With problems the list is empty. Paths are relative to `project`. Raises OSError.
    """
    path = records / FILE
    if not path.is_file():
        return Synonyms(), ()
    shown = (path.relative_to(project) if path.is_relative_to(project) else path).as_posix()
    source = read(path.read_bytes())
    if not isinstance(source, Source):
        faults = (Problem(shown, fault.line, fault.code, fault.message) for fault in source)
        return Synonyms(), tuple(faults)
    problems = tuple(
        Problem(shown, source.line(one.keys), one.code, one.message)
        for one in _mistakes(source.data)
    )
    return (Synonyms(), problems) if problems else (_synonyms(source.data), ())


def _synonyms(data: dict[str, Value]) -> Synonyms:
    abbreviations, synonyms = _group(data, "abbreviations"), _group(data, "synonyms")
    return Synonyms(
        abbreviations={short: str(name) for short, name in abbreviations.items()},
        synonyms={
            word: tuple(map(str, others)) if isinstance(others, list) else ()
            for word, others in synonyms.items()
        },
    )


def _group(data: dict[str, Value], name: str) -> dict[str, Value]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _mistakes(data: dict[str, Value]) -> Iterator[_Mistake]:
    for name, value in data.items():
        if name not in _CHECKS:
            advice = suggestion(name, _CHECKS) or f"; there are {' and '.join(_CHECKS)}"
            yield _Mistake((name,), "unknown-field", f'no field "{name}"{advice}')
        elif not isinstance(value, dict):
            yield _Mistake((name,), "not-a-mapping", f"{name} is no list of `word: ...`; write one")
        elif len(value) > _MOST:
            advice = f"keep the {_MOST} that readers need most"
            yield _Mistake((name,), "too-many", f"{len(value)} {name}; {advice}")
        else:
            for word, said in value.items():
                yield from _CHECKS[name](word, said)


def _abbreviation(short: str, name: Value) -> Iterator[_Mistake]:
    keys = ("abbreviations", short)
    if not _ABBREVIATION.fullmatch(short):
        advice = "write 2-12 letters that begin with a capital, such as SIP"
        yield _Mistake(keys, "bad-abbreviation", f'not an abbreviation: "{short}"; {advice}')
    if not _is_words(name):
        yield _Mistake(keys, "bad-words", f"{short} has no full name in plain words; write it out")


def _synonym(word: str, others: Value) -> Iterator[_Mistake]:
    keys = ("synonyms", word)
    if not _is_words(word):
        yield _Mistake(keys, "bad-words", f'"{word}" is no plain word; use letters and spaces')
    if not isinstance(others, list) or not others:
        yield _Mistake(keys, "not-a-list", f"{word} has no words; write `{word}: [one, two]`")
        return
    for place, other in enumerate(others):
        if not _is_words(other):
            message = f'"{other}" is no plain word; use letters and spaces'
            yield _Mistake((*keys, place), "bad-words", message)
        elif str(other).lower() in (word.lower(), *(str(one).lower() for one in others[:place])):
            yield _Mistake((*keys, place), "said-twice", f'"{other}" stands here twice; delete one')


_CHECKS = {"abbreviations": _abbreviation, "synonyms": _synonym}


def _is_words(value: Value) -> bool:
    return isinstance(value, str) and _WORDS.fullmatch(value) is not None
