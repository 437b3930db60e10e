"""The handbook's first example, carried out to the letter in a copy of this repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publishing import PROJECT

PAGE = (PROJECT / "docs/handbok/publicera.md").read_text(encoding="utf-8")
FILES = re.findall(r"`(records/[^`]+\.yml)`:\n\n```yaml\n(.*?)^```$", PAGE, re.M | re.S)
FIRST_COMMANDS, *MORE_COMMANDS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)

_EDITOR = {
    f"GIT_{who}_{what}": "ada@exempel.example"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A clone of the archive as a secretary has it, with `make` believing all is installed."""
    project = tmp_path / "arkivet"
    project.mkdir()
    for name in ("docs", "hooks", "records"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(PROJECT / name, project / name, ignore=ignored)
    for name in ("mkdocs.yml", "Makefile", "pyproject.toml", "requirements.lock", ".gitignore"):
        shutil.copy(PROJECT / name, project)
    programs = project / ".venv/bin"
    programs.mkdir(parents=True)
    for name, module in {"mkdocs": "mkdocs.__main__", "samrum": "samrum.cli"}.items():
        function = "cli" if name == "mkdocs" else "main"
        start = f"from {module} import {function}; {function}()"
        (programs / name).write_text(f"#!/bin/sh\nexec {sys.executable} -c '{start}' \"$@\"\n")
        (programs / name).chmod(0o755)
    run("git init --quiet --bare --initial-branch=main ../origin.git", project)
    run("git init --quiet --initial-branch=main && git add .", project)
    run("git commit --quiet --message Arkivet", project)
    run("git remote add origin ../origin.git", project)
    run("git push --quiet --set-upstream origin main", project)
    for stamp in (".made", ".site"):
        (project / ".venv" / stamp).touch()
    return project


def run(command: str, project: Path) -> str:
    """What a shell says to a command; it has to succeed."""
    # The code runs in a copy, whose coverage is not ours.
    environment = {name: one for name, one in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        ["sh", "-ec", command],
        cwd=project,
        env={**environment, **_EDITOR},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_who_follows_the_first_example_has_a_protocol_on_the_site(project: Path) -> None:
    run(FIRST_COMMANDS, project)
    for place, content in FILES:
        path = project / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    said = "".join(run(commands, project) for commands in MORE_COMMANDS)

    assert "no problems" in said
    laid_out_anew = {place for place, _ in FILES} & set(said.splitlines())
    assert not laid_out_anew
    page = (project / "site/protokoll/exempelnamnden-2026-03-10/index.html").read_text("utf-8")
    assert "Ada Exempelsson" in page
    assert 'id="p2"' in page
    assert (project / "site/beslut/exempelnamnden-2026-03-10-2/index.html").is_file()
    published = run("git ls-tree -r --name-only origin/exempelnamnden-2026-03-10", project)
    assert {place for place, _ in FILES} <= set(published.splitlines())
