from __future__ import annotations

from textwrap import dedent

import pytest

from samrum.handbook.example import Example
from samrum.source import Source, read


def example(text: str) -> Example:
    text = dedent(text).lstrip("\n")
    source = read(text.encode())
    assert isinstance(source, Source)
    return Example(text, source)


PROTOCOL = """
    date: 2026-03-10
    summary: >-
      En text

      på flera rader.
    adjusters:
      - Ada Exempel
      - Bo Påhittad
    agenda_items:
      - number: 1
        name: Mötet öppnas
      - name: Träffpunkten
        # Paragrafen har inget nummer.
        decision:
          title: Den öppnar
"""


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        (("date",), "date: 2026-03-10"),
        (("summary",), "summary: >-\n  En text\n\n  på flera rader."),
        (("adjusters",), "adjusters:\n  - Ada Exempel\n  - Bo Påhittad"),
        (("agenda_items", "number"), "number: 1"),
        (("agenda_items", "name"), "name: Mötet öppnas"),
        (("agenda_items", "decision", "title"), "title: Den öppnar"),
    ],
)
def test_a_field_is_shown_with_all_that_belongs_to_it(way: tuple[str, ...], shown: str) -> None:
    assert example(PROTOCOL).of(way) == shown


def test_a_field_that_is_not_there_is_not_shown() -> None:
    assert example(PROTOCOL).of(("agenda_items", "decision", "funding")) is None
    assert example(PROTOCOL).of(("date", "year")) is None
