"""The hook file, as MkDocs loads it and as an editor meets it at the command line."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import yaml
from mkdocs.plugins import EVENTS

from samrum.site.build import Build
from tests.site.project import tree

HOOKS = Path(__file__).parents[2] / "hooks"


def load_events() -> ModuleType:
    spec = importlib.util.spec_from_file_location("events_under_test", HOOKS / "events.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_event_of_the_build_is_one_of_mkdocs_and_is_bound() -> None:
    handled = {name for name in dir(Build) if name.startswith("on_")}

    assert handled == {name for name in dir(load_events()) if name.startswith("on_")}
    assert handled <= {f"on_{event}" for event in EVENTS}


def test_a_broken_record_ends_the_build_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    settings = {
        "site_name": "Arkivet",
        "theme": {"name": "material", "custom_dir": str(HOOKS / "theme"), "font": False},
        "hooks": [str(HOOKS / "events.py")],
        "plugins": [],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Arkivet\n\n[Nämnden](record:namnden)\n")
    organizations = tmp_path / "records/organizations"
    organizations.mkdir(parents=True)
    record = organizations / "namnden.yml"
    record.write_text(
        "id: namnden\nname: Exempelnämnden\nclassification: nämnd\nsources: [{document: Beslut}]\n"
    )

    assert mkdocs_build(tmp_path).returncode == 0
    published = tree(tmp_path / "site")
    assert "Exempelnämnden" in published["organ/namnden/index.html"].decode()

    record.write_text("id: namnden\nname: [\n")
    (tmp_path / "docs/index.md").write_text("# Arkivet\n\n[Rådet](record:radet)\n")
    failed = mkdocs_build(tmp_path)

    assert failed.returncode == 1
    assert "records/organizations/namnden.yml:" in failed.stderr
    assert "docs/index.md:3: unknown-record" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert tree(tmp_path / "site") == published


def mkdocs_build(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
