"""Nothing gets out early, and what is out stays, openly corrected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samrum.ledger import NAME, Ledger
from samrum.load import load
from samrum.problems import Problem
from samrum.rules.rule import Archive
from tests.world import archive, told, write

DAY = date(2024, 6, 1)
LEDGER = f"records/{NAME}"
NAMND = {"organizations/namnd.yml": ""}
MEETING = "meetings/namnd-2024-05-13.yml"
TAKEN = "{title: Något beslutas, resolution: [att göra det]}"
PROTOCOL = f"""
    agenda_items:
      - {{number: 7, name: En fråga, decision: {TAKEN}}}
      - {{number: 8, name: En till}}
    """
WITHDRAWN = "publish: withdrawn\nwithdrawal: {date: 2024-05-31, reason: Ett fel}"


def problems_of(folder: Path, files: dict[str, str], day: date = DAY) -> tuple[Problem, ...]:
    archive(folder, files)
    return load(folder / "records", folder, day)[1]


def publish(folder: Path, files: dict[str, str]) -> None:
    """Leave a ledger behind, as if the records had been published on the day."""
    catalogue, _ = archive(folder, files)
    write(folder, NAME, Ledger().updated(catalogue.published(DAY), DAY).text)
    for place in files:
        (folder / "records" / place).unlink()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("publish: draft", []),
        (WITHDRAWN, []),
        (
            "publish: withdrawn",
            [
                "1: withdrawal-missing: withdrawn, but not when and why; "
                "add withdrawal with date and reason"
            ],
        ),
        (
            "publish: draft\nwithdrawal: {date: 2024-05-31, reason: Ett fel}",
            [
                '2: withdrawal-of-public: a withdrawal, but publish is "draft"; '
                "write publish: withdrawn, or take it out"
            ],
        ),
        (
            "corrections:\n- {date: 2024-05-31, reason: Ett fel}\n"
            "- {date: 2024-05-30, reason: Ett fel}\n- {date: 2024-05-30, reason: Ett till}",
            [
                "3: correction-order: 2024-05-30 stands after 2024-05-31; put the latest last",
            ],
        ),
        (
            "publish: on 2024-05-31\ncorrections:\n- {date: 2024-05-30, reason: Ett fel}",
            [
                "3: changed-before-published: 2024-05-30 is before its publication, 2024-05-31; "
                "correct the date"
            ],
        ),
        ("publish: on 2024-05-31\ncorrections:\n- {date: 2024-05-31, reason: Ett fel}", []),
    ],
)
def test_a_record_says_when_and_why_it_was_withdrawn_or_corrected(
    lines: str, expected: list[str], tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, {"matters/a.yml": lines})

    assert told(problems, "matters/a.yml") == expected


@pytest.mark.parametrize(
    ("place", "lines", "expected"),
    [
        (MEETING, "publish: on 2024-05-13", []),
        (
            MEETING,
            "publish: on 2024-05-12",
            ["1: published-early: published on 2024-05-12, before 2024-05-13; correct one of them"],
        ),
        (MEETING, "status: kallat\npublish: on 2024-05-12", []),
        (
            MEETING,
            "corrections:\n- {date: 2024-05-12, reason: Ett fel}",
            [
                "2: changed-before-published: 2024-05-12 is before the day that it tells of, "
                "2024-05-13; correct the date"
            ],
        ),
        ("decisions/a.yml", "publish: on 2024-05-12\ndate: 2024-05", []),
        (
            "decisions/a.yml",
            "publish: on 2024-04-30\ndate: 2024-05",
            ["1: published-early: published on 2024-04-30, before 2024-05-01; correct one of them"],
        ),
        ("decisions/a.yml", "publish: on 2024-04-30", []),
        (
            "decisions/a.yml",
            "date: 2024-05-13\npublish: withdrawn\n"
            "withdrawal:\n  date: 2024-05-12\n  reason: Ett fel",
            [
                "4: changed-before-published: 2024-05-12 is before the day that it tells of, "
                "2024-05-13; correct the date"
            ],
        ),
    ],
)
def test_nothing_is_published_or_changed_before_it_was_decided(
    place: str, lines: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(problems_of(tmp_path, {**NAMND, place: lines}), place) == expected


def not_public(target: str, stage: str) -> str:
    return (
        f'names-unpublished: "{target}" is not public yet (publish: {stage}); '
        "publish it first, or take it out here"
    )


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("related: [b]", "", []),
        ("related: [b]", "publish: draft", [f"1: {not_public('b', 'draft')}"]),
        (
            "title: A\nsummary: Se [b](record:b)",
            "publish: draft",
            [f"2: {not_public('b', 'draft')}"],
        ),
        (
            "sources: [{document: Ett, record: b}]",
            "publish: draft",
            [f"1: {not_public('b', 'draft')}"],
        ),
        ("related: [b]", "publish: on 2024-06-02", [f"1: {not_public('b', 'on 2024-06-02')}"]),
        ("related: [b]", "publish: on 2024-06-01", []),
        ("related: [b]\npublish: on 2024-06-02", "publish: on 2024-06-02", []),
        (
            "related: [b]\npublish: on 2024-06-02",
            "publish: on 2024-06-03",
            [f"1: {not_public('b', 'on 2024-06-03')}"],
        ),
        ("related: [b]\npublish: draft", "publish: draft", []),
        (f"related: [b]\n{WITHDRAWN}", "publish: draft", []),
        ("related: [b]", WITHDRAWN, []),
    ],
)
def test_what_is_seen_does_not_name_what_is_not_seen_yet(
    source: str, target: str, expected: list[str], tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, {"matters/a.yml": source, "matters/b.yml": target})

    assert told(problems, "matters/a.yml") == expected


def test_a_decision_is_seen_when_its_protocol_is(tmp_path: Path) -> None:
    files = {
        **NAMND,
        MEETING: f"publish: draft\n{PROTOCOL}".replace("\n    ", "\n"),
        "matters/a.yml": "related: [namnd-2024-05-13-7]",
    }

    assert told(problems_of(tmp_path, files), "matters/a.yml") == [
        f"1: {not_public('namnd-2024-05-13-7', 'draft')}"
    ]


def test_a_withdrawn_protocol_may_be_emptied_though_its_decisions_are_named(
    tmp_path: Path,
) -> None:
    files = {
        **NAMND,
        MEETING: WITHDRAWN,
        "matters/a.yml": "related: [namnd-2024-05-13-7, namnd-2024-05-13-8-1]",
    }

    assert problems_of(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("place", "lines", "expected"),
    [
        ("matters/a.yml", "moved_from: [b]", []),
        (
            "matters/a.yml",
            "moved_from:\n- c",
            ['2: former-id-in-use: "c" is the id of a record; take it out here, or rename that'],
        ),
        (
            "matters/a.yml",
            "moved_from: [b, b]",
            ['1: former-id-in-use: "b" is a former id already; keep it where the record went'],
        ),
        (
            MEETING,
            "agenda_items:\n- number: 7\n  name: En fråga\n  decision:\n    title: Ett\n"
            "    resolution: [att]\n    moved_from: [c]\n- {number: 8, name: En till}",
            ['7: former-id-in-use: "c" is the id of a record; take it out here, or rename that'],
        ),
    ],
)
def test_an_old_id_leads_to_one_record_and_is_nobody_elses(
    place: str, lines: str, expected: list[str], tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, {**NAMND, "matters/c.yml": "", place: lines})

    assert told(problems, place) == expected


@pytest.mark.parametrize(
    ("body", "protocol", "is_refused"),
    [
        ("", "", False),
        ("requires_adjustment: true", "adjusters: [Ada Exempel]", True),
        ("requires_adjustment: true", "publish: on 2024-07-01", True),
        ("requires_adjustment: true", "publish: draft", False),
        ("requires_adjustment: true", WITHDRAWN, False),
        ("requires_adjustment: true", "status: kallat", False),
        ("requires_adjustment: true", "adjusted_on: 2024-05-20", False),
        ("requires_adjustment: true", "signature: {service: Påhittad, reference: 1}", False),
    ],
)
def test_a_body_may_refuse_to_publish_what_is_not_adjusted(
    body: str, protocol: str, is_refused: bool, tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, {"organizations/namnd.yml": body, MEETING: protocol})

    message = (
        "1: not-adjusted: namnd publishes adjusted protocols only, and this one is not; "
        "add adjusted_on or signature, or write publish: draft"
    )
    assert told(problems, MEETING) == ([message] if is_refused else [])


def test_a_meeting_of_an_unknown_body_is_not_asked_for_its_adjustment(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, {MEETING: ""})

    assert {problem.code for problem in problems} == {"unknown-id"}


def test_what_is_in_the_ledger_as_it_was_published_is_no_problem(tmp_path: Path) -> None:
    files = {**NAMND, MEETING: PROTOCOL, "matters/a.yml": ""}
    publish(tmp_path, files)

    assert problems_of(tmp_path, {**files, "matters/ny.yml": ""}) == ()


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (
            {},
            [
                f'{LEDGER}:1: address-lost: "/arenden/a/" is public since 2024-06-01 and would be '
                'gone; restore the record, or name "a" in moved_from of the one that took its place'
            ],
        ),
        (
            {"matters/a.yml": "title: A\npublish: draft"},
            [
                'records/matters/a.yml:2: address-lost: "/arenden/a/" is public since 2024-06-01 '
                "and would be gone; write publish: published, or publish: withdrawn and a "
                "withdrawal"
            ],
        ),
        (
            {"matters/a.yml": "publish: on 2024-06-02"},
            [
                'records/matters/a.yml:1: address-lost: "/arenden/a/" is public since 2024-06-01 '
                "and would be gone; write publish: published, or publish: withdrawn and a "
                "withdrawal"
            ],
        ),
        ({"matters/a.yml": WITHDRAWN.replace("05-31", "06-01")}, []),
        ({"matters/b.yml": "moved_from: [a]"}, []),
        (
            {"matters/a.yml": "title: ["},
            ["records/matters/a.yml:1: yaml-syntax"],
        ),
    ],
)
def test_what_has_been_published_stays_or_leads_on_or_is_withdrawn(
    later: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    publish(tmp_path, {"matters/a.yml": ""})

    problems = problems_of(tmp_path, later)

    assert [str(one)[: len(line)] for one, line in zip(problems, expected, strict=True)] == expected


def test_a_paragraph_and_a_decision_are_addresses_too(tmp_path: Path) -> None:
    publish(tmp_path, {**NAMND, MEETING: PROTOCOL})
    later = """
        corrections: [{date: 2024-06-02, reason: Fel paragraf}]
        agenda_items:
          - {number: 8, name: En till}
        """

    assert told(problems_of(tmp_path, {**NAMND, MEETING: later}), MEETING) == [
        f'2: address-lost: "/{address}" is public since 2024-06-01 and would be gone; '
        "put back the § or the decision that stands there"
        for address in ("beslut/namnd-2024-05-13-7/", "protokoll/namnd-2024-05-13/#p7")
    ]


def test_a_protocol_that_has_moved_keeps_its_paragraphs(tmp_path: Path) -> None:
    publish(tmp_path, {**NAMND, MEETING: PROTOCOL})
    place = "meetings/namnd-2024-05-13-extra.yml"
    moved = """
        moved_from: [namnd-2024-05-13]
        corrections: [{date: 2024-06-02, reason: Fel id}]
        agenda_items: [{number: 8, name: En till}]
        """

    assert [
        str(one).split(" is public")[0] for one in problems_of(tmp_path, {**NAMND, place: moved})
    ] == [
        f'records/{place}:3: address-lost: "/{address}"'
        for address in ("beslut/namnd-2024-05-13-7/", "protokoll/namnd-2024-05-13/#p7")
    ]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("", []),
        ("moved_from: [aldre]", []),
        (
            "title: Ändrat",
            [
                "1: correction-missing: the record has changed since it was published; add to "
                "corrections what was changed and why, with the day, or undo the change"
            ],
        ),
        ("title: Ändrat\ncorrections: [{date: 2024-06-02, reason: Fel rubrik}]", []),
        (
            "title: Ändrat\ncorrections: [{date: 2024-05-31, reason: Fel rubrik}]",
            [
                "2: changed-before-published: 2024-05-31 is before its publication, 2024-06-01; "
                "correct the date"
            ],
        ),
        ("title: Ändrat\npublish: withdrawn\nwithdrawal: {date: 2024-06-02, reason: Fel}", []),
    ],
)
def test_a_change_of_what_is_public_is_told(
    later: str, expected: list[str], tmp_path: Path
) -> None:
    publish(tmp_path, {"matters/a.yml": ""})

    assert told(problems_of(tmp_path, {"matters/a.yml": later}), "matters/a.yml") == expected


def test_a_change_is_told_though_the_record_has_moved(tmp_path: Path) -> None:
    publish(tmp_path, {"matters/a.yml": ""})

    problems = problems_of(tmp_path, {"matters/b.yml": "moved_from: [a]\ntitle: Ändrat"})

    assert [problem.code for problem in problems] == ["correction-missing"]


@pytest.mark.parametrize(
    ("corrections", "title", "expected"),
    [
        ("{date: 2024-05-30, reason: Ett}, {date: 2024-05-31, reason: Två}", "A", []),
        (
            "{date: 2024-05-30, reason: Ett}",
            "A",
            [
                "1: correction-missing: 2 corrections have been published, and 1 are here; "
                "put back what is missing"
            ],
        ),
        (
            "{date: 2024-06-01, reason: Ett}, {date: 2024-06-02, reason: Två}",
            "B",
            [
                "1: correction-missing: the record has changed since it was published; add to "
                "corrections what was changed and why, with the day, or undo the change"
            ],
        ),
        (
            "{date: 2024-06-01, reason: Ett}, {date: 2024-06-02, reason: Två}, "
            "{date: 2024-06-03, reason: Tre}",
            "B",
            [],
        ),
    ],
)
def test_a_correction_that_has_been_published_stays_and_covers_no_other_change(
    corrections: str, title: str, expected: list[str], tmp_path: Path
) -> None:
    first = "{date: 2024-06-01, reason: Ett}, {date: 2024-06-02, reason: Två}"
    publish(tmp_path, {"matters/a.yml": f"corrections: [{first}]\ntitle: A"})

    problems = problems_of(
        tmp_path, {"matters/a.yml": f"corrections: [{corrections}]\ntitle: {title}"}
    )

    told_of = [one for one in told(problems, "matters/a.yml") if "changed-before" not in one]
    assert told_of == expected


def test_a_ledger_that_a_merge_has_broken_is_told_with_its_line(tmp_path: Path) -> None:
    publish(tmp_path, {"matters/a.yml": ""})
    path = tmp_path / "records" / NAME
    path.write_text("<<<<<<< ours\n" + path.read_text("utf-8"), "utf-8")

    assert [str(one).split("; ")[0] for one in problems_of(tmp_path, {})] == [
        f"{LEDGER}:1: bad-ledger-line: not a line of the ledger",
        f'{LEDGER}:2: address-lost: "/arenden/a/" is public since 2024-06-01 and would be gone',
    ]


@pytest.mark.parametrize(
    ("target", "is_hidden"),
    [("a", False), ("utkast", True), ("snart", True), ("tillbaka", False), ("borta", False)],
)
def test_what_is_not_public_yet_is_hidden_and_not_lacking(
    target: str, is_hidden: bool, tmp_path: Path
) -> None:
    files = {
        "matters/a.yml": "",
        "matters/utkast.yml": "publish: draft",
        "matters/snart.yml": "publish: on 2024-06-02",
        "matters/tillbaka.yml": WITHDRAWN,
    }

    seen = Archive(archive(tmp_path, files)[0], as_of=DAY)

    assert seen.hides(target) is is_hidden
    assert seen.lacks(target) is (target == "borta")
