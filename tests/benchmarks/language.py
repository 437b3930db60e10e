"""Vocabulary and sentence patterns -> Swedish text about a topic, the same for the same seed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

import yaml

_SLOT = re.compile(r"\{(\w+)\}")

Pattern = tuple[str, ...]
"""A sentence taken apart: text, slot, text, slot, ..., text."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A field of work: "hemsjukvård", "hemsjukvården", "hemsjukvårds-" and what belongs to it."""

    name: str
    definite: str
    first_part: str
    details: tuple[str, ...]
    keyword: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last part of a compound: "plan", "planen", "planer", "planerna"."""

    one: str
    the_one: str
    several: str
    all: str
    article: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a record is about; no two records of an archive share one."""

    subject: Subject
    head: Head
    group: str
    place: str

    @property
    def thing(self) -> str:
        """The thing itself: "hemsjukvårdsplan"."""
        return self.subject.first_part + self.head.one

    @property
    def title(self) -> str:
        """A heading: "Hemsjukvårdsplan för multisjuka äldre i Exempelby"."""
        return capital(f"{self.thing} för {self.group} i {self.place}")

    @property
    def words(self) -> str:
        """What somebody would search for who wants this record and no other."""
        return f"{self.thing} {self.group} {self.place}"


@dataclass(frozen=True, slots=True)
class Language:
    """All there is to write with; `lists` fill the slots that no topic decides."""

    subjects: tuple[Subject, ...]
    heads: tuple[Head, ...]
    groups: tuple[str, ...]
    municipalities: tuple[str, ...]
    region: str
    people: tuple[str, ...]
    parties: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    times: tuple[str, ...]
    patterns: Mapping[str, tuple[Pattern, ...]]


@cache
def swedish() -> Language:
    """The language of swedish.yml."""
    path = Path(__file__).with_name("swedish.yml")
    data: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    neuter = set(data["neuter"].split())
    subjects = tuple(_subject(line) for line in data["subjects"])
    heads = tuple(_head(line, neuter) for line in data["heads"])
    first_names, last_names = data["first_names"].split(), data["last_names"].split()
    people = tuple(f"{first} {last}" for last in last_names for first in first_names)
    lists = {
        "roll": data["roles"],
        "åtgärd": data["measures"],
        "åtgärd2": data["measures"],
        "mål": data["aims"],
        "mål2": data["aims"],
        "hinder": data["obstacles"],
        "hinder2": data["obstacles"],
        "underlag": data["evidence"],
        "annat": [subject.definite for subject in subjects],
        "namn": people,
        "litet": ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"],
        "tal": [str(number) for number in range(12, 97)],
        "tal2": [str(number) for number in range(100, 400)],
        "procent": [str(number) for number in range(5, 60)],
        "belopp": [f"{number}0 000 kronor" for number in range(12, 99)],
    }
    kinds = [kind for kind, lines in data.items() if kind in _KINDS and lines]
    return Language(
        subjects=subjects,
        heads=heads,
        groups=tuple(data["groups"]),
        municipalities=tuple(data["municipalities"]),
        region=data["region"],
        people=people,
        parties=tuple(data["parties"].split()),
        lists=_with_capitals(lists),
        times=tuple(data["times"]),
        patterns={kind: tuple(_pattern(line) for line in data[kind]) for kind in kinds},
    )


_KINDS = {
    *("background", "situation", "proposal", "economy", "risk", "follow_up", "views"),
    *("information", "resolution", "more_resolution", "summary", "documents", "studies"),
    *("questions", "tasks"),
}


class Topics:
    """Hands out topics, each once."""

    def __init__(self, language: Language, seed: int) -> None:
        self._language = language
        self._numbers: dict[str, Iterator[int]] = {}
        self._seed = seed

    def next(self, subject: Subject) -> Topic:
        """A topic about the subject that has not been handed out."""
        # Subjects begin apart, or the §§ of one protocol would all be about one group and place.
        first = self._seed + 997 * len(self._numbers)
        numbers = self._numbers.setdefault(subject.name, count(first))
        heads, groups = self._language.heads, self._language.groups
        places = self._language.municipalities
        size = len(heads) * len(groups) * len(places)
        # A prime step goes through all combinations before any comes back, far apart.
        number = next(numbers) * 7919 % size
        number, head = divmod(number, len(heads))
        place, group = divmod(number, len(groups))
        return Topic(subject, heads[head], groups[group], places[place])


class Writer:
    """Writes about one topic, as seen from a body in a year."""

    def __init__(
        self, topic: Topic, random: Random, *, year: int, body: str, language: Language
    ) -> None:
        self._language = language
        self._random = random.random
        self._details = topic.subject.details
        head, first = topic.head, topic.subject.first_part
        self._words = _with_capital_words(
            {
                "ämne": topic.subject.definite,
                "baresak": topic.thing,
                "ensak": f"{head.article} {topic.thing}",
                "sak": first + head.the_one,
                "saker": first + head.several,
                "sakerna": first + head.all,
                "grupp": topic.group,
                "ort": topic.place,
                "kommun": f"{topic.place} kommun",
                "region": language.region,
                "organ": body,
                "år": str(year),
                "förra": str(year - 1),
                "nästa": str(year + 1),
            }
        )
        self._years = {"{år}": str(year), "{förra}": str(year - 1)}

    def text(self, kinds: str, words: int) -> str:
        """A paragraph of at least so many words, whose sentences are of the kinds in turn."""
        order = [list(self._shuffled(self._language.patterns[kind])) for kind in kinds.split()]
        written: list[str] = []
        for turn in count():
            patterns = order[turn % len(order)]
            sentence = self._sentence(patterns[turn // len(order) % len(patterns)])
            written.append(sentence)
            words -= sentence.count(" ") + 1
            if words <= 0:
                return " ".join(written)
        raise AssertionError  # count() has no end

    def lines(self, kind: str, number: int) -> list[str]:
        """So many different sentences of one kind."""
        patterns = self._shuffled(self._language.patterns[kind])
        return [self._sentence(pattern) for pattern in islice(patterns, number)]

    def clauses(self, kind: str, number: int) -> list[str]:
        """Like lines, but as they stand inside a sentence: "att anta planen"."""
        return [line[0].lower() + line[1:] for line in self.lines(kind, number)]

    def _shuffled(self, patterns: Sequence[Pattern]) -> Iterator[Pattern]:
        size = len(patterns)
        start = int(self._random() * size)
        for step in range(size):
            yield patterns[(start + step * _STRIDE) % size]

    def _sentence(self, pattern: Pattern) -> str:
        words, lists, random = self._words, self._language.lists, self._random
        detail = int(random() * len(self._details))
        words["detalj"], words["detalj2"] = self._details[detail], self._details[detail - 1]
        words["Detalj"] = capital(words["detalj"])
        filled = list(pattern)
        for place in range(1, len(filled), 2):
            slot = filled[place]
            word = words.get(slot)
            if word is None:
                choices = lists.get(slot)
                word = choices[int(random() * len(choices))] if choices else self._time()
            filled[place] = word
        return capital("".join(filled))

    def _time(self) -> str:
        time = self._language.times[int(self._random() * len(self._language.times))]
        for sign, year in self._years.items():
            time = time.replace(sign, year)
        return time


# Shares no factor with the number of patterns of any kind, so that all of them come round.
_STRIDE = 11


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def _subject(line: str) -> Subject:
    name, definite, first_part, details, keyword = (part.strip() for part in line.split(";"))
    return Subject(name, definite, first_part, tuple(details.split(", ")), keyword)


def _head(line: str, neuter: set[str]) -> Head:
    one, the_one, several, all = line.split()
    return Head(one, the_one, several, all, "ett" if one in neuter else "en")


def _pattern(line: str) -> Pattern:
    return tuple(_SLOT.split(line))


def _with_capitals(lists: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    capitals = {capital(slot): tuple(map(capital, words)) for slot, words in lists.items()}
    return {slot: tuple(words) for slot, words in lists.items()} | capitals


def _with_capital_words(words: dict[str, str]) -> dict[str, str]:
    return words | {capital(slot): capital(word) for slot, word in words.items()}
