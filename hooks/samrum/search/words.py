"""Documents -> the words of the archive, in which the search page looks up what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import takewhile

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+(?:[~-][^\W\d_]+)*")

_SHORTEST = 4
_LONGEST = 40
"""Shorter words are too like each other to suggest; longer ones are no words."""


def words_in(html: str) -> list[str]:
    """The words of marked HTML in lower case, with the joints of compounds."""
    return _WORD.findall(unescape(_TAG.sub(" ", html)).lower())


def spellings(found: Iterable[str]) -> Iterator[str]:
    """Distinct words without joints, sorted, and the parts of the compounds."""
    known: set[str] = set()
    for word in found:
        known.add(word.replace("~", ""))
        known.update(re.split("[~-]", word))
    yield from sorted(word for word in known if _SHORTEST <= len(word) <= _LONGEST)


def front_coded(ordered: Iterable[str]) -> str:
    """Sorted words, a line each: how many letters are those of the word before, and the others.

    The number is one sign, 0-9 and then a-z: "ansvar", "ansvaret" are "0ansvar", "6et".
    """
    lines: list[str] = []
    before = ""
    for word in ordered:
        same = min(letters_shared(before, word), len(_DIGITS) - 1)
        lines.append(_DIGITS[same] + word[same:])
        before = word
    return "\n".join(lines)


def letters_shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
