"""What an editor is told about a record of the wrong shape."""

from __future__ import annotations

from textwrap import dedent

import pytest

from samrum.diagnosis import judged
from samrum.model.decision import Adoption, Assignment, Funding
from samrum.model.meeting import AgendaItem, Attendee, Meeting
from samrum.model.organization import Organization
from samrum.model.record import Shape, SourceNote
from samrum.source import Source, read


def diagnosis(model: type[Shape], yaml: str) -> list[str]:
    """Each finding as "line: code: message"."""
    source = read(dedent(yaml).strip("\n").encode())
    assert isinstance(source, Source)
    found = judged(source.data, model, "x.yml")
    assert isinstance(found, tuple)
    return [f"{source.line(one.keys)}: {one.code}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("model", "yaml", "expected"),
    [
        (
            SourceNote,
            "place: § 1",
            "1: missing-field: document: the field is required; add it",
        ),
        (
            SourceNote,
            "document:",
            "1: empty-field: document: the field is empty; fill it in or take it away",
        ),
        (
            SourceNote,
            "document: ''",
            "1: empty-field: document: the field is empty; fill it in or take it away",
        ),
        (
            SourceNote,
            "document: true",
            "1: wrong-type: document: a text is needed; put it in quotes",
        ),
        (
            SourceNote,
            "document: [Ett, Två]",
            "1: wrong-type: document: one value is needed, not several; write it after the colon",
        ),
        (
            SourceNote,
            'document: "Ett\\nTvå"',
            "1: several-lines: document: the text must stand on one line; join its lines",
        ),
        (
            SourceNote,
            f"document: {'x' * 501}",
            "1: too-long: document: longer than 500 characters; shorten it",
        ),
        (
            SourceNote,
            "document: A\nurl: testkoping.example",
            '2: bad-url: url: "testkoping.example" is not an address; '
            "write it whole, with https://",
        ),
        (
            SourceNote,
            "document: A\nrecord: Testköping",
            '2: bad-id: record: "Testköping" is not an id; use a-z, 0-9 and single hyphens',
        ),
        (
            Attendee,
            "name: Ada Exempel\non_behalf: testkoping\non_behalf_of: testkoping",
            '2: unknown-field: no field "on_behalf"; did you mean "on_behalf_of"?',
        ),
        (
            Attendee,
            "name: Ada Exempel\nx:\non_behalf_of: testkoping",
            '2: unknown-field: no field "x"; known here: name, party, on_behalf_of, role',
        ),
        (
            Attendee,
            "name: Ada Exempel\non_behalf_of: testkoping\nrole: ordforande",
            '3: unknown-value: role: "ordforande" is not one of the words for it; '
            'did you mean "ordförande"?',
        ),
        (
            Attendee,
            "name: Ada Exempel\non_behalf_of: testkoping\nrole: kung",
            '3: unknown-value: role: "kung" is not one of the words for it; '
            "write one of ordförande, vice ordförande, ledamot, ersättare, tjänstgörande ersättare",
        ),
        (
            AgendaItem,
            "number: 0\nname: A",
            "1: out-of-range: number: 0 is too small; write at least 1",
        ),
        (
            AgendaItem,
            "number: 10000\nname: A",
            "1: out-of-range: number: 10000 is too large; write at most 9999",
        ),
        (
            AgendaItem,
            f"number: {'9' * 18}\nname: A",
            f"1: out-of-range: number: {'9' * 18} is too large; write at most 9999",
        ),
        (
            AgendaItem,
            f"number: {'9' * 5000}\nname: A",
            "1: wrong-type: number: a whole number is needed; write it in digits",
        ),
        (
            AgendaItem,
            "number: § 3\nname: A",
            "1: wrong-type: number: a whole number is needed; write it in digits",
        ),
        (
            AgendaItem,
            "number: 3\nname: A\noral: kanske",
            "3: wrong-type: oral: write true or false, in small letters and without quotes",
        ),
        (
            AgendaItem,
            "number: 3\nname: A\nviews: En synpunkt",
            "3: wrong-type: views: a list is needed; begin each entry with a dash",
        ),
        (
            AgendaItem,
            "number: 3\nname: A\npresenters:\n- name: Ada\n- Bo",
            "5: wrong-type: presenters[2]: fields are needed; "
            "write `name: value` lines below the key",
        ),
        (
            AgendaItem,
            "number: 3\nname: A\ndecision:\n  title: B\n  resolution: []",
            "5: missing-field: decision.resolution: at least one entry is required; add it",
        ),
        (
            AgendaItem,
            "number: 3\nname: A\ndecision:\n  titel: B\n  title: B\n  resolution: [Ja]",
            '4: unknown-field: no field "titel"; did you mean "title"?',
        ),
        (
            Adoption,
            "principal: testkoping\nstatus: antagen\ndate: 2024-05",
            '3: bad-date: date: a whole date is needed, not "2024-05"; write 2022-03-18',
        ),
        (
            Adoption,
            "principal: testkoping\nstatus: antagen\ndate: 2023-02-29",
            '3: impossible-date: date: no calendar has the date "2023-02-29"; '
            "check the month and the day",
        ),
        (
            Assignment,
            f"to: testkoping\ntask: A\ndue: {'x' * 61}",
            f'3: bad-date: due: not a date: "{"x" * 59}…"; '
            "write 2022-03-18, 2022-03, 2022-vår or 2022",
        ),
        (
            Assignment,
            "to: testkoping\ntask: A\ndue: |\n  i maj\n  eller juni",
            '3: bad-date: due: not a date: "i maj eller juni"; '
            "write 2022-03-18, 2022-03, 2022-vår or 2022",
        ),
        (
            Funding,
            "amount: 1.5 miljoner",
            '1: bad-amount: amount: not an amount: "1.5 miljoner"; '
            "write whole kronor as 960000, or öre as 960000.50",
        ),
        (
            Funding,
            "amount: 1\nshares: [{principal: testkoping, fraction: 50 %}]",
            '2: bad-fraction: shares[1].fraction: not a share of a whole: "50 %"; '
            "write it exactly, such as 5/6",
        ),
    ],
)
def test_a_wrong_value_is_told_at_its_line_with_what_to_do(
    model: type[Shape], yaml: str, expected: str
) -> None:
    assert diagnosis(model, yaml) == [expected]


def test_blanks_around_a_value_do_not_matter_nor_whether_a_number_is_quoted() -> None:
    found = judged({"number": " 12 ", "name": "  En fråga "}, AgendaItem, "x.yml")

    assert found == AgendaItem(number=12, name="En fråga")


def test_everything_wrong_in_a_record_is_told_at_once() -> None:
    assert diagnosis(
        Meeting,
        """
        id: Namnd
        date: i maj
        start: 8.30
        agenda_numbers: 29
        """,
    ) == [
        '1: bad-id: id: "Namnd" is not an id; use a-z, 0-9 and single hyphens',
        "1: missing-field: sources: the field is required; add it",
        "1: missing-field: organization: the field is required; add it",
        '2: bad-date: date: not a date: "i maj"; write 2022-03-18, 2022-03, 2022-vår or 2022',
        '3: bad-time: start: not a time of day: "8.30"; write 08:30',
        "1: missing-field: status: the field is required; add it",
        '4: bad-range: agenda_numbers: not a range of §§: "29"; write 29-39',
    ]


def test_a_list_of_what_is_wrong_is_not_called_empty() -> None:
    found = diagnosis(Organization, "id: a\nname: A\nclassification: kommun\nsources: [{}]")

    assert found == ["4: missing-field: sources[1].document: the field is required; add it"]


def test_a_name_with_a_line_break_does_not_break_the_message() -> None:
    assert diagnosis(Organization, 'id: a\n"a\\nb": 1\nname: A\nclassification: råd\nsources: []')[
        -1
    ].startswith('2: unknown-field: no field "a b"; known here: id, sources, publish,')
