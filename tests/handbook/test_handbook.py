"""The editors' handbook of this repository: what it says is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samrum.cli import main
from samrum.explanations import EXPLANATIONS
from samrum.guard import Allowances
from samrum.handbook import filled
from samrum.handbook.fields import ways
from samrum.handbook.page import KINDS, yaml_blocks
from samrum.load import load
from samrum.model import MODELS, Kind
from samrum.model.fields import plan
from samrum.model.record import Shape
from samrum.source import Source, read
from tests.publishing import PROJECT
from tests.world import shape, told, write

HANDBOOK = PROJECT / "docs/handbok"
PAGES = {path.relative_to(HANDBOOK).as_posix(): path for path in sorted(HANDBOOK.rglob("*.md"))}
PROBLEMS = PAGES["problem.md"].read_text(encoding="utf-8")

_MARKED = re.compile(r"^<!-- fields: (\S+) -->$", re.MULTILINE)


def text(page: str) -> str:
    return PAGES[page].read_text(encoding="utf-8")


def reference(kind: str) -> str:
    """The page that tells the fields of a kind."""
    (page,) = (page for page in PAGES if _MARKED.findall(text(page)) == [kind])
    return page


def sections(page: str, level: str) -> dict[str, str]:
    """What stands below each heading of a level, by the heading."""
    parts = re.split(rf"^{level} (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_its_place_and_an_example(kind: str) -> None:
    told_fields = sections(filled(text(reference(kind))), "###")
    groups = {way[:-1] for way in ways(KINDS[kind])}

    for way in ways(KINDS[kind]):
        (below,) = (
            below for head, below in told_fields.items() if head.endswith(f"{{ #{'-'.join(way)} }}")
        )
        is_group = way in groups or "har [fälten i" in below
        assert is_group or f"```yaml\n{way[-1]}:" in below, way


def test_the_examples_of_all_kinds_make_an_archive_with_nothing_wrong(tmp_path: Path) -> None:
    for kind in Kind:
        block = yaml_blocks(text(reference(kind)))[0]
        name = re.findall(r"^id: (\S+)$", block, re.MULTILINE)[0]
        write(tmp_path, f"{kind.folder}/{name}.yml", block)
    _, problems = load(tmp_path / "records", tmp_path)

    wrong = [str(one) for one in problems if one.code not in ("unknown-id", "missing-file")]
    assert wrong == []


def test_every_block_of_yaml_names_fields_that_there_are() -> None:
    known = {"allowed"} | {field.name for shape in shapes() for field in plan(shape)}

    for page in PAGES:
        for block in yaml_blocks(text(page)):
            source = read(block.encode())
            assert isinstance(source, Source), (page, block)
            assert set(source.data) <= known, (page, block)


def shapes() -> set[type[Shape]]:
    found: set[type[Shape]] = set()
    waiting: list[type[Shape]] = list(MODELS.values())
    while waiting:
        shape = waiting.pop()
        found.add(shape)
        waiting += [one.shape for one in plan(shape) if one.shape and one.shape not in found]
    return found


def test_the_example_of_an_allowance_is_one() -> None:
    (block,) = yaml_blocks(text("personuppgifter.md"))
    source = read(block.encode())

    assert isinstance(source, Source)
    assert shape(Allowances, source.data).allowed


def test_every_code_has_a_sentence_and_its_examples() -> None:
    told_codes = sections(PROBLEMS, "###")

    assert set(EXPLANATIONS) <= set(told_codes)
    for code in EXPLANATIONS:
        sentence, marker = told_codes[code].split("<!--")
        assert sentence.strip().endswith((".", "."))
        assert marker.startswith(f" problem: {code} -->")


def test_no_code_is_told_that_the_program_does_not_have() -> None:
    program = "".join(
        path.read_text(encoding="utf-8") for path in (PROJECT / "hooks/samrum").rglob("*.py")
    )

    assert [code for code in sections(PROBLEMS, "###") if f'"{code}"' not in program] == []


def test_every_command_that_is_told_of_is_there() -> None:
    everything = "".join(text(page) for page in PAGES)
    targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert set(re.findall(r"samrum ([a-z]+)", everything)) - {"bygger"} <= set(main.commands)
    assert set(re.findall(r"`?make ([a-z]+)\b", everything)) <= set(targets)


def test_the_message_on_the_page_of_problems_is_what_the_program_says(tmp_path: Path) -> None:
    block = re.findall(r"^```text\n(.*?)^```$", PROBLEMS, re.MULTILINE | re.DOTALL)[0]
    files = first_example()
    meeting = next(place for place in files if "/meetings/" in place)
    files[meeting] = files[meeting].replace("exempelkommunen", "exempelkomunen", 1)
    for place, content in files.items():
        write(tmp_path, place.removeprefix("records/"), content)

    _, problems = load(tmp_path / "records", tmp_path)

    assert " ".join(block.split()) in told(problems, "x")


def first_example() -> dict[str, str]:
    found = re.findall(
        r"`(records/[^`]+\.yml)`:\n\n```yaml\n(.*?)^```$",
        text("publicera.md"),
        re.MULTILINE | re.DOTALL,
    )
    return dict(found)
