"""What has changed in a folder under Git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from samrum.changes import ChangesError, changed_files


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ada Exempel", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with one commit of the files a.yml, b.yml and inner/c.yml."""
    git(tmp_path, "init", "--initial-branch=main")
    for name in ("a.yml", "b.yml", "inner/c.yml"):
        put(tmp_path, name, "1")
    commit(tmp_path)
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "x")


def names(folder: Path, since: str | None = None) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in changed_files(folder, since))


def test_nothing_has_changed_after_a_commit(folder: Path) -> None:
    assert names(folder) == []


def test_staged_unstaged_new_renamed_and_deleted_files_have_changed(folder: Path) -> None:
    put(folder, "a.yml", "2")
    git(folder, "add", "a.yml")
    put(folder, "b.yml", "2")
    git(folder, "mv", "inner/c.yml", "inner/d.yml")
    put(folder, "ny på plats.yml", "1")

    assert names(folder) == ["a.yml", "b.yml", "inner/c.yml", "inner/d.yml", "ny på plats.yml"]


def test_ignored_files_and_those_outside_the_folder_are_left_out(folder: Path) -> None:
    put(folder, ".gitignore", "*.tmp")
    commit(folder)
    put(folder, "inner/x.tmp", "1")
    put(folder, "inner/c.yml", "2")
    put(folder, "a.yml", "2")

    assert names(folder / "inner") == ["c.yml"]


def test_a_branch_has_changed_since_it_left_another(folder: Path) -> None:
    git(folder, "switch", "--create", "mine")
    put(folder, "a.yml", "2")
    commit(folder)
    put(folder, "b.yml", "2")
    git(folder, "stash")
    git(folder, "switch", "main")
    put(folder, "inner/c.yml", "2")
    commit(folder)
    git(folder, "switch", "mine")
    git(folder, "stash", "pop")

    assert names(folder, "main") == ["a.yml", "b.yml"]


def test_before_the_first_commit_all_has_changed(tmp_path: Path) -> None:
    git(tmp_path, "init")
    put(tmp_path, "a.yml", "1")
    put(tmp_path, "b.yml", "1")
    git(tmp_path, "add", "a.yml")

    assert names(tmp_path) == ["a.yml", "b.yml"]


@pytest.mark.parametrize("since", ["nowhere", "--output=x"])
def test_what_git_does_not_know_is_told(since: str, folder: Path) -> None:
    with pytest.raises(ChangesError, match="Not a valid object name"):
        changed_files(folder, since)


def test_branches_without_a_common_past_are_told(folder: Path) -> None:
    git(folder, "switch", "--orphan", "other")
    put(folder, "x.yml", "1")
    commit(folder)

    with pytest.raises(ChangesError, match="git merge-base finds nothing"):
        changed_files(folder, "main")


def test_a_folder_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(ChangesError, match="not a git repository"):
        changed_files(tmp_path)


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(subprocess, "run", missing)

    with pytest.raises(ChangesError, match="git cannot be run: No such file"):
        changed_files(tmp_path)
