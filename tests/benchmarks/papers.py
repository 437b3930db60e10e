"""The ground of an archive -> its records that are not protocols, one function for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from samrum.model import Kind
from tests.benchmarks.ground import KINDS, MUNICIPALITIES, REGION, Body, Ground
from tests.benchmarks.language import capital
from tests.benchmarks.making import Data, Made, Question, sources

_STRATEGIES = ("strategi", "handlingsplan", "färdplan", "överenskommelse", "riktlinje")
_STATUSES = ("pågår", "pågår", "vilar", "avslutat")


def organizations(ground: Ground) -> Iterator[Made]:
    """The region, its municipalities, the bodies where they meet, and those whom they ask."""
    language = ground.language
    yield _organization(REGION, f"Region {language.region}", "region")
    for id, name in zip(ground.principals, language.municipalities, strict=True):
        yield _organization(id, f"{name} kommun", "kommun")
    together = f"Kommunerna i {language.region}"
    members = list(ground.principals)
    yield _organization(MUNICIPALITIES, together, "kommungrupp", members=members)
    for body in ground.bodies:
        yield _body(ground, body)
    for number in range(ground.plan.companies):
        place = language.municipalities[number % len(language.municipalities)]
        name = f"{place} Utredning {number + 1} AB"
        yield _organization(company(ground, number), name, "företag")


def company(ground: Ground, number: int) -> str:
    """The id of a company; numbers go round."""
    return f"bolag-{number % ground.plan.companies + 1}"


def matters(ground: Ground) -> Iterator[Made]:
    """The matters that decisions belong to."""
    for number, (id, topic) in enumerate(ground.matters):
        writer = ground.writer(topic, id, 2025)
        milestone = {
            "date": f"{2016 + number % 9}-vår",
            "text": writer.lines("information", 1)[0],
            "source": {"document": "Påhittad skrivelse", "place": "Sidan 2"},
        }
        data = {
            "id": id,
            "title": topic.title,
            "status": _STATUSES[number % len(_STATUSES)],
            "status_note": writer.lines("follow_up", 1)[0],
            "summary": writer.text("summary background", 60),
            "topics": [topic.subject.keyword, capital(topic.subject.name)],
            "milestones": [milestone],
            **sources("Påhittad ärendelista"),
        }
        yield Made(Kind.MATTER, data, (Question(topic.words, id),))


def strategies(ground: Ground) -> Iterator[Made]:
    """The documents that steer."""
    for number, (id, topic) in enumerate(ground.strategies):
        year = 2016 + number % 8
        kind = _STRATEGIES[number % len(_STRATEGIES)]
        data = {
            "id": id,
            "title": capital(f"{kind} om {topic.thing} för {topic.group} i {topic.place}"),
            "type": kind,
            "progress": "antagen",
            "scope": "Länsgemensam",
            "summary": ground.writer(topic, id, year).text("documents summary", 90),
            "adopted_on": f"{year}-0{1 + number % 9}",
            "adopted_by": ground.bodies[number % len(ground.bodies)].id,
            "owner": REGION,
            "validity": [{"to": str(year + 4), "note": "Giltighet enligt dokumentet"}],
            "matters": [ground.matter(number)],
            **sources("Påhittat styrdokument"),
        }
        yield Made(Kind.STRATEGY, data, (Question(topic.words, id),))


def case_studies(ground: Ground) -> Iterator[Made]:
    """The studies that decisions rest on."""
    for number, (id, topic) in enumerate(ground.studies):
        year = 2016 + number % 9
        writer = ground.writer(topic, id, year)
        data = {
            "id": id,
            "title": f"Fallstudie: {topic.thing} för {topic.group} i {topic.place}",
            "area": f"{topic.place} kommun",
            "authors": [company(ground, number)],
            "commissioned_by": REGION,
            "date": f"{year}-0{1 + number % 9}",
            "version": "slutversion",
            "question": writer.text("questions", 12),
            "summary": writer.text("studies situation", 120),
            "matters": [ground.matter(number)],
            **sources("Påhittad fallstudie"),
        }
        yield Made(Kind.CASE_STUDY, data, (Question(topic.words, id),))


def events(ground: Ground) -> Iterator[Made]:
    """Meetings to come; the calendar shows them, and they have no pages."""
    for number in range(ground.plan.events):
        body = ground.bodies[number % len(ground.bodies)]
        day = date(2026, 1, 20) + timedelta(days=11 * (number // len(ground.bodies)))
        data: Data = {
            "id": f"kalender-{number + 1}",
            "organization": body.id,
            "name": f"Möte med {body.name[0].lower()}{body.name[1:]}",
            "type": "möte",
            "status": "planerat",
            "date": day.isoformat(),
            "start": "09:00",
            "end": "12:00",
            "location": ground.language.municipalities[number % 15],
        }
        for latest, section in list(ground.days(body))[-1:]:
            data["decision"] = f"{body.id}-{latest}-{section + 1}"
        data["matters"] = [ground.matter(number)]
        yield Made(Kind.EVENT, data | sources("Påhittad mötesplan"))


def _body(ground: Ground, body: Body) -> Made:
    members: Data = {"parent": REGION}
    if body.kind == "samråd":
        members = {"members": [REGION, *ground.principals]}
    writer = ground.writer(ground.topic(body.number), f"organ {body.id}", 2025, body.name)
    return _organization(
        body.id,
        body.name,
        body.kind,
        decision_power=KINDS[body.kind][2],
        **members,
        summary=writer.text("documents background", 40),
    )


def _organization(id: str, name: str, classification: str, **more: Any) -> Made:
    data = {"id": id, "name": name, "classification": classification, **more}
    return Made(Kind.ORGANIZATION, data | sources("Påhittad förteckning över organ"))
