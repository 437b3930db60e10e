"""From which day a record may be seen: `draft`, `published`, `withdrawn` or `on 2026-12-01`."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from samrum.model.values import Day

_FORM = re.compile(r"(draft|published|withdrawn)|on (\d{4}-\d{2}-\d{2})", re.ASCII)
_DAY: TypeAdapter[date] = TypeAdapter(Day)


class Stage(StrEnum):
    """Where a record is on its way to the public and back."""

    DRAFT = "draft"
    DUE = "on"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Publish(Struct, frozen=True):
    """A stage; `day` is the first public day of what is due on one."""

    stage: Stage
    day: date | None = None

    @classmethod
    def parse(cls, value: object) -> Publish:
        """What an editor typed."""
        if isinstance(value, Publish):
            return value
        found = _FORM.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise PydanticCustomError(
                "bad-publish",
                'not a way to publish: "{value}"; write draft, published, withdrawn, '
                "or on and a day: on 2026-12-01",
                {"value": str(value)},
            )
        if found[1]:
            return cls(Stage(found[1]))
        return cls(Stage.DUE, _DAY.validate_python(found[2]))

    @property
    def opens(self) -> date | None:
        """The first day on which the record may be seen; None when there is no such day."""
        return date.min if self.stage is Stage.PUBLISHED else self.day

    def is_public(self, as_of: date) -> bool:
        """Whether the record may be seen on a day."""
        return self.opens is not None and self.opens <= as_of

    def __str__(self) -> str:
        return f"on {self.day}" if self.day else self.stage.value

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^({_FORM.pattern})$"}


PUBLISHED = Publish(Stage.PUBLISHED)
"""What a record is that does not say otherwise."""
