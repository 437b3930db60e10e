"""Made-up records -> the same pages for other generators, as values.

The pages say what ours say: the same facts, texts, tables and lists, and links where ours have
links. What our pages work out from the whole archive, these are given ready-made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samrum.model import Kind
from tests.benchmarks.blocks import Block, PeerPage, Words, heading, listing, paragraphs, table
from tests.benchmarks.making import Data, Made

_RECORD_LINK = re.compile(r"\]\(record:([a-z0-9-]+)\)")


def peer_pages(records: Iterable[Made]) -> Iterator[PeerPage]:
    """All pages of an archive, lists and the start page among them."""
    archive = _Archive()
    for record in records:
        archive.add(record)
    yield PeerPage("", "Exempelarkivet", (paragraphs("Beslut och protokoll."),), is_list=True)
    for record in archive.records:
        match record.kind:
            case Kind.MEETING:
                yield from _protocol(record.data, archive)
            case Kind.DECISION:
                yield _decision(record.data, record.data, archive)
            case Kind.ORGANIZATION:
                yield _organization(record.data, archive)
            case Kind.MATTER:
                yield _matter(record.data, archive)
            case Kind.STRATEGY | Kind.CASE_STUDY:
                yield _document(record, archive)
    yield from _lists(archive)


@dataclass(slots=True)
class _Archive:
    """What pages need of other records: titles and addresses, and who names whom."""

    records: list[Made] = field(default_factory=list)
    links: dict[str, Words] = field(default_factory=dict)
    rows: defaultdict[str, list[tuple[Words, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The lines of every list, and of the page of every matter and body."""
    mentions: defaultdict[str, list[Words]] = field(default_factory=lambda: defaultdict(list))
    """Links to what names a record."""

    def add(self, record: Made) -> None:
        data = record.data
        self.records.append(record)
        if record.kind is Kind.EVENT:
            day = Words(data["date"])
            self.rows["kalender"].append((day, Words(data["name"]), Words(data["location"])))
            return
        section = _SECTIONS[record.kind]
        if record.kind is Kind.MEETING:
            self._add_meeting(data)
            return
        link = Words(data.get("title") or data["name"], f"/{section}/{data['id']}/")
        self.links[data["id"]] = link
        if record.kind is Kind.DECISION:
            self._add_decision(link, data)
        else:
            more: str = data.get("summary") or data["classification"]
            self.rows[section].append((link, Words(more[:180])))

    def _add_meeting(self, data: Data) -> None:
        name = self.links[data["organization"]].text
        link = Words(f"{name} {data['date']}", f"/protokoll/{data['id']}/")
        self.links[data["id"]] = link
        row = (link, Words(data["date"]), Words("10 paragrafer"), Words("8 beslut"))
        for place in ("protokoll", data["organization"]):
            self.rows[place].append(row)
        present = {seat["on_behalf_of"] for seat in data["participants"] + data["absentees"]}
        self._mention(sorted(present), link)
        for item in data["agenda_items"]:
            name = f"§ {item['number']} {item['name']}"
            section = Words(name, link.address, note=link.text)
            self._mention(_RECORD_LINK.findall(item["body"]), section)
            self._mention(item.get("matters", ()), section)
            if "decision" in item:
                decision = _with_origin(item, data)
                title = Words(decision["title"], f"/beslut/{decision['id']}/")
                self.links[decision["id"]] = title
                self._add_decision(title, decision)

    def _add_decision(self, link: Words, data: Data) -> None:
        kind = Words(data.get("decision_type", "beslut").capitalize())
        body, day = self.links[data["organization"]], Words(data["date"])
        for matter in data["matters"]:
            self.rows[matter].append((link, kind, body, day))
        row = (link, Words(data["summary"][:180]), kind, body, day)
        for place in ("beslut", data["organization"]):
            self.rows[place].append(row)
        told = Words(link.text, link.address, note=f"{body.text}, {day.text}")
        self._mention(_named(data), told)

    def _mention(self, targets: Iterable[str], by: Words) -> None:
        for target in targets:
            self.mentions[target].append(by)

    def names(self, ids: Iterable[str]) -> tuple[Words, ...]:
        return tuple(self.links[id] for id in ids)

    def text(self, source: str) -> Block:
        def address(found: re.Match[str]) -> str:
            return f"]({self.links[found[1]].address})"

        return paragraphs(_RECORD_LINK.sub(address, source))


_SECTIONS = {
    Kind.ORGANIZATION: "organ",
    Kind.MEETING: "protokoll",
    Kind.DECISION: "beslut",
    Kind.STRATEGY: "strategier",
    Kind.CASE_STUDY: "fallstudier",
    Kind.MATTER: "arenden",
}
_LISTS = {
    "protokoll": ("Protokoll", ("Möte", "Datum", "Paragrafer", "Beslut")),
    "beslut": ("Beslut", ("Beslut", "I korthet", "Slag", "Organ", "Datum")),
    "strategier": ("Strategier och planer", ("Dokument", "Om dokumentet")),
    "fallstudier": ("Fallstudier", ("Fallstudie", "Om studien")),
    "arenden": ("Ärendelogg", ("Ärende", "Om ärendet")),
    "organ": ("Organ och organisationer", ("Organ", "Slag")),
    "kalender": ("Kalender", ("Datum", "Möte", "Plats")),
}


def _named(decision: Data) -> Iterator[str]:
    """The records that a decision names, each once."""
    named = [*decision.get("recommended_to", ()), *decision.get("related", ())]
    named += [one["principal"] for one in decision.get("adoptions", ())]
    named += [one["principal"] for one in decision.get("funding", {}).get("shares", ())]
    named += [one["to"] for one in decision.get("assignments", ())]
    named += [one["case_study"] for one in decision.get("papers", ()) if "case_study" in one]
    yield from dict.fromkeys([*named, decision["supplier"]] if "supplier" in decision else named)


def _lists(archive: _Archive) -> Iterator[PeerPage]:
    for path, (title, head) in _LISTS.items():
        yield PeerPage(path, title, (table(head, archive.rows[path]),), is_list=True)


def _protocol(data: Data, archive: _Archive) -> Iterator[PeerPage]:
    decisions = [_with_origin(item, data) for item in data["agenda_items"] if "decision" in item]
    facts = [
        archive.links[data["organization"]],
        Words(data["date"]),
        Words(f"kl. {data['start']}–{data['end']}"),
        Words(data["location"], label="Plats"),
        Words(data["reference"], label="Diarienummer"),
        Words(data["secretary"], label="Sekreterare"),
        Words(data["adjusters"][0], label="Justerare"),
        Words(data["adjusted_on"], label="Justerat"),
        Words(data["announced_on"], label="Anslaget"),
    ]
    seats = [
        (Words(f"{one['name']} ({one['party']})"), archive.links[one["on_behalf_of"]], Words(role))
        for role, field in (("Närvarande", "participants"), ("Frånvarande", "absentees"))
        for one in data[field]
    ]
    blocks = [
        archive.text(data["summary"]),
        listing(facts),
        heading("Beslut i korthet"),
        listing(archive.names(one["id"] for one in decisions)),
        heading("Närvaro"),
        table(("Namn", "Företräder", "Närvaro"), seats),
        listing(Words(one["name"], note=one["title"]) for one in data["officials"]),
    ]
    for item in data["agenda_items"]:
        blocks += _section(item, data, archive)
    blocks += _foot(data, archive.links[data["id"]], archive)
    yield PeerPage(f"protokoll/{data['id']}", archive.links[data["id"]].text, tuple(blocks))
    for decision in decisions:
        yield _decision(decision, data, archive)


def _section(item: Data, meeting: Data, archive: _Archive) -> Iterator[Block]:
    yield heading(f"§ {item['number']} {item['name']}")
    if "presenters" in item:
        names = ", ".join(one["name"] for one in item["presenters"])
        yield paragraphs(f"{item['type'].capitalize()}. Föredragande: {names}")
    yield archive.text(item["body"])
    if "views" in item:
        yield paragraphs("Synpunkter på mötet")
        yield listing(map(Words, item["views"]))
    if decision := item.get("decision"):
        yield heading(decision.get("decision_type", "beslut").capitalize(), 3)
        yield listing(map(Words, decision["resolution"]))
        yield from _extras(decision, archive)
        link = archive.links[f"{meeting['id']}-{item['number']}"]
        yield listing([Words("Beslutets egen sida", link.address, note=link.text)])
    if "matters" in item:
        matters = archive.names(item["matters"])
        yield listing(Words(one.text, one.address, "Ärende") for one in matters)


def _decision(decision: Data, source: Data, archive: _Archive) -> PeerPage:
    facts = [
        archive.links[decision["organization"]],
        Words(decision["date"], label="Datum"),
        Words(decision.get("reference", "uppgift saknas"), label="Diarienummer"),
        *archive.names(decision["matters"]),
    ]
    if decision is not source:
        protocol = archive.links[source["id"]]
        number = decision["id"].rpartition("-")[2]
        section = f"§ {number} {decision['title']}"
        facts += [protocol, Words(section, protocol.address, "Paragraf")]
    blocks = [
        paragraphs(decision.get("decision_type", "beslut").capitalize()),
        listing(map(Words, decision["resolution"])),
        archive.text(decision["summary"]),
        listing(facts),
        *_extras(decision, archive),
        heading("Bakgrund"),
        archive.text(decision["background"]),
    ]
    if "views" in decision:
        blocks += [heading("Synpunkter på mötet"), listing(map(Words, decision["views"]))]
    blocks += _foot(source, archive.links[decision["id"]], archive, id=decision["id"])
    return PeerPage(f"beslut/{decision['id']}", decision["title"], tuple(blocks))


def _extras(decision: Data, archive: _Archive) -> Iterator[Block]:
    if funding := decision.get("funding"):
        yield paragraphs(
            f"Kostnad: {funding['amount']} kr, {funding['vat']} moms. {funding['basis']}."
        )
        rows = [
            (archive.links[one["principal"]], Words(one["fraction"]), Words(str(one.get("amount"))))
            for one in funding["shares"]
        ]
        yield table(("Betalas av", "Andel", "Belopp"), rows)
    for task in decision.get("assignments", ()):
        whom = archive.links[task["to"]]
        due = [Words(one["name"], note=one["due"]) for one in task["deliveries"]]
        yield listing([Words(whom.text, whom.address, "Uppdrag", task["task"]), *due])
    if papers := decision.get("papers"):
        yield listing(Words(one["title"], note=one.get("date", "")) for one in papers)
    if adoptions := decision.get("adoptions"):
        rows = [
            (archive.links[one["principal"]], Words(one["status"]), Words(one.get("date", "–")))
            for one in adoptions
        ]
        yield table(("Huvudman", "Läge", "Datum"), rows)
    if notes := decision.get("reservations"):
        yield listing(map(Words, notes))
    if related := decision.get("related"):
        yield listing(archive.names(related))


def _organization(data: Data, archive: _Archive) -> PeerPage:
    blocks = [archive.text(data.get("summary") or data["name"])]
    blocks.append(listing([Words(data["classification"], label="Typ")]))
    if members := data.get("members"):
        blocks.append(listing(archive.names(members)))
    rows = archive.rows[data["id"]]
    if rows:
        meetings, decisions = ([row for row in rows if len(row) == size] for size in (4, 5))
        blocks += [heading("Möten"), table(_LISTS["protokoll"][1], meetings)]
        blocks += [heading("Beslut"), table(_LISTS["beslut"][1], decisions)]
    blocks += _foot(data, archive.links[data["id"]], archive)
    return PeerPage(f"organ/{data['id']}", data["name"], tuple(blocks))


def _matter(data: Data, archive: _Archive) -> PeerPage:
    rows = archive.rows[data["id"]]
    blocks = [
        archive.text(data["summary"]),
        listing([Words(data["status"], label="Läge", note=data["status_note"])]),
        listing(map(Words, data["topics"])),
        listing(Words(one["text"], note=one["date"]) for one in data["milestones"]),
        heading("Vad som har hänt"),
        table(("Beslut", "Slag", "Organ", "Datum"), rows),
        *_foot(data, archive.links[data["id"]], archive),
    ]
    return PeerPage(f"arenden/{data['id']}", data["title"], tuple(blocks))


def _document(record: Made, archive: _Archive) -> PeerPage:
    data = record.data
    day = data.get("adopted_on") or data["date"]
    blocks = [
        archive.text(data.get("question") or data["title"]),
        archive.text(data["summary"]),
        listing([Words(day, label="Datum"), *archive.names(data["matters"])]),
        *_foot(data, archive.links[data["id"]], archive),
    ]
    return PeerPage(f"{_SECTIONS[record.kind]}/{data['id']}", data["title"], tuple(blocks))


def _with_origin(item: Data, meeting: Data) -> Data:
    """The decision of a § with what it has from its protocol."""
    origin = {key: meeting[key] for key in ("organization", "date", "reference")}
    more = {"id": f"{meeting['id']}-{item['number']}", "matters": item["matters"]}
    return {**origin, **more, "views": item["views"], **item["decision"]}


def _foot(source: Data, page: Words, archive: _Archive, id: str = "") -> Iterator[Block]:
    """What every page ends with: who names it, how to refer to it, and where its facts are from."""
    if mentions := archive.mentions.get(id or source["id"]):
        yield heading("Hänvisar hit")
        yield listing(mentions)
    yield heading("Hänvisa till sidan")
    day = source.get("date", "")
    yield paragraphs(f"{page.text}, {day}. https://arkivet.example{page.address}")
    yield heading("Källor")
    yield listing(Words(one["document"], note=one["place"]) for one in source["sources"])
    yield paragraphs("Uppgifterna är återgivna ur källan. Om något skiljer sig gäller originalet.")
