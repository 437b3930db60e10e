"""What a record is: one module for each kind, frozen and typed; its shape alone."""

from __future__ import annotations

from samrum.model.case_study import CaseStudy
from samrum.model.decision import DecisionContent, DecisionRecord
from samrum.model.event import Event
from samrum.model.matter import Matter
from samrum.model.meeting import Meeting, Sitting
from samrum.model.organization import Organization
from samrum.model.record import Kind, Record
from samrum.model.strategy import Strategy

MODELS: dict[Kind, type[Record]] = {
    Kind.ORGANIZATION: Organization,
    Kind.MEETING: Meeting,
    Kind.DECISION: DecisionRecord,
    Kind.STRATEGY: Strategy,
    Kind.CASE_STUDY: CaseStudy,
    Kind.MATTER: Matter,
    Kind.EVENT: Event,
}
"""The model of each kind of record file."""

__all__ = [
    "MODELS",
    "CaseStudy",
    "DecisionContent",
    "DecisionRecord",
    "Event",
    "Kind",
    "Matter",
    "Meeting",
    "Organization",
    "Record",
    "Sitting",
    "Strategy",
]
