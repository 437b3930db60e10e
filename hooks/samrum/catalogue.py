"""All records -> one catalogue: ids resolved, who mentions whom, what follows from it all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from msgspec import Struct

from samrum.attachments import Attachment
from samrum.digests import NOT_READ, Digests
from samrum.entries import Decision, Entry, Item, Named, decisions_in, items_of, own_decision
from samrum.model import (
    CaseStudy,
    DecisionRecord,
    Event,
    Kind,
    Matter,
    Meeting,
    Organization,
    Record,
    Sitting,
    Strategy,
)
from samrum.model.decision import Assignment
from samrum.model.meeting import Attendee
from samrum.model.organization import Classification
from samrum.model.publish import Stage
from samrum.names import Names, names_in
from samrum.problems import Keys
from samrum.text import sort_key
from samrum.tombstone import Tombstone

T = TypeVar("T")
R = TypeVar("R", bound="Record | Decision")


class RecordFile(Struct, frozen=True, dict=True):
    """A record, the file that it was read from, relative to the project, and those beside it.

    What it says by itself is looked for once, and kept.
    """

    path: str
    kind: Kind
    record: Record
    attachments: tuple[Attachment, ...] = ()
    digests: Digests = NOT_READ

    @cached_property
    def names(self) -> Names:
        """What the record names by id, and which files."""
        return names_in(self.record)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The §§ and parts of a protocol; of other records none."""
        return tuple(items_of(self.record)) if isinstance(self.record, Meeting) else ()

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions in it: those of a protocol, or the one that the record is."""
        if isinstance(self.record, DecisionRecord):
            return (own_decision(self.record, self.path),)
        return tuple(decisions_in(self.items, self.path))


class Mention(Struct, frozen=True):
    """A record that names another: `by` is the § when the name stands in one."""

    by: Named
    keys: Keys
    path: str
    target: str

    @property
    def is_source(self) -> bool:
        """Whether the record is named as the document that facts are taken from."""
        return "sources" in self.keys or "source" in self.keys


class Attendance(Struct, frozen=True):
    """A member at a meeting, or away from it."""

    meeting: Sitting
    attendee: Attendee
    is_present: bool


class OwedAssignment(Struct, frozen=True):
    """An assignment and the decision that gave it."""

    assignment: Assignment
    decision: Decision


class Neighbours(Struct, frozen=True):
    """The meetings of the same body just before and just after one."""

    before: Sitting | None
    after: Sitting | None


class Catalogue:
    """The records of an archive, ordered for reading; nothing in it changes once it is made.

    All that leaves the house is made from its `published` part. Where two files claim one id the
    first holds; a rule reports the second.
    """

    def __init__(self, files: Iterable[RecordFile], tombstones: Iterable[Tombstone] = ()) -> None:
        self.files = tuple(files)
        self.tombstones = tuple(tombstones)
        self.organizations = tuple(
            sorted(self._of(Organization), key=lambda one: (sort_key(one.name), one.id))
        )
        self.meetings = tuple(
            sorted(self._of(Meeting), key=lambda one: (one.date, one.id), reverse=True)
        )
        self.strategies = tuple(
            sorted(self._of(Strategy), key=lambda one: (sort_key(one.title), one.id))
        )
        self.case_studies = tuple(
            sorted(self._of(CaseStudy), key=lambda one: (sort_key(one.title), one.id))
        )
        self.matters = tuple(
            sorted(self._of(Matter), key=lambda one: (sort_key(one.title), one.id))
        )
        self.events = tuple(sorted(self._of(Event), key=lambda one: (one.date, one.id)))
        decisions = _first_by_id(one for file in self.files for one in file.decisions).values()
        self.decisions = tuple(sorted(decisions, key=_newest_first))

    def published(self, as_of: date, *, drafts: bool = False) -> Catalogue:
        """What the public may see on a day; no way leads from it to the rest.

        With `drafts`, for a preview, what is not public yet is there too.
        """
        seen: list[RecordFile] = []
        stones: list[Tombstone] = []
        for file in self.files:
            publish = file.record.publish
            if publish.stage is Stage.WITHDRAWN:
                stones.append(Tombstone.of(file.kind, file.record))
            elif drafts or publish.is_public(as_of):
                seen.append(file)
        if len(seen) == len(self.files) and not self.tombstones:
            return self
        return Catalogue(seen, stones)

    def is_withdrawn(self, id: str) -> bool:
        """Whether an id is that of a withdrawn record, or of a decision in one."""
        return any(stone.covers(id) for stone in self.tombstones)

    def find(self, id: str) -> Entry | None:
        """The record or decision with an id."""
        return self.by_id.get(id)

    def meeting(self, id: str) -> Meeting | None:
        """The meeting with an id, and all that its protocol says."""
        return self._known(id, Meeting)

    def organization(self, id: str) -> Organization | None:
        """The organization with an id."""
        return self._known(id, Organization)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every id and what it stands for, records before the decisions inside them."""
        records = (one.record for one in self.files if not isinstance(one.record, DecisionRecord))
        # Every kind but DecisionRecord is an Entry.
        return _first_by_id(chain(cast("Iterator[Entry]", records), self.decisions))

    @cached_property
    def paths(self) -> dict[str, str]:
        """The file of every record, by id."""
        paths: dict[str, str] = {}
        for file in self.files:
            paths.setdefault(file.record.id, file.path)
        return paths

    @cached_property
    def digests(self) -> dict[str, Digests]:
        """The hashes of every file, by its path."""
        return {file.path: file.digests for file in self.files}

    @cached_property
    def attachments(self) -> dict[tuple[str, str], Attachment]:
        """Every attachment, by the record's file and the attachment's name."""
        return {(file.path, one.name): one for file in self.files for one in file.attachments}

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """Who names an id, in the order of the files; what a record says of itself is left out."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.references():
            if not isinstance(mention.by, Item) and mention.by.id == mention.target:
                continue
            found[mention.target].append(mention)
        return {target: tuple(mentions) for target, mentions in found.items()}

    def references(self) -> Iterator[Mention]:
        """Every place where a record names another by id, in fields and in Markdown links."""
        for file in self.files:
            origin = self._origins(file)
            for one in file.names.references:
                yield Mention(origin(one.keys), one.keys, file.path, one.target)
            for keys, target in file.names.links:
                yield Mention(origin(keys), keys, file.path, target)

    @cached_property
    def items(self) -> dict[str, tuple[Item, ...]]:
        """The §§ and parts of every meeting, by meeting id."""
        items: dict[str, tuple[Item, ...]] = {}
        for file in self.files:
            if isinstance(file.record, Meeting):
                items.setdefault(file.record.id, file.items)
        return {meeting.id: items[meeting.id] for meeting in self.meetings}

    @cached_property
    def assignments(self) -> tuple[OwedAssignment, ...]:
        """Every assignment that a decision has given, newest decision first."""
        return tuple(
            OwedAssignment(assignment, decision)
            for decision in self.decisions
            for assignment in decision.content.assignments
        )

    @cached_property
    def assignments_to(self) -> dict[str, tuple[OwedAssignment, ...]]:
        """The assignments of every organization, newest decision first, by its id."""
        return _grouped((owed.assignment.to, owed) for owed in self.assignments)

    @cached_property
    def assignments_on(self) -> dict[str, tuple[OwedAssignment, ...]]:
        """The assignments that concern every strategy, newest decision first, by its id."""
        return _grouped(
            (owed.assignment.strategy, owed)
            for owed in self.assignments
            if owed.assignment.strategy
        )

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """The events of every organization, in the order of time, by its id."""
        return _grouped((event.organization, event) for event in self.events)

    @cached_property
    def municipalities(self) -> tuple[Organization, ...]:
        """The organizations that are municipalities."""
        kind = Classification.MUNICIPALITY
        return tuple(one for one in self.organizations if one.classification is kind)

    @cached_property
    def meetings_of(self) -> dict[str, tuple[Meeting, ...]]:
        """The meetings of every body, newest first, by the body's id."""
        return _grouped((meeting.organization, meeting) for meeting in self.meetings)

    @cached_property
    def attendances(self) -> dict[str, tuple[Attendance, ...]]:
        """Who was or should have been at meetings, newest first, by the body and the principal."""
        return _grouped(
            (home, Attendance(meeting, one, is_present))
            for meeting in self.meetings
            for attendees, is_present in ((meeting.participants, True), (meeting.absentees, False))
            for one in attendees
            for home in (meeting.organization, one.on_behalf_of)
        )

    @cached_property
    def decisions_by(self) -> dict[str, tuple[Decision, ...]]:
        """The decisions of every body, newest first, by the body's id."""
        return _grouped((decision.organization, decision) for decision in self.decisions)

    @cached_property
    def decisions_in(self) -> dict[str, tuple[Decision, ...]]:
        """The decisions of every matter, newest first, by the matter's id."""
        return _grouped((matter, one) for one in self.decisions for matter in one.matters)

    @cached_property
    def items_in(self) -> dict[str, tuple[Item, ...]]:
        """The §§ and parts that name a matter themselves, by the matter's id."""
        return _grouped(
            (matter, item)
            for items in self.items.values()
            for item in items
            for matter in item.content.matters
        )

    @cached_property
    def decisions_of(self) -> dict[str, tuple[Decision, ...]]:
        """The decisions taken at every meeting, in the order of its protocol, by its id."""
        return {
            id: tuple(
                decision
                for item in items
                if item.content.decision and (decision := self._known(item.decision_id, Decision))
            )
            for id, items in self.items.items()
        }

    @cached_property
    def neighbours(self) -> dict[str, Neighbours]:
        """The meetings around each meeting, by its id."""
        found: dict[str, Neighbours] = {}
        for meetings in self.meetings_of.values():
            around = (None, *meetings, None)
            for after, meeting, before in zip(around, meetings, around[2:], strict=False):
                found[meeting.id] = Neighbours(before, after)
        return found

    def _known(self, id: str, kind: type[R]) -> R | None:
        found = self.by_id.get(id)
        return found if isinstance(found, kind) else None

    def _of(self, kind: type[R]) -> Iterable[R]:
        records = (file.record for file in self.files)
        return _first_by_id(record for record in records if isinstance(record, kind)).values()

    def _origins(self, file: RecordFile) -> Callable[[Keys], Named]:
        """What tells the smallest thing with an address of its own that holds the value at keys."""
        record = file.record
        whole: Named
        if isinstance(record, DecisionRecord):
            whole = self._known(record.id, Decision) or own_decision(record, file.path)
        else:
            whole = cast("Entry", record)  # which every kind but DecisionRecord is
        items = {item.keys: item for item in self.items.get(record.id, ())}

        def origin(keys: Keys) -> Named:
            if keys[0] != "agenda_items":  # as most are: those who were there
                return whole
            item = items.get(keys[:4]) or items.get(keys[:2])  # a part, or else the whole §
            if item is None:
                return whole
            is_decision = keys[len(item.keys) : len(item.keys) + 1] == ("decision",)
            return (is_decision and self._known(item.decision_id, Decision)) or item

        return origin


def _first_by_id(entries: Iterable[R]) -> dict[str, R]:
    found: dict[str, R] = {}
    for entry in entries:
        found.setdefault(entry.id, entry)
    return found


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _newest_first(decision: Decision) -> tuple[bool, int, tuple[int, ...], str]:
    """Newest first, the §§ of one protocol in order, and the undated last."""
    taken = decision.date.first if decision.date else date.min
    steps = tuple(int(step) for step in decision.item.number.split("-")) if decision.item else ()
    return decision.date is None, -taken.toordinal(), steps, decision.id
