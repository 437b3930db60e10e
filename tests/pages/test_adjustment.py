"""What must be said of the adjustment of a protocol."""

from __future__ import annotations

import pytest

from tests.pages.archive import context, edition

PROTOCOL = (
    "agenda_items: [{number: 7, name: En fråga, decision: {title: Ett, resolution: [att]}}]\n"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", "Protokollet är inte justerat enligt uppgifterna i arkivet."),
        (
            "adjusters: [Ada Exempel]",
            "Arkivet anger inte att protokollet är justerat. "
            "Ada Exempel är utsedd att justera det.",
        ),
        (
            "adjusters: [Ada Exempel, Bo Exempel]",
            "Arkivet anger inte att protokollet är justerat. "
            "Ada Exempel och Bo Exempel är utsedda att justera det.",
        ),
        (
            "adjusters: [Ada Exempel]\nsignature: {service: Påhittad Signatur, reference: 123}",
            "Protokollet är signerat. Arkivet anger inte vilken dag det justerades.",
        ),
        ("adjusted_on: 2024-05-20", ""),
        ("status: kallat", ""),
        ("status: inställt", ""),
    ],
)
def test_a_protocol_and_its_decisions_say_what_is_not_known_of_the_adjustment(
    lines: str, expected: str
) -> None:
    world = edition({"meetings/namnd-2024-05-13.yml": PROTOCOL + lines})

    assert context(world, "protokoll/namnd-2024-05-13/")["adjustment"] == expected
    assert context(world, "beslut/namnd-2024-05-13-7/")["adjustment"] == expected


def test_a_decision_without_a_protocol_says_nothing_of_adjustment() -> None:
    assert context(edition({"decisions/beslut.yml": ""}), "beslut/beslut/")["adjustment"] == ""
