"""A few lines of YAML -> an archive on disk, so that a test shows the lines that matter."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import TypeVar

from samrum.catalogue import Catalogue
from samrum.diagnosis import judged
from samrum.load import load
from samrum.model.record import Shape
from samrum.problems import Problem

S = TypeVar("S", bound=Shape)

_REQUIRED = {
    "organizations": {"name": "Testnämnden", "classification": "nämnd"},
    "meetings": {"organization": "namnd", "date": "2024-05-13", "status": "genomfört"},
    "decisions": {"organization": "namnd", "title": "Något beslutas", "resolution": "[att göra]"},
    "strategies": {"title": "En strategi", "type": "strategi", "progress": "antagen"},
    "case-studies": {"title": "En studie", "area": "Testköping", "question": "Hur?"},
    "matters": {"title": "Ett ärende", "status": "pågår", "summary": "Något prövas."},
    "events": {
        "organization": "namnd",
        "name": "Ett möte",
        "type": "möte",
        "status": "planerat",
        "date": "2024-05-13",
    },
}


def record(place: str, lines: str = "") -> str:
    """The lines, and after them what a record at a place such as "matters/x.yml" must have too."""
    lines = dedent(lines).strip("\n")
    folder, name = place.split("/")[0], Path(place).stem
    fields = {"id": name, "sources": "[{document: Ett protokoll}]", **_REQUIRED[folder]}
    given = set(re.findall(r"^(\w+):", lines, re.MULTILINE))
    rest = (f"{field}: {value}" for field, value in fields.items() if field not in given)
    return "\n".join(filter(None, (lines, *rest))) + "\n"


def shape(model: type[S], data: object) -> S:
    """The group of fields that data are in which nothing is wrong."""
    found = judged(data, model, "x.yml")
    assert isinstance(found, model), found
    return found


def archive(folder: Path, files: dict[str, str]) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The archive of some records, each given by its place below records/ and its own lines."""
    for place, lines in files.items():
        write(folder, place, record(place, lines))
    return load(folder / "records", folder)


def write(folder: Path, place: str, text: str) -> Path:
    """A file below records/ that holds the text and nothing else."""
    path = folder / "records" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(problems: tuple[Problem, ...], place: str = "") -> list[str]:
    """The problems as an editor reads them; those of one file without its path."""
    return [str(problem).removeprefix(f"records/{place}:") for problem in problems]
