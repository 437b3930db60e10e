"""A hand-written page -> the same page with what the code knows in the place of its markers.

A marker is a line of its own. `<!-- fields: meeting -->` becomes the fields of a kind of record,
and `<!-- fields: record -->` those that all kinds have; their examples are cut out of the blocks of
YAML on the page. `<!-- problem: unknown-id -->` becomes the examples of a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samrum.handbook.example import Example
from samrum.handbook.fields import fields_of
from samrum.handbook.problems import examples_of
from samrum.model import MODELS, Record
from samrum.model.record import CommonFields
from samrum.problems import suggestion
from samrum.source import Source, read

KINDS: dict[str, type[Record]] = {
    "record": CommonFields,
    **{kind.value: model for kind, model in MODELS.items()},
}
"""What can stand after `fields:`."""

_MARKER = re.compile(r"^<!-- (fields|problem): (\S+) -->$", re.MULTILINE)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class HandbookError(ValueError):
    """A marker names what the code does not know, or its page has YAML that is none."""


def filled(markdown: str) -> str:
    """The page with its markers filled in; raises HandbookError."""
    return _MARKER.sub(lambda marker: _content(marker[1], marker[2], markdown), markdown)


def yaml_blocks(markdown: str) -> list[str]:
    """The blocks of YAML on a page, in their order."""
    return _YAML.findall(markdown)


def _content(sort: str, name: str, markdown: str) -> str:
    if sort == "problem":
        examples = examples_of(name)
        if examples is None:
            raise HandbookError(f'no problem has the code "{name}"; correct the marker')
        return examples
    if name not in KINDS:
        advice = suggestion(name, KINDS) or f"; write one of {', '.join(KINDS)}"
        raise HandbookError(f'no kind of record is called "{name}"{advice}')
    return fields_of(KINDS[name], list(_examples(markdown)))


def _examples(markdown: str) -> Iterator[Example]:
    for text in yaml_blocks(markdown):
        source = read(text.encode())
        if not isinstance(source, Source):
            raise HandbookError(f"a block of YAML cannot be read: {source[0].message}")
        yield Example(text, source)
