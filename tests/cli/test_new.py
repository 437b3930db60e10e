"""`samrum new`, as an editor runs it: a draft, its blanks filled in, and nothing more to say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samrum.blanks import BLANK
from samrum.cli import main
from samrum.drafting import slug
from samrum.model import Kind
from tests.world import record, write

ANSWERS = {
    "number": "1",
    "summary": "Det handlar om något.",
    "on_behalf_of": "testkoping",
    "status": "genomfört",
    "progress": "antagen",
}
"""What is written into blanks that take no plain words."""

COMMANDS = {
    Kind.ORGANIZATION: ["--name", "Exempelnämnden", "--classification", "nämnd"],
    Kind.MEETING: ["--organization", "namnd", "--date", "2026-03-10"],
    Kind.DECISION: ["--organization", "namnd", "--title", "Bussen: en till"],
    Kind.STRATEGY: ["--title", "Plan för skolan", "--type", "strategi"],
    Kind.CASE_STUDY: ["--title", "Skolan i dag", "--area", "Testköping"],
    Kind.MATTER: ["--title", "Skolskjuts på landsbygden"],
    Kind.EVENT: [
        *("--organization", "namnd", "--name", "Ett möte"),
        *("--type", "extra möte", "--date", "2026-03-10"),
    ],
}
PLACES = {
    Kind.ORGANIZATION: "organizations/exempelnamnden.yml",
    Kind.MEETING: "meetings/2026/namnd-2026-03-10.yml",
    Kind.DECISION: "decisions/bussen-en-till.yml",
    Kind.STRATEGY: "strategies/plan-for-skolan.yml",
    Kind.CASE_STUDY: "case-studies/skolan-i-dag.yml",
    Kind.MATTER: "matters/skolskjuts-pa-landsbygden.yml",
    Kind.EVENT: "events/extra-mote-namnd-2026-03-10.yml",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a body and a municipality."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "organizations/namnd.yml", "decision_power: beslutande")
    put(tmp_path, "organizations/testkoping.yml", "classification: kommun")
    return tmp_path


def put(project: Path, place: str, lines: str) -> None:
    write(project, place, record(place, lines))


def new(kind: Kind, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["new", kind.value, *arguments], input=answers)


def filled(draft: str, kind: Kind) -> str:
    """The draft with something in the place of every blank."""

    def fill(line: re.Match[str]) -> str:
        answer = ANSWERS.get(line["name"] or "", "Ord")
        if kind in (Kind.MATTER, Kind.EVENT) and line["name"] == "status":
            answer = {Kind.MATTER: "pågår", Kind.EVENT: "planerat"}[kind]
        return line[0].replace(BLANK, answer)

    return re.sub(rf"^[ -]*(?:(?P<name>\w+): )?{BLANK}", fill, draft, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", Kind)
def test_a_draft_with_its_blanks_filled_in_has_no_problems(kind: Kind, project: Path) -> None:
    result = new(kind, *COMMANDS[kind])
    path = project / "records" / PLACES[kind]

    assert (result.exit_code, result.stdout) == (0, f"records/{PLACES[kind]}\n")
    assert f"samrum check records/{PLACES[kind]}" in result.stderr
    draft = path.read_text(encoding="utf-8")
    told = CliRunner().invoke(main, ["check"]).stdout.splitlines()
    assert told
    assert {line.split(" ")[1] for line in told} == {"blank-left:"}

    path.write_text(filled(draft, kind), encoding="utf-8")

    assert CliRunner().invoke(main, ["check"]).output == "3 records, no problems\n"


@pytest.mark.parametrize("kind", Kind)
def test_a_draft_is_laid_out_and_says_in_swedish_what_belongs_where(
    kind: Kind, project: Path
) -> None:
    new(kind, *COMMANDS[kind])
    lines = (project / "records" / PLACES[kind]).read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# yaml-language-server: $schema=../")
    assert lines[1].startswith("# Utkast.")
    assert f"  - document: {BLANK}  # Dokumentets namn som det står på det." in lines
    assert CliRunner().invoke(main, ["fmt", "--check", f"records/{PLACES[kind]}"]).exit_code == 0


def test_what_is_not_given_is_asked_for(project: Path) -> None:
    result = new(Kind.STRATEGY, answers="Plan för skolan\nroman\nstrategi\n")

    assert result.exit_code == 0
    assert "Titel (title): " in result.stdout
    assert "'roman' is not one of" in result.stdout
    assert (project / "records" / PLACES[Kind.STRATEGY]).exists()


def test_bodies_that_decide_are_offered(project: Path) -> None:
    result = new(Kind.MEETING, "--date", "2026-03-10", answers="nämnd\nnamnd\n")

    assert "  namnd: Testnämnden\n" in result.stdout
    assert "testkoping" not in result.stdout
    assert 'no organization "nämnd"; did you mean "namnd"?' in result.output
    assert (project / "records" / PLACES[Kind.MEETING]).exists()


def test_those_called_to_the_last_meeting_are_there_to_be_sorted(project: Path) -> None:
    put(
        project,
        "meetings/namnd-2026-01-13.yml",
        """
        date: 2026-01-13
        participants:
          - {name: Ada O'Exempel, party: x, on_behalf_of: testkoping, role: ordförande}
          - {name: Bo Påhittad, on_behalf_of: testkoping}
        absentees:
          - {name: Cy Fiktiv, on_behalf_of: testkoping}
        """,
    )

    new(Kind.MEETING, *COMMANDS[Kind.MEETING])

    draft = (project / "records" / PLACES[Kind.MEETING]).read_text(encoding="utf-8")
    assert (
        "participants:  # Närvarande ledamöter.\n"
        "  - name: FYLL I  # Radera den här posten när listan är sorterad efter protokollet.\n"
        "    on_behalf_of: FYLL I\n"
        "  # Närvarande på mötet namnd-2026-01-13:\n"
        "  - name: Ada O'Exempel\n"
        "    party: x\n"
        "    on_behalf_of: testkoping\n"
        "    role: ordförande\n"
        "  - name: Bo Påhittad\n"
        "    on_behalf_of: testkoping\n"
        "  # Frånvarande på mötet namnd-2026-01-13:\n"
        "  - name: Cy Fiktiv\n"
        "    on_behalf_of: testkoping\n"
    ) in draft


@pytest.mark.parametrize(
    ("kind", "arguments", "message"),
    [
        (
            Kind.MEETING,
            ["--organization", "gone", "--date", "2026-03-10"],
            'no organization "gone"; draft it with `samrum new organization`',
        ),
        (
            Kind.MEETING,
            ["--organization", "namnd", "--date", "10 mars"],
            'date: not a date: "10 mars"; write 2022-03-18, 2022-03, 2022-vår or 2022',
        ),
        (
            Kind.STRATEGY,
            ["--title", "A", "--type", "roman"],
            'type: "roman" is not one of the words for it; '
            "write one of strategi, handlingsplan, färdplan, överenskommelse, riktlinje",
        ),
        (Kind.MATTER, ["--title", "!"], 'id: "" is not an id; use a-z, 0-9 and single hyphens'),
        (
            Kind.MATTER,
            ["--title", "A", "--id", "namnd"],
            '"namnd" is there already in records/organizations/namnd.yml; '
            "choose another with --id, or edit that one",
        ),
        (
            Kind.MATTER,
            ["--title", "Trasig"],
            '"trasig" is there already in records/matters/trasig.yml; '
            "choose another with --id, or edit that one",
        ),
        (
            Kind.DECISION,
            ["--organization", "namnd", "--title", "A", "--id", "namnd-2026-01-13-1"],
            '"namnd-2026-01-13-1" is there already; choose another with --id, or edit that one',
        ),
    ],
)
def test_what_cannot_be_drafted_is_told_and_nothing_is_written(
    kind: Kind, arguments: list[str], message: str, project: Path
) -> None:
    write(project, "matters/trasig.yml", "title: [")
    put(
        project,
        "meetings/namnd-2026-01-13.yml",
        """
        date: 2026-01-13
        agenda_items: [{number: 1, name: A, decision: {title: B, resolution: [C]}}]
        """,
    )
    before = sorted((project / "records").rglob("*"))

    result = new(kind, *arguments)

    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: {message}\n")
    assert sorted((project / "records").rglob("*")) == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Färdplan för nära vård", "fardplan-for-nara-vard"),
        ("§ 3: A–B!", "3-a-b"),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_an_id_is_made_of_the_words_of_a_title(text: str, expected: str) -> None:
    assert slug(text) == expected
