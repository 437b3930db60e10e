"""A number of pages and a seed -> an archive of made-up records in the form that editors write.

Every name is invented, and plainly so; the Swedish reads like that of protocols. No two records
are about the same thing, so a search for the words of one has a right answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import papers, protocols
from tests.benchmarks.ground import Ground
from tests.benchmarks.making import Made, Plan, Question
from tests.benchmarks.yaml_text import yaml_text


def archive(folder: Path, pages: int = 2000, seed: int = 1) -> tuple[Question, ...]:
    """Write an archive that gives so many pages of records, lists not counted, into a folder.

    The same arguments give the same bytes. Raises ValueError below FEWEST_PAGES pages.
    """
    questions: list[Question] = []
    folders: set[Path] = set()
    for record in records(pages, seed):
        path = folder / record.place
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_text(yaml_text(record.data), encoding="utf-8", newline="")
        questions += record.questions
    return tuple(questions)


def records(pages: int, seed: int) -> Iterator[Made]:
    """The records of an archive, one at a time; what a record names comes before it."""
    ground = Ground(Plan.of(pages), seed)
    yield from papers.organizations(ground)
    yield from papers.matters(ground)
    yield from papers.strategies(ground)
    yield from papers.case_studies(ground)
    yield from protocols.decisions(ground)
    yield from protocols.meetings(ground)
    yield from papers.events(ground)
