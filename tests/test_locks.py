from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-test.lock"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_once_and_with_hashes(lock: str) -> None:
    entries = re.findall(r"(?m)^(\S.*)\n((?: {4}.*\n)*)", without_comments(lock))

    assert entries
    assert all(re.match(r"[a-z0-9-]+(\[\S+\])?==\S+ ", head) for head, _ in entries)
    assert all("--hash=sha256:" in body for _, body in entries)
    assert len(pinned(lock)) == len(entries)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_extras_with_their_package(lock: str) -> None:
    """Or pip 23 takes `coverage[toml]` for something that has no pin, and wants its newest."""
    extras = dict(re.findall(r"(?m)^([a-z0-9-]+)\[(\S+)\]==", without_comments(lock)))

    wanted = [
        one
        for name in pinned(lock)
        for one in map(Requirement, installed_requires(name))
        if one.extras and (one.marker is None or one.marker.evaluate({"extra": ""}))
    ]

    for one in wanted:
        pinned_extras = extras.get(canonicalize_name(one.name), "").split(",")
        assert one.extras <= set(pinned_extras), f"{one} is not in {lock}; run: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_package_index(lock: str) -> None:
    text = without_comments(lock)

    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    pins = pinned(lock)

    for requirement in asked_for(tests_too=lock == "requirements-test.lock"):
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is missing from {lock}; run: make lock"
        assert version in requirement.specifier, f"{requirement} is not {version}; run: make lock"


def test_the_tests_run_on_the_very_versions_that_build_the_site() -> None:
    assert pinned("requirements.lock").items() <= pinned("requirements-test.lock").items()


def without_comments(lock: str) -> str:
    return re.sub(r"(?m)^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"))


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^([a-z0-9-]+)(?:\[\S+\])?==(\S+)", without_comments(lock)))


def installed_requires(name: str) -> list[str]:
    """What a pinned package asks for; a package for another system is not here."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def asked_for(*, tests_too: bool) -> list[Requirement]:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*pyproject["project"]["dependencies"], *pyproject["build-system"]["requires"]]
    tests = pyproject["dependency-groups"]["test"] if tests_too else []
    return [Requirement(line) for line in [*lines, *tests]]
