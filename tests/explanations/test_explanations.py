"""Every explanation is true: the wrong example has the problem, and the right one has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samrum.explanations import EXPLANATIONS, Example, Explanation
from samrum.explanations.example import File, pair
from samrum.load import load
from samrum.model import Kind
from samrum.problems import Problem
from samrum.rules import RULES
from tests.world import record, write

PACKAGE = Path(__file__).parents[2] / "hooks" / "samrum"
ROOMS = (
    "source",
    "blanks",
    "diagnosis",
    "load",
    "attachments",
    "guard",
    "ledger",
    "reading",
    "synonyms",
    "model",
    "rules",
)
WORLD = {
    "organizations/namnd.yml": "",
    "organizations/testkoping.yml": "classification: kommun",
    "organizations/provstad.yml": "classification: kommun",
    "organizations/bolaget.yml": "classification: företag",
}
FOLDERS = {kind.folder for kind in Kind}
WITHOUT_EXAMPLE = {
    "address-taken",  # takes a whole site
    "attachment-too-large",  # takes 20 MB
    "no-text-layer",  # takes a PDF
    "too-many",  # takes 501 words
}
EXAMPLES = [
    pytest.param(example, codes, id=f"{code}-{'wrong' if codes else 'right'}")
    for code, one in EXPLANATIONS.items()
    if one.example
    for example, codes in ((one.example.wrong, {code}), (one.example.right, set[str]()))
]


def problems_of(folder: Path, example: Example) -> tuple[Problem, ...]:
    """The problems of an example among a few organizations that it may name."""
    for place, lines in WORLD.items():
        write(folder, place, record(place, lines))
    for file in example.files:
        put(folder, file)
    return load(folder / "records", folder)[1]


def put(folder: Path, file: File) -> None:
    """Write a file of an example, and with it the fields that the example leaves out."""
    path = folder / "records" / file.place
    if file.target:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(file.target)
        return
    is_record = file.place.split("/")[0] in FOLDERS and path.suffix in (".yml", ".yaml")
    is_whole = file.note == "whole" or not is_record
    text = file.text if is_whole else record(file.place, file.text)
    write(folder, file.place, "").write_bytes(
        text.encode("utf-8" if is_whole else file.note or "utf-8")
    )


@pytest.mark.parametrize(("example", "codes"), EXAMPLES)
def test_an_example_is_as_wrong_or_as_right_as_it_says(
    example: Example, codes: set[str], tmp_path: Path
) -> None:
    assert {problem.code for problem in problems_of(tmp_path, example)} == codes


@pytest.mark.parametrize("one", EXPLANATIONS.values(), ids=lambda one: one.code)
def test_every_code_has_a_sentence_and_an_example(one: Explanation) -> None:
    assert re.fullmatch(r"[A-Z].*\.", one.sentence.split("\n")[0])
    assert (one.example is None) == (one.code in WITHOUT_EXAMPLE)


def test_every_rule_is_explained() -> None:
    assert {rule.code for rule in RULES} <= set(EXPLANATIONS)


RAISED = re.compile(
    r"(?:Fault|Flaw|Problem|PydanticCustomError|refuse|_fault)\([^\"]*?\"([a-z]+(?:-[a-z0-9]+)+)\""
)
TOLD = re.compile(r"\"([a-z]+(?:-[a-z0-9]+)+)\", f?[\"']")


def test_every_code_that_is_given_is_explained() -> None:
    given = {
        code
        for room in ROOMS
        for path in (*PACKAGE.glob(f"{room}.py"), *PACKAGE.glob(f"{room}/*.py"))
        for pattern in (RAISED, TOLD)
        for code in pattern.findall(path.read_text(encoding="utf-8"))
    }

    assert {"unknown-folder", "yaml-alias", "bad-date", "bad-id", "wrong-type"} <= given
    assert not given - set(EXPLANATIONS)


def test_an_example_shows_what_is_invisible_and_not_what_is_endless() -> None:
    example = pair(f"# matters/a.yml\ntitle: a\u202eb\tc\nsummary: {'x' * 100}", "").wrong

    assert example.shown.splitlines() == [
        "# matters/a.yml",
        "title: a\\u202eb\\u0009c",
        f"summary: {'x' * 90}…",
    ]
