"""The files that other machines read are as those machines want them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from samrum.cli import main
from samrum.model import Kind
from samrum.schema import FOLDER, file_name

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
)
def test_a_file_fits_its_schema(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]

    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)

    assert files
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ],
)
def test_pre_commit_takes_its_files(command: str, name: str) -> None:
    arguments = [sys.executable, "-m", "pre_commit", command, str(ROOT / name)]

    done = subprocess.run(arguments, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_uses_actions_that_nobody_can_exchange(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_write_only_where_it_says_so(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = workflow["jobs"].items()
    more = {name: job["permissions"] for name, job in jobs if "permissions" in job}

    assert workflow["permissions"] == {"contents": "read"}
    assert more == (
        {"deploy": {"pages": "write", "id-token": "write"}, "ledger": {"contents": "write"}}
        if path.stem == "publish"
        else {}
    )


def test_every_command_of_the_gates_exists() -> None:
    files = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", *ROOT.glob(".pre-commit-*.yaml")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)

    commands = re.findall(r"(?:entry: |\.venv/bin/)samrum (\w+)((?: --[a-z]+)*)", text)

    assert {name for name, _ in commands} == {"check", "fmt", "schema", "ledger"}
    for name, options in commands:
        known = {option for one in main.commands[name].params for option in one.opts}
        assert set(options.split()) <= known


def test_editorial_acts_have_the_same_templates_on_both_sides() -> None:
    acts = {path.stem for path in FORMS}

    assert acts == {"nytt-protokoll", "rattelse", "tillbakadragande"}
    for folder in (
        ".github/PULL_REQUEST_TEMPLATE",
        ".gitlab/issue_templates",
        ".gitlab/merge_request_templates",
    ):
        assert {path.stem for path in (ROOT / folder).iterdir()} == acts
    for act in acts:
        ours = ROOT / ".github" / "PULL_REQUEST_TEMPLATE" / f"{act}.md"
        theirs = ROOT / ".gitlab" / "merge_request_templates" / f"{act}.md"
        assert ours.read_bytes() == theirs.read_bytes()


def test_the_workspace_maps_every_folder_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == {
        f"./records/{FOLDER}/{file_name(kind)}": f"records/{kind.folder}/**/*.yml" for kind in Kind
    }
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]


def test_no_pattern_is_read_otherwise_by_the_python_of_debian_12() -> None:
    # (?:ab)*+ takes the a of abac along there: https://github.com/python/cpython/issues/106052
    repeated_group = re.compile(r"\)(?:[*+?]|\{+[0-9]*,?[0-9]*\}+)\+")
    code = {path: path.read_text(encoding="utf-8") for path in (ROOT / "hooks").rglob("*.py")}

    assert repeated_group.search(r"(?:ab)*+")
    assert repeated_group.search(r"(?:ab){{0,2}}+")
    found = [str(path) for path, text in code.items() for _ in repeated_group.finditer(text)]
    # prose.py tells why.
    assert found == [str(ROOT / "hooks/samrum/prose.py")]
