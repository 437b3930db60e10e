"""Who may import whom: imports point one way, so that a part can be left without the others."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[1] / "hooks"
PACKAGE = HOOKS / "samrum"

MAY_IMPORT: dict[str, set[str]] = {
    "problems": set(),
    "latin": set(),
    "privacy": {"latin"},
    "prose": set(),
    "commonmark": set(),
    "text": {"commonmark", "prose"},
    "clock": set(),
    "model": {"problems"},
    "syntax": set(),
    "plain_yaml": set(),
    "source": {"latin", "plain_yaml", "privacy", "problems", "spans", "syntax"},
    "conversion": {"model"},
    "diagnosis": {"conversion", "model", "privacy", "problems"},
    "guard": {"diagnosis", "model", "privacy", "problems", "source"},
    "attachments": set(),
    "tombstone": {"model"},
    "entries": {"model", "problems"},
    "checksum": set(),
    "digests": {"checksum", "model"},
    "names": {"model", "problems", "text"},
    "catalogue": {
        *("attachments", "digests", "entries", "model", "names", "problems", "text", "tombstone"),
    },
    "addresses": {"entries", "model"},
    "ledger": {"addresses", "catalogue", "model", "problems"},
    "lookups": {
        *("attachments", "catalogue", "checksum", "digests", "entries", "ledger", "model"),
        "tombstone",
    },
    "version": {"checksum"},
    "workers": set(),
    "rules": {
        *("addresses", "catalogue", "entries", "ledger", "model", "problems", "tombstone"),
    },
    "schema": {"model"},
    "blanks": {"problems", "source"},
    "spans": {"problems"},
    "comments": {"problems", "spans"},
    "layout": {"comments", "model", "problems", "source", "spans"},
    "drafting": {"blanks", "layout", "model", "schema"},
    "report": {"problems"},
    "synonyms": {"problems", "source"},
    "changes": set(),
    "writing": set(),
    "handwritten": {"guard", "problems", "rules", "text"},
    "explanations": {"rules"},
    "renaming": {"attachments", "catalogue", "entries", "model", "problems", "source", "spans"},
    "reading": {
        *("blanks", "catalogue", "checksum", "conversion", "diagnosis", "digests", "guard"),
        *("model", "privacy"),
        *("problems", "rules", "source"),
    },
    "progress": set(),
    "sealed": {"checksum", "writing"},
    "kept": {"sealed"},
    "shelf": {"checksum", "digests", "names", "version", "writing"},
    "readings": {
        *("catalogue", "checksum", "digests", "progress", "reading", "shelf", "source"),
        "workers",
    },
    "load": {
        *("attachments", "catalogue", "guard", "reading", "readings"),
        *("ledger", "model", "problems", "rules", "schema", "source", "synonyms", "workers"),
    },
    "pages": {
        "addresses",
        "catalogue",
        "entries",
        "ledger",
        "lookups",
        "model",
        "problems",
        "text",
        "tombstone",
    },
    "search": {
        "addresses",
        "checksum",
        "catalogue",
        "entries",
        "model",
        "problems",
        "synonyms",
        "writing",
        "kept",
        "text",
        "pages",
    },
    "handbook": {"explanations", "model", "problems", "schema", "source"},
    "site": {
        *("attachments", "guard", "handbook", "schema", "synonyms"),
        *("search", "pages", "load", "ledger", "lookups", "addresses", "clock"),
        *("checksum", "kept", "progress", "readings", "sealed", "version", "workers"),
        *("catalogue", "entries", "model", "problems", "text"),
    },
    "cli": {
        *(
            "blanks",
            "catalogue",
            "entries",
            "changes",
            "clock",
            "conversion",
            "diagnosis",
            "drafting",
            "explanations",
        ),
        *("guard", "handwritten", "layout", "ledger", "load", "model", "privacy", "problems"),
        *("readings", "renaming", "report", "rules", "schema", "source", "tombstone", "workers"),
        *("checksum", "sealed", "version", "writing"),
    },
    "events": {"site", "search"},
}
"""The rooms of the house, from the ground up, and what each may know of; itself goes without."""

MAY_IMPORT_MKDOCS = {"site", "events"}
"""Leaving MkDocs must cost one folder and the theme, not the product."""


def modules() -> list[Path]:
    return sorted([*PACKAGE.rglob("*.py"), *HOOKS.glob("*.py")])


def room(path: Path) -> str:
    """`pages` for hooks/samrum/pages/page.py, `load` for hooks/samrum/load.py."""
    place = path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else HOOKS)
    return place.parts[0].removesuffix(".py")


def imports(code: str) -> Iterator[str]:
    """The full name of everything that a module imports: "samrum.model.values.Line"."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{name.name}" for name in node.names)


def ours(code: str) -> set[str]:
    """The rooms that a module imports from."""
    names = (name.split(".") for name in imports(code))
    return {parts[1] for parts in names if parts[0] == "samrum" and len(parts) > 1}


def test_every_room_has_its_rule() -> None:
    rooms = {room(path) for path in modules()} - {"__init__"}

    assert rooms <= set(MAY_IMPORT)


def test_a_rule_never_lets_imports_go_both_ways() -> None:
    for one, others in MAY_IMPORT.items():
        assert not [other for other in others if one in MAY_IMPORT[other]]


def imports_any(code: str, *libraries: str) -> bool:
    return any(name.split(".")[0] in libraries for name in imports(code))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOOKS)))
def test_a_module_imports_only_what_its_room_may_know(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    here = room(path)

    assert ours(code) <= {here, *MAY_IMPORT.get(here, set())}
    assert here in MAY_IMPORT_MKDOCS or not imports_any(code, "mkdocs", "material")
    assert not imports_any(code, "")  # from . import x: the room does not show


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from samrum.model.values import Line", {"model"}),
        ("from samrum.model import Line, Day", {"model"}),
        ("from samrum import text", {"text"}),
        ("import samrum.load", {"load"}),
        ("if True:\n    from samrum.site.frame import Frame", {"site"}),
        ("import mkdocs.config", set()),
        ("import samrum", set()),
    ],
)
def test_every_way_to_import_is_seen(code: str, expected: set[str]) -> None:
    assert ours(code) == expected
