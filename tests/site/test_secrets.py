"""Not a byte of what is not public is in a built site, whatever field of whatever kind it is in."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from samrum.attachments import folder as attachments_of
from samrum.conversion import takes
from samrum.load import load
from samrum.model import MODELS, Kind
from samrum.model.fields import FieldPlan, Holds, plan
from samrum.model.record import Shape
from samrum.model.values import Amount, PartialDate, Share
from samrum.search.bundle import bundle
from samrum.search.lexicon import Lexicon
from samrum.search.pagefind import Document
from samrum.site.build import Build
from samrum.site.contents import Contents
from samrum.site.reading import read
from samrum.site.settings import Settings
from tests.site.project import build_site, tree
from tests.world import record, write

DAY = date(2024, 6, 1)
THEME = Path(__file__).parents[2] / "hooks/theme"

PUBLIC = {
    "organizations/namnd.yml": "",
    "meetings/namnd-2024-05-13.yml": """
        agenda_items:
          - number: 7
            name: En fråga
            decision: {title: Något beslutas, resolution: [att göra det]}
        """,
    "decisions/beslut.yml": "",
    "strategies/strategi.yml": "",
    "case-studies/studie.yml": "",
    "matters/arende.yml": "",
    "events/dag.yml": "",
}
"""A public record of every kind: what is secret names them all, and none of them names it."""

NAMED = {
    None: "arende",
    Kind.ORGANIZATION: "namnd",
    Kind.MATTER: "arende",
    Kind.DECISION: "beslut",
    Kind.STRATEGY: "strategi",
    Kind.CASE_STUDY: "studie",
}

VALUES: dict[type, object] = {
    date: "2024-05-13",
    PartialDate: "2024-05-13",
    Amount: 1,
    Share: "1",
    int: 7,
}


@dataclass(frozen=True)
class Secret:
    """A word that stands in one place only: `where` is "matter.milestones.text"."""

    word: str
    where: str

    @property
    def tail(self) -> bytes:
        """What is looked for: a list of words may leave out the beginning that two words share."""
        return self.word[-12:].encode()


class Planter:
    """Makes records with a secret in every text, whichever fields the models have."""

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.secrets: list[Secret] = []
        self.files: dict[str, str] = {}
        self._numbers = count()

    def record(self, kind: Kind) -> dict[str, Any]:
        """A record of a kind, in which nothing is left out that can be said in words."""
        return {**self._group(MODELS[kind], kind.value), "publish": self.stage}

    def _group(self, shape: type[Shape], where: str) -> dict[str, Any]:
        values = {}
        for field in plan(shape):
            value = self._value(field, f"{where}.{field.name}")
            if value is not None:
                values[field.name] = [value] if field.many else value
        return values

    def _value(self, field: FieldPlan, where: str) -> object:
        match field.holds:
            case Holds.REFERENCE:
                assert field.ref is not None
                return NAMED[Kind(field.ref.kind) if field.ref.kind else None]
            case Holds.SHAPE:
                assert field.shape is not None
                return self._group(field.shape, where)
            case Holds.TEXT | Holds.MARKDOWN:
                return self._text(field, where)
            case Holds.VALUE:
                return _value_of(field.sort) if field.is_required else None

    def _text(self, field: FieldPlan, where: str) -> str:
        word = self._plant(where)
        for text in (word, f"https://{word}.example/", f"{word}.txt"):
            if not takes(field, text):
                continue
            if text.endswith(".txt"):
                self.files[text] = self._plant(f"{where}, inside")
            return text
        raise AssertionError(f"no text suits {where}")

    def _plant(self, where: str) -> str:
        digest = sha256(f"{self.stage} {next(self._numbers)}".encode()).digest()
        # Letters in which no dictionary sees a word, and no stemmer an ending.
        word = "".join("bcfghjkmpqvwxzkq"[byte % 16] for byte in digest[:18]) + "q"
        self.secrets.append(Secret(word, where))
        return word


def _value_of(annotation: Any) -> object:
    if issubclass(annotation, Enum):
        return next(iter(annotation)).value
    return VALUES[annotation]


def plant(folder: Path, stage: str) -> list[Secret]:
    """Put a record of every kind into the archive, at one stage; the secrets in them."""
    planter = Planter(stage)
    for kind in Kind:
        content = planter.record(kind)
        text = yaml.safe_dump(content, allow_unicode=True)
        path = write(folder, f"{kind.folder}/{content['id']}.yml", text)
        for name, inside in planter.files.items():
            file = attachments_of(path) / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(inside, "utf-8")
        planter.files.clear()
    return planter.secrets


def make_archive(folder: Path, *stages: str) -> list[Secret]:
    for place, lines in PUBLIC.items():
        write(folder, place, record(place, lines))
    secrets = [secret for stage in stages for secret in plant(folder, stage)]
    # Were one of them refused for its form, nothing of it could get out anyhow.
    files = load(folder / "records", folder)[0].files
    assert len(files) == len(PUBLIC) + len(stages) * len(Kind)
    return secrets


def publish(folder: Path) -> dict[str, bytes]:
    """Build the site as it is built for real, but for the problems that would stop the build."""
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Arkivet\n", "utf-8")
    settings = {
        "site_name": "Arkivet",
        "site_url": "https://arkivet.example/",
        "repo_url": "https://git.example/arkivet",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": "material", "custom_dir": str(THEME), "font": False, "language": "sv"},
        "plugins": [],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return tree(build_site(folder / "mkdocs.yml", Build(_read_in_spite_of_problems, _bundle)))


def _bundle(
    documents: Iterable[Document], lexicon: Lexicon, folder: Path, _: object
) -> dict[str, bytes]:
    # One folder for all of these builds: to work out the dictionary takes seconds.
    return bundle(documents, lexicon, folder.parents[3] / "kept")


def _read_in_spite_of_problems(settings: Settings) -> Contents:
    return replace(read(settings), problems=())


def opened(content: bytes) -> bytes:
    """The bytes, and what is packed in them."""
    packed = content.find(gzip.compress(b"")[:2])
    if packed < 0:
        return content
    try:
        return content + zlib.decompressobj(wbits=31).decompress(content[packed:])
    except zlib.error:  # no gzip after all
        return content


def found(site: dict[str, bytes], secrets: list[Secret]) -> Iterator[tuple[str, str]]:
    """Where in the site a secret is: the field and the file, or the file's name."""
    for name, content in site.items():
        text = (name.encode() + opened(content)).lower()
        for secret in secrets:
            if secret.tail in text:
                yield secret.where, name


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = (DAY - date(1970, 1, 1)).days * 86_400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


def test_nothing_of_what_is_not_public_is_in_the_site(tmp_path: Path) -> None:
    secrets = make_archive(tmp_path, "draft", "on 2024-06-02")

    assert list(found(publish(tmp_path), secrets)) == []


def test_of_what_is_withdrawn_there_is_nothing_but_its_ids_and_the_reason(tmp_path: Path) -> None:
    secrets = make_archive(tmp_path, "withdrawn")

    told = {where for where, _ in found(publish(tmp_path), secrets)}

    fields = ("id", "moved_from", "withdrawal.reason")
    assert told == {f"{kind.value}.{field}" for kind in Kind for field in fields}


def test_once_it_is_due_all_that_pages_show_is_found_in_the_same_way(tmp_path: Path) -> None:
    secrets = make_archive(tmp_path, "on 2024-06-01")

    places = list(found(publish(tmp_path), secrets))

    never_shown = {secret.where for secret in secrets} - {where for where, _ in places}
    assert never_shown <= NOT_ON_PAGES | {f"{kind.value}.withdrawal.reason" for kind in Kind}
    for ending in (".html", ".pf_index", ".pf_fragment", "samrum-table.json", "sitemap.xml.gz"):
        assert [where for where, name in places if name.endswith(ending)], ending


NOT_ON_PAGES = {
    "meeting.notice_url",
    *(f"event.sources.{field}" for field in ("document", "place", "url")),
    *(f"matter.milestones.source.{field}" for field in ("document", "place", "url")),
    # A paper leads to its file rather than elsewhere.
    "decision.papers.url",
    "meeting.agenda_items.decision.papers.url",
    "meeting.agenda_items.parts.decision.papers.url",
}
"""What no page tells as yet."""
