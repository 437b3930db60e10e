"""The ground of an archive -> its protocols, and decisions that have none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from samrum.model import Kind
from tests.benchmarks.ground import DAYS_BETWEEN, MUNICIPALITIES, REGION, Body, Ground
from tests.benchmarks.language import Topic, Writer
from tests.benchmarks.making import DECISIONS, SECTIONS, Data, Made, Question, sources
from tests.benchmarks.papers import company

_SEATS = 20
_PRESENT = 17


def decisions(ground: Ground) -> Iterator[Made]:
    """Decisions in files of their own."""
    for number in range(ground.plan.decisions):
        body = ground.bodies[number % len(ground.bodies)]
        year = 2016 + number % 9
        id = f"beslut-{number + 1}"
        topic = ground.topic(number)
        data: Data = {
            "id": id,
            "organization": body.id,
            "date": f"{year}-06-1{number % 10}",
            "title": topic.title,
            **_says(ground.writer(topic, id, year, body.name)),
            "matters": [ground.matter(number)],
            **sources("Påhittat beslut"),
        }
        yield Made(Kind.DECISION, data, (Question(topic.words, id),))


def meetings(ground: Ground) -> Iterator[Made]:
    """Every meeting of every body, with its protocol."""
    firsts = count(step=SECTIONS - 1)
    for body in ground.bodies:
        for day, section in ground.days(body):
            yield _Protocol(ground, body, day, section, next(firsts)).made()


class _Protocol:
    """A protocol in the making; `first` numbers its first matter among those of all protocols."""

    def __init__(self, ground: Ground, body: Body, day: date, section: int, first: int) -> None:
        self._ground = ground
        self._body = body
        self._day = day
        self._section = section
        self._first = first
        self._id = f"{body.id}-{day}"
        self._topics = [ground.topic(first + place) for place in range(SECTIONS - 1)]

    def made(self) -> Made:
        """The record, and the questions that its decisions answer."""
        day, section = self._day, self._section
        seats = self._seats()
        data = {
            "id": self._id,
            "organization": self._body.id,
            "reference": f"EXL {100 + section}-{day.year}",
            "date": day.isoformat(),
            "start": "09:00",
            "end": "12:30",
            "location": f"Sessionssalen i {self._ground.language.municipalities[section % 15]}",
            "status": "genomfört",
            "agenda_numbers": f"{section + 1}-{section + SECTIONS}",
            "summary": self._writer(self._topics[0], self._id).text("summary", 30),
            "participants": seats[:_PRESENT],
            "absentees": seats[_PRESENT:],
            "officials": [{"name": self._person(_SEATS), "title": "samordnare"}],
            "secretary": self._person(_SEATS + 1),
            "adjusters": [seats[1]["name"]],
            "adjusted_on": (day + timedelta(days=7)).isoformat(),
            "announced_on": (day + timedelta(days=8)).isoformat(),
            "signature": {"service": "Provsignering", "reference": f"PROV{section + 1000}"},
            "agenda_items": [
                *(self._decided(place) for place in range(DECISIONS)),
                self._informed(DECISIONS),
                self._next_meeting(),
            ],
            **sources(f"Påhittat protokoll {day}"),
        }
        questions = tuple(
            Question(topic.words, f"{self._id}-{section + place + 1}")
            for place, topic in enumerate(self._topics[:DECISIONS])
        )
        return Made(Kind.MEETING, data, questions)

    def _seats(self) -> list[Data]:
        principals, parties = self._ground.principals, self._ground.language.parties
        represented = [*principals, *([REGION] * (_SEATS - len(principals)))]
        number = self._body.number
        seats: list[Data] = []
        for place in range(_SEATS):
            seat = {
                "name": self._person(place),
                "party": parties[(place + number) % len(parties)],
                # Spread, so that both those present and those absent come from all over.
                "on_behalf_of": represented[(place * 7 + number) % _SEATS],
            }
            seats.append(seat | {"role": "ordförande"} if place == 0 else seat)
        return seats

    def _decided(self, place: int) -> Data:
        topic = self._topics[place]
        number = self._section + place + 1
        writer = self._writer(topic, f"{self._id} {number}")
        extras = self._extras(place, writer)
        return {
            "number": number,
            "name": topic.title,
            "type": "beslutsärende",
            "presenters": [{"name": self._person(place + 30)}],
            "body": self._told(place, writer),
            "views": writer.lines("views", 2),
            "decision": {"title": topic.title, **_says(writer), **extras},
            "matters": [self._ground.matter(self._first + place)],
        }

    def _told(self, place: int, writer: Writer) -> str:
        """A § in the editor's words: plain paragraphs, and now and then a link, bold or a list."""
        first = writer.text("background situation", 50)
        second = writer.text("proposal economy risk", 45)
        if place % 3 == 1:
            points = "\n".join(f"- {line}" for line in writer.clauses("tasks", 3))
            return f"**Bakgrund.** {first}\n\n**Förslag.** {second}\n\n{points}"
        if place % 3 == 2:
            id, topic = self._strategy(place)
            link = f"Frågan har koppling till dokumentet om [{topic.thing}](record:{id})."
            return f"{first}\n\n{second} {link}"
        return f"{first}\n\n{second}"

    def _informed(self, place: int) -> Data:
        topic = self._topics[place]
        number = self._section + place + 1
        writer = self._writer(topic, f"{self._id} {number}")
        return {
            "number": number,
            "name": f"Information om {topic.thing} i {topic.place}",
            "type": "informationsärende",
            "oral": True,
            "presenters": [{"name": self._person(place + 30)}],
            "body": "\n\n".join(writer.text("information situation", 55) for _ in range(2)),
            "views": writer.lines("views", 2),
            "matters": [self._ground.matter(self._first + place)],
        }

    def _next_meeting(self) -> Data:
        day = self._day + timedelta(days=DAYS_BETWEEN)
        body = f"Nästa möte hålls omkring {day.isoformat()}."
        return {"number": self._section + SECTIONS, "name": "Nästa möte", "body": body}

    def _extras(self, place: int, writer: Writer) -> Data:
        """What some decisions have beside, each by its place in the protocol."""
        ground, asked, later = self._ground, self._first + place, self._day.year + 1
        principals = ground.principals
        one, other = (principals[(asked + more) % len(principals)] for more in (0, 1))
        match place:
            case 0:
                return {"result": "bifall"}
            case 1:
                adopted = (self._day + timedelta(days=40)).isoformat()
                return {
                    "decision_type": "rekommendation",
                    "recommended_to": [REGION, MUNICIPALITIES],
                    "adoptions": [
                        {"principal": REGION, "status": "antagen", "date": adopted},
                        {"principal": one, "status": "antagen", "reference": f"KS {later}:7"},
                        {"principal": other, "status": "väntar"},
                    ],
                }
            case 2:
                amount = (12 + asked % 80) * 60_000
                shares: list[Data] = [
                    {"principal": REGION, "fraction": "5/6", "amount": amount * 5 // 6},
                    {"principal": MUNICIPALITIES, "fraction": "1/6"},
                ]
                funding = {"vat": "exklusive", "basis": "Invånarantal", "shares": shares}
                supplier = company(ground, asked)
                return {"funding": {"amount": amount, **funding}, "supplier": supplier}
            case 3:
                due = {"name": "Delrapport", "due": f"{later}-vår", "to": [self._body.id]}
                task = {"to": one, "task": writer.lines("tasks", 1)[0], "due": f"{later}-10"}
                return {"assignments": [{**task, "status": "pågår", "deliveries": [due]}]}
            case 4:
                id, topic = ground.studies[asked % len(ground.studies)]
                written = (self._day - timedelta(days=9)).isoformat()
                study = {"title": f"Fallstudie om {topic.thing}", "case_study": id}
                return {"papers": [study, {"title": "Tjänsteskrivelse", "date": written}]}
            case 5:
                return {"related": [self._strategy(place)[0]]}
            case 6:
                return {"result": "bifall", "reservations": [f"{self._person(2)} reserverar sig"]}
            case _:
                return {"decision_type": "information", "result": "till handlingarna"}

    def _strategy(self, place: int) -> tuple[str, Topic]:
        strategies = self._ground.strategies
        return strategies[(self._first + place) % len(strategies)]

    def _person(self, place: int) -> str:
        return self._ground.person(self._body, place)

    def _writer(self, topic: Topic, about: str) -> Writer:
        return self._ground.writer(topic, about, self._day.year, self._body.name)


def _says(writer: Writer) -> Data:
    """What every decision says, in some 200 words."""
    return {
        "resolution": [
            *writer.clauses("resolution", 2),
            *writer.clauses("more_resolution", 1),
        ],
        "summary": writer.text("summary", 28),
        "background": "\n\n".join(
            (
                writer.text("background situation risk", 65),
                writer.text("proposal follow_up economy", 60),
            )
        ),
    }
