"""Hunspell's Swedish dictionary -> the forms that may stand first and last in a compound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct
from msgspec.structs import fields

_PACKAGE = "spylls"
"""Carries Göran Andersson's dictionary sv_SE (LGPL-3) as data; its own code (MPL-2) is not used."""

_EDITION = 1
"""Counted up when the same dictionary is to give another list."""

SHORTEST_PART = 3
"""Letters that a part of a compound has at least: `råd`, `lag`."""

# Flags of entries; sv_SE.aff says what each is for.
_FIRST_OR_MIDDLE = frozenset("XU")
_LAST = "Y"
_HYPHENATED = "b"
_NOUN = "A"
_NAME_ENDING = "c"
_NOT_ALONE = frozenset("Z¤")
_FORBIDDEN = "%"

_SUFFIX = re.compile(r"SFX +(\S) +(\S+) +([^/\s]+)(?:/(\S+))? +(\S+)")
"""A rule: its flag, letters to take off, letters to add, flags of the result, endings it is for."""

_LONGEST_ENDING = 4
"""Letters of a word that the most particular rule looks at."""


class WordList(Struct, frozen=True):
    """Swedish forms in lower case, by what they may be: `betalnings` first, `ansvaret` last.

    A risky form does make compounds, but is so short or so like something else (`kul`, `råd`) that
    the dictionary lists its compounds one by one. A genitive is left out when the form that it is
    made of stands here, so ask `has`, except for what may be first.
    """

    first: frozenset[str]
    risky_first: frozenset[str]
    last: frozenset[str]
    risky_last: frozenset[str]
    others: frozenset[str]
    """Words that do not stand last; only such as are long enough to be compounds."""
    names: frozenset[str]
    """Words that are never written without a capital; only such as are long enough."""


def has(forms: frozenset[str], form: str) -> bool:
    """Whether these are the form, or the one that it is the genitive of."""
    return form in forms or (form[-1:] == "s" and form[:-1] in forms)


def swedish(kept_in: Path | None = None) -> WordList:
    """The installed dictionary: worked out in seconds, or read as a folder keeps it."""
    if kept_in is None:
        return _installed()
    return kept(kept_in / f"swedish-{version(_PACKAGE)}-{_EDITION}.words", _installed)


def kept(file: Path, make: Callable[[], WordList]) -> WordList:
    """The word list that the file keeps; where there is none, or a damaged one, it is made anew."""
    found = _read(file)
    if found is None:
        found = make()
        _write(found, file)
    return found


class _Place(Enum):
    FIRST = auto()
    RISKY_FIRST = auto()
    LAST = auto()
    RISKY_LAST = auto()
    ALONE = auto()


_Forms = Callable[[str, str], list[tuple[int, str, frozenset[_Place]]]]


def word_list(rules: str, entries: str) -> WordList:
    """What the texts of Hunspell's `.aff` and `.dic` say about compounds, as Swedish uses them."""
    found: dict[_Place, set[str]] = {place: set() for place in _Place}
    names: set[str] = set()
    forms = _inflection(rules)
    for line in entries.splitlines()[1:]:
        stem, _, flags = line.partition("/")
        for cut, ending, places in forms(flags, stem[-_LONGEST_ENDING:]):
            form = stem[: len(stem) - cut] + ending
            if not form.isalpha():
                continue
            if form.islower():
                for place in places:
                    found[place].add(form)
            elif _Place.ALONE in places:
                names.add(form.lower())
    last, risky_last = found[_Place.LAST], found[_Place.RISKY_LAST]
    others = found[_Place.ALONE] - last - risky_last
    names -= last | risky_last | others
    return WordList(
        first=_from(SHORTEST_PART, found[_Place.FIRST]),
        risky_first=_from(SHORTEST_PART, found[_Place.RISKY_FIRST]),
        last=_from(SHORTEST_PART, _without_genitives(last)),
        risky_last=_from(SHORTEST_PART, _without_genitives(risky_last)),
        others=_from(2 * SHORTEST_PART, _without_genitives(others)),
        names=_from(2 * SHORTEST_PART, _without_genitives(names)),
    )


def _from(letters: int, forms: set[str]) -> frozenset[str]:
    return frozenset(form for form in forms if len(form) >= letters)


def _without_genitives(forms: set[str]) -> set[str]:
    """Half as many, in half the time when they are read at the start of a build."""
    return {form for form in forms if form[-1] != "s" or form[:-1] not in forms}


def _inflection(rules: str) -> _Forms:
    """The forms of any stem with these flags and this end: letters to cut, to add, its places."""
    suffixes: dict[str, list[tuple[int, str, str, re.Pattern[str]]]] = {}
    for flag, cut, added, given, condition in _SUFFIX.findall(rules):
        suffix = (len(cut.strip("0")), added.strip("0"), given, re.compile(condition + r"\Z"))
        suffixes.setdefault(flag, []).append(suffix)

    @cache  # 150,000 entries have but some thousand pairs of flags and end
    def forms(flags: str, end: str) -> list[tuple[int, str, frozenset[_Place]]]:
        if _FORBIDDEN in flags:
            return []
        inflected = frozenset(_places_of_inflected(flags))
        return [
            (0, "", inflected | frozenset(_places_of_first(flags, end))),
            *(
                (cut, added, frozenset(_places_of_first(given, added)) if given else inflected)
                for flag in flags
                for cut, added, given, condition in suffixes.get(flag, ())
                if condition.search(end)
            ),
        ]

    return forms


def _places_of_first(flags: str, end: str) -> Iterator[_Place]:
    # `års/b` is a genitive and no word of its own: all that it does is to stand first.
    if _FIRST_OR_MIDDLE.intersection(flags) or (flags == _HYPHENATED and end[-1:] == "s"):
        yield _Place.FIRST
    elif _HYPHENATED in flags:
        yield _Place.RISKY_FIRST


def _places_of_inflected(flags: str) -> Iterator[_Place]:
    if _LAST in flags and _NAME_ENDING not in flags:
        yield _Place.LAST
    elif _HYPHENATED in flags and _NOUN in flags:
        yield _Place.RISKY_LAST
    if not _NOT_ALONE.intersection(flags):
        yield _Place.ALONE


def _installed() -> WordList:
    folder = files(_PACKAGE) / "hunspell" / "data" / "sv"
    return word_list(*((folder / f"sv_SE.{part}").read_text("utf-8") for part in ("aff", "dic")))


def _read(file: Path) -> WordList | None:
    if not file.is_file():
        return None
    digest, _, content = file.read_bytes().partition(b"\n")
    if digest != _digest(content):
        return None
    return WordList(*(frozenset(line.split()) for line in content.decode().split("\n")))


def _write(words: WordList, file: Path) -> None:
    lines = (" ".join(sorted(getattr(words, field.name))) for field in fields(words))
    content = "\n".join(lines).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as new:
        new.write(_digest(content) + b"\n" + content)
    # Two builds may do this at once: each puts a whole file in place.
    Path(new.name).replace(file)


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
