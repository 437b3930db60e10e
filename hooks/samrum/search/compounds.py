"""Swedish compounds -> the same words with their joints marked, so that their parts are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from samrum.search.wordlist import SHORTEST_PART, WordList, has

_PARTICLE = re.compile(
    "bakom|bort|efter|fast|fram|för|före|förbi|förut|genom|igen|ihop|inne|kvar|med|mot|ned|ner|"
    "samman|själv|till|under|upp|utan|vid|åter|över"
)
"""The word after one takes another sense (`genomförande`), where a compound is a kind of it."""

_TELLING = 5
"""Letters in a part that is hardly there by chance."""

_LONGEST = 100
"""Letters in the longest word; what is longer is none."""

JOINT = "~"
"""What is put between the parts of a compound."""

_RUN = re.compile(rf"[\w@:/.{JOINT}-]{{{2 * SHORTEST_PART},}}")
"""What stands between spaces and the signs of a sentence, and may hold a compound."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_PROSE = re.compile(r"[\d_@]|//|\.\w")
"""In an id, an e-mail address, a URL, a file's or a host's name, an abbreviation."""

_Risk = Callable[[int, int], int | None]
"""How daring it is to take the letters from here to there for a part: 0, 1, or None for never."""


class Splitter:
    """Finds the joints of Swedish compounds, once for each distinct word."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._seen: dict[str, tuple[str, ...]] = {}
        self._marked: dict[str, str] = {}

    def split(self, word: str) -> tuple[str, ...]:
        """The parts in order, which together are the word: `("Betalnings", "ansvaret")`.

        What is no compound is its own only part.
        """
        if word not in self._seen:
            self._seen[word] = self._parts(word)
        return self._seen[word]

    def mark(self, text: str) -> str:
        """The text with a joint between the parts of its compounds: `Om betalnings~ansvaret.`

        Addresses, ids, other things that hold digits, and what is marked already stay as they are.
        """
        return _RUN.sub(self._mark_once, text)

    def _mark_once(self, found: re.Match[str]) -> str:
        run = found[0]
        if run not in self._marked:
            is_prose = JOINT not in run and not _NOT_PROSE.search(run)
            self._marked[run] = _LETTERS.sub(self._joined, run) if is_prose else run
        return self._marked[run]

    def _joined(self, word: re.Match[str]) -> str:
        return JOINT.join(self.split(word[0]))

    def _parts(self, word: str) -> tuple[str, ...]:
        low = word.lower()
        # "İ" in lower case is two characters: cuts would fall in the wrong places.
        if not word.isalpha() or len(word) > _LONGEST or len(low) != len(word):
            return (word,)
        listed = self._lists(low)
        if not listed and has(self._words.names, low):
            return (word,)
        risk = self._risk_in_listed(low) if listed else self._risk_in_new(low)
        cuts = _cuts(len(word), risk)
        parts = tuple(word[start:end] for start, end in pairwise(cuts))
        if not listed and _is_like_a_name(parts):
            return (word,)
        return parts

    def _lists(self, word: str) -> bool:
        words = self._words
        return any(has(forms, word) for forms in (words.last, words.risky_last, words.others))

    def _risk_in_new(self, word: str) -> _Risk:
        """A word that no dictionary lists is likely to be a compound."""

        def risk(start: int, end: int) -> int | None:
            part = word[start:end]
            return self._risk_last(part) if end == len(word) else self._risk_first(part)

        return risk

    def _risk_in_listed(self, word: str) -> _Risk:
        """A word that the dictionary lists may be anything, so its parts must be beyond doubt."""
        risk_in_new = self._risk_in_new(word)

        def risk(start: int, end: int) -> int | None:
            if start == 0 and _PARTICLE.fullmatch(word, 0, end):
                return None
            risk = risk_in_new(start, end)
            return None if risk and (end < len(word) or start < _TELLING) else risk

        return risk

    def _risk_first(self, part: str) -> int | None:
        words = self._words
        if part in words.first:
            return 0
        # What is a compound already takes an s before the next word: hjälpmedels|strategin.
        linked = part[-1] == "s" and len(part) > 2 * SHORTEST_PART and part[:-1] in words.last
        return 1 if linked or part in words.risky_first else None

    def _risk_last(self, part: str) -> int | None:
        if has(self._words.last, part):
            return 0
        return 1 if has(self._words.risky_last, part) else None


class _Way(NamedTuple):
    """How to get to a place in a word; the smaller way is the better."""

    parts: int
    risks: int
    last: int
    """Letters in the last part: Swedish adds to the right (`trafiksäkerhets|åtgärd`)."""


def _cuts(length: int, risk: _Risk) -> list[int]:
    """Where the best compound of so many letters is cut, both ends included."""
    ways = {0: _Way(0, 0, 0)}
    # The last part must be long enough too, so no part ends shortly before the end.
    for end in (*range(SHORTEST_PART, length - SHORTEST_PART + 1), length):
        found = [
            _Way(way.parts + 1, way.risks + daring, end - start)
            for start, way in ways.items()
            if SHORTEST_PART <= end - start < length and (daring := risk(start, end)) is not None
        ]
        if found:
            ways[end] = min(found)
    if length not in ways:
        return [0, length]
    cuts = [length]
    while cuts[0]:
        cuts.insert(0, cuts[0] - ways[cuts[0]].last)
    return cuts


def _is_like_a_name(parts: tuple[str, ...]) -> bool:
    """`Tjärn|lund` might be anybody; hardly a word in a protocol is so short and yet unlisted."""
    return len(parts) == 2 and parts[0][0].isupper() and max(map(len, parts)) <= _TELLING
