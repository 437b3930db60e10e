"""From which day a record may be seen: `draft`, `published`, `withdrawn` or `on 2026-12-01`."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from samrum.model.values import Refused, Word, parse_day

_FORM = re.compile(r"(draft|published|withdrawn)|on (\d{4}-\d{2}-\d{2})", re.ASCII)


class Stage(StrEnum):
    """Where a record is on its way to the public and back."""

    DRAFT = "draft"
    DUE = "on"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Publish(Word):
    """A stage; `day` is the first public day of what is due on one."""

    __slots__ = ("day", "stage")

    SCHEMA: ClassVar = {"type": "string", "pattern": f"^({_FORM.pattern})$"}

    def __init__(self, stage: Stage, day: date | None = None) -> None:
        self.stage: Final = stage
        self.day: Final = day

    @classmethod
    def parse(cls, value: object) -> Publish:
        """What an editor typed; raises Refused."""
        found = _FORM.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            advice = "write draft, published, withdrawn, or on and a day: on 2026-12-01"
            raise Refused("bad-publish", f'not a way to publish: "{{value}}"; {advice}', value)
        if found[1]:
            return cls(Stage(found[1]))
        return cls(Stage.DUE, parse_day(found[2]))

    @property
    def opens(self) -> date | None:
        """The first day on which the record may be seen; None when there is no such day."""
        return date.min if self.stage is Stage.PUBLISHED else self.day

    def is_public(self, as_of: date) -> bool:
        """Whether the record may be seen on a day."""
        return self.opens is not None and self.opens <= as_of

    def __str__(self) -> str:
        return f"on {self.day}" if self.day else self.stage.value


PUBLISHED = Publish(Stage.PUBLISHED)
"""What a record is that does not say otherwise."""
