"""What made-up records stand on: bodies and people, topics, and the records that can be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.benchmarks.language import Language, Topic, Topics, Writer, swedish
from tests.benchmarks.making import LATEST, SECTIONS, Plan

REGION = "region-exempellan"
MUNICIPALITIES = "exempellans-kommuner"
DAYS_BETWEEN = 36
"""From one meeting of a body to its next."""

KINDS = {
    "samråd": ("samrad", "Samrådet för", "rekommenderande"),
    "nämnd": ("namnd", "Nämnden för", "beslutande"),
    "utskott": ("utskott", "Utskottet för", "beredande"),
    "tjänstepersonsgrupp": ("grupp", "Tjänstepersonsgruppen för", "beredande"),
}
"""Each kind of body: how its ids begin, how its names begin, and what its word is worth."""

_LETTERS = str.maketrans("åäöé ", "aaoe-")


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody that meets."""

    id: str
    name: str
    kind: str
    number: int


class Ground:
    """The ground of one archive; topics are handed out in the order in which they are asked for."""

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self.language: Language = swedish()
        self._seed = seed
        self._topics = Topics(self.language, seed)
        self.bodies = tuple(self._body(number) for number in range(plan.bodies))
        self.principals = tuple(f"{_slug(name)}-kommun" for name in self.language.municipalities)
        subjects = self.language.subjects
        self.matters = tuple(
            (f"arende-{number + 1}", self._topics.next(subjects[number * 13 % len(subjects)]))
            for number in range(plan.matters)
        )
        self.strategies = self._named("dokument", plan.strategies)
        self.studies = self._named("fallstudie", plan.case_studies)

    def topic(self, number: int) -> Topic:
        """A topic of its own about the subject of a matter."""
        return self._topics.next(self.matters[number % len(self.matters)][1].subject)

    def matter(self, number: int) -> str:
        """The id of a matter; numbers go round."""
        return self.matters[number % len(self.matters)][0]

    def writer(self, topic: Topic, about: str, year: int, body: str = "Samrådet") -> Writer:
        """Somebody to write the record `about`, in the same words each time."""
        random = Random(f"{self._seed} {about}")  # noqa: S311 - made-up text, not a secret
        return Writer(topic, random, year=year, body=body, language=self.language)

    def person(self, body: Body, place: int) -> str:
        """A name; those of one body are different."""
        people = self.language.people
        return people[(body.number * 23 + place) * 37 % len(people)]

    def days(self, body: Body) -> Iterator[tuple[date, int]]:
        """The days on which a body meets, oldest first, and the § before the first of each."""
        share, more = divmod(self.plan.meetings, len(self.bodies))
        latest = LATEST - timedelta(days=body.number % DAYS_BETWEEN)
        section, year = 0, 0
        for back in reversed(range(share + (body.number < more))):
            day = latest - timedelta(days=back * DAYS_BETWEEN)
            day -= timedelta(days=max(0, day.weekday() - 4))
            section = section + SECTIONS if day.year == year else 0
            year = day.year
            yield day, section

    def _named(self, name: str, count: int) -> tuple[tuple[str, Topic], ...]:
        return tuple((f"{name}-{number + 1}", self.topic(number)) for number in range(count))

    def _body(self, number: int) -> Body:
        subjects, places = self.language.subjects, self.language.municipalities
        subject = subjects[number * 7 % len(subjects)]
        kind = list(KINDS)[number % len(KINDS)]
        short, words, _ = KINDS[kind]
        more = f" i {places[number // len(subjects) % len(places)]}"
        more = more if number >= len(subjects) else ""
        name = f"{words} {subject.name}{more}"
        return Body(f"{short}-{_slug(subject.name + more)}", name, kind, number)


def _slug(text: str) -> str:
    return text.lower().translate(_LETTERS)
