"""The publishing guard: no private data get out, nor into a message, unless they are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from samrum.guard import CODE, Guard, private_data, read_guard
from samrum.problems import Problem
from samrum.source import Source, read
from tests.test_privacy import NUMBER
from tests.world import archive, record, told, write

PERSON = f"{NUMBER[:6]}-{NUMBER[6:]}"
MASKED = "••••••-••••"
REFUSED = f"{CODE}: {MASKED} looks like a personal identity number; "
ADVICE = "delete it, or have it reviewed and allowed in allowed.yml"


def sha256(text: str) -> str:
    ((_, found),) = private_data("x", text)
    return found.digest


def allowance(file: str, text: str, **more: str) -> str:
    fields = {"file": file, "sha256": sha256(text), "reason": "A", "reviewed_by": "Bo", **more}
    return "- {" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}\n"


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (f"title: Om {PERSON}", 1),
        (f"summary: |\n  En rad.\n\n  Ringde {PERSON} i går.", 4),
        (f'title: "Om \\x38{PERSON[1:]}"', 1),
        (f"topics: [a, '{PERSON}']", 1),
        (f"id: a\n# Ring {PERSON}!", 2),
        (f"sources: [{{document: A, place: '{PERSON}'}}]", 1),
    ],
)
def test_private_data_is_told_at_its_line_wherever_it_stands(
    lines: str, line: int, tmp_path: Path
) -> None:
    _, problems = archive(tmp_path, {"matters/a.yml": lines})

    assert told(problems, "matters/a.yml") == [f"{line}: {REFUSED}{ADVICE}"]


def test_a_number_that_goes_on_in_the_next_line_is_told_where_it_begins(tmp_path: Path) -> None:
    lines = f"summary: >-\n  Ringde {PERSON[:7]}\n  {PERSON[7:]} i går."

    _, problems = archive(tmp_path, {"matters/a.yml": lines})

    assert [(problem.line, problem.code) for problem in problems] == [(2, CODE)]


def test_an_escape_hides_nothing_however_deep_it_stands() -> None:
    text = f'a: 1\nb: [true, {{c: "\\x38{PERSON[1:]}"}}]\n"\\x38{PERSON[1:]}": x'
    source = read(text.encode())
    assert isinstance(source, Source)

    assert [line for line, _ in private_data("x", text, source)] == [2, 3]


def test_of_a_file_full_of_numbers_the_first_hundred_are_told() -> None:
    text = f"{PERSON}\n" * 200

    assert [one.line for one in Guard().problems("x", text)] == list(range(1, 101))


@pytest.mark.parametrize(
    "text",
    [
        f"{PERSON}: 1",
        f"{PERSON}: 1\n{PERSON}: 2",
        f"id: {PERSON}",
        f"status: {PERSON}",
        f"status: {'x' * 50} {PERSON}",
        f"related: ['{PERSON}']",
        f"summary: '[a](record:{PERSON})'",
        f"title: {PERSON}\n  - {PERSON}",
        f"milestones: [{{date: '{PERSON}', text: a}}]",
        f"sources: [{{document: a, url: {PERSON}}}]",
        f"[{PERSON}",
        f'title: "{PERSON}',
        f"id: ä\x00 {PERSON}",
        f"publish: {PERSON}",
    ],
)
def test_no_message_shows_the_number(text: str, tmp_path: Path) -> None:
    write(tmp_path, "matters/a.yml", text)

    _, problems = archive(tmp_path, {})

    shown = "\n".join(told(problems))
    assert f"{CODE}: {MASKED}" in shown
    assert NUMBER[6:] not in shown
    assert NUMBER[:6] not in shown


def test_the_name_of_a_file_is_looked_at_too(tmp_path: Path) -> None:
    _, problems = archive(tmp_path, {f"matters/{PERSON}.yml": ""})

    assert f"records/matters/{MASKED}.yml:1: {REFUSED}{ADVICE}" in told(problems)
    assert NUMBER[6:] not in "".join(told(problems))


def test_a_false_alarm_that_has_been_reviewed_passes(tmp_path: Path) -> None:
    entry = allowance("records/matters/a.yml", PERSON)
    write(tmp_path, "allowed.yml", f"allowed:\n{entry}")

    _, problems = archive(tmp_path, {"matters/a.yml": f"title: Referens {PERSON}"})

    assert told(problems) == []


def test_an_allowance_is_for_one_text_in_one_file(tmp_path: Path) -> None:
    entry = allowance("records/matters/a.yml", PERSON)
    write(tmp_path, "allowed.yml", f"allowed:\n{entry}")
    files = {
        "matters/a.yml": f"title: {PERSON} eller ada@gmail.com",
        "matters/b.yml": f"title: '{PERSON}'",
    }

    _, problems = archive(tmp_path, files)

    assert [(problem.path, problem.code) for problem in problems] == [
        ("records/matters/a.yml", CODE),
        ("records/matters/b.yml", CODE),
    ]
    assert "•••@gmail.com looks like a private e-mail address" in problems[0].message


@pytest.mark.parametrize("file", ["records/matters/a.yml", "records/matters/gone.yml"])
def test_an_allowance_of_nothing_is_told(file: str, tmp_path: Path) -> None:
    write(tmp_path, "allowed.yml", f"allowed:\n{allowance(file, PERSON)}")

    _, problems = archive(tmp_path, {"matters/a.yml": ""})

    what = f"nothing in {file} is what this allows; delete the entry"
    assert told(problems) == [f"records/allowed.yml:2: unused-allowance: {what}"]


def test_an_allowance_for_a_file_that_others_look_at_is_left_to_them(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/om.md").write_text(PERSON)
    write(tmp_path, "allowed.yml", f"allowed:\n{allowance('docs/om.md', PERSON)}")

    _, problems = archive(tmp_path, {"matters/a.yml": ""})
    guard, _ = read_guard(tmp_path / "records/allowed.yml", tmp_path)

    assert told(problems) == []
    assert list(guard.problems("docs/om.md", PERSON)) == []
    assert list(guard.unused(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: not-a-mapping: the file is empty"),
        ("allowed: []", "1: missing-field: allowed: at least one entry is required"),
        (
            f"allowed: [{{file: a, sha256: {PERSON}, reason: a, reviewed_by: b}}]",
            "1: bad-sha256: allowed[1].sha256: not a SHA-256; "
            "take the entry from `samrum allow FILE`",
        ),
        (
            "allowed:\n- file: a\n  reason:\n",
            "3: empty-field: allowed[1].reason: the field is empty; fill it in or take it away",
        ),
    ],
)
def test_what_is_wrong_with_the_allowances_is_told(
    text: str, expected: str, tmp_path: Path
) -> None:
    write(tmp_path, "allowed.yml", text)

    _, problems = archive(tmp_path, {})

    shown = told(problems, "allowed.yml")
    assert any(line.startswith(expected) for line in shown)
    assert NUMBER[6:] not in "".join(shown)


def test_a_file_that_is_no_record_is_known_by_its_name_alone() -> None:
    assert list(Guard().problems("docs/bild.png")) == []
    assert list(Guard().problems(f"docs/{PERSON}.png")) == [
        Problem(f"docs/{MASKED}.png", 1, CODE, REFUSED.partition(": ")[2] + ADVICE)
    ]


def test_what_is_too_large_for_a_record_is_not_looked_through(tmp_path: Path) -> None:
    write(tmp_path, "matters/a.yml", record("matters/a.yml") + f"# {PERSON}\n" * 90_000)

    _, problems = archive(tmp_path, {})

    assert [problem.code for problem in problems] == ["too-large"]
