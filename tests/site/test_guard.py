"""The publishing guard and the files beside records, in a build and in serve."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from msgspec.structs import replace

from samrum.site.build import Build
from samrum.site.reading import read
from tests.files import pdf
from tests.site.project import build_site, make_build, make_contents, make_project, titles
from tests.site.test_preview import Serve
from tests.test_guard import ADVICE, PERSON, REFUSED, allowance
from tests.test_privacy import NUMBER
from tests.world import record, write

THEME = Path(__file__).parents[2] / "hooks/theme"


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718409600")


def archive_of(folder: Path, **more: object) -> Path:
    """A project of our theme, with a decision that has a scanned PDF beside it."""
    theme = {"name": "material", "custom_dir": str(THEME), "font": False}
    project = make_project(folder, {"index.md": "# Arkivet"}, main=None, theme=theme, **more)
    (folder / "records/.keep").unlink()
    write(folder, "organizations/namnd.yml", record("organizations/namnd.yml"))
    papers = "papers: [{title: Färdplan, file: fardplan.pdf}]"
    write(folder, "decisions/vagen.yml", record("decisions/vagen.yml", papers))
    (folder / "records/decisions/vagen").mkdir()
    (folder / "records/decisions/vagen/fardplan.pdf").write_bytes(pdf())
    return project


def test_an_attachment_is_published_below_its_page_with_its_checksum(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = archive_of(tmp_path)

    with caplog.at_level(logging.INFO):
        site = build_site(project, Build(read, titles))

    html = (site / "beslut/vagen/index.html").read_text()
    assert '<a href="../../beslut/vagen/bilagor/fardplan.pdf">Färdplan</a>' in html
    assert "SHA-256: <code>" in html
    assert (site / "beslut/vagen/bilagor/fardplan.pdf").read_bytes() == pdf()
    assert [line for line in caplog.messages if "no-text-layer" in line]


def test_an_attachment_over_the_size_in_mkdocs_yml_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = archive_of(tmp_path, extra={"samrum": {"max_attachment": 0.0001}})

    with pytest.raises(Abort):
        build_site(project, Build(read, titles))

    assert "attachment-too-large" in caplog.messages[0]
    assert not (tmp_path / "site").exists()


def test_serve_shows_attachments(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    (tmp_path / "a.txt").write_text("Bilagan")
    files = {"beslut/a/bilagor/a.txt": tmp_path / "a.txt"}
    contents = replace(make_contents(project, ()), files=files)

    serve = Serve(tmp_path, make_build(contents))
    serve.server.server_close()
    answer = serve.get("/samrum/beslut/a/bilagor/a.txt")

    assert (answer.status, answer.headers["Content-Type"]) == ("200 OK", "text/plain")
    assert answer.text == "Bilagan"


def test_private_data_in_a_page_or_the_name_of_a_file_end_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    docs = {
        "index.md": f"# A\n\nRing {PERSON}.\n",
        f"{PERSON}.txt": "",
        "utkast.md": PERSON,
        "lank.md": f"[a](record:{PERSON})",
    }
    project = make_project(tmp_path, docs, exclude_docs="utkast.md")

    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, ())))

    told = [line for line in caplog.messages if "private-data" in line]
    assert told == [
        f"docs/index.md:3: {REFUSED}{ADVICE}",
        f"docs/lank.md:1: {REFUSED}{ADVICE}",
        f"docs/••••••-••••.txt:1: {REFUSED}{ADVICE}",
    ]
    assert NUMBER[6:] not in "".join(caplog.messages)


def test_a_reviewed_page_is_published_and_an_allowance_of_nothing_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": f"# A\n\n{PERSON}"})
    entry = allowance("docs/index.md", PERSON)
    write(tmp_path, "allowed.yml", f"allowed:\n{entry}")
    assert (
        PERSON
        in (build_site(project, make_build(make_contents(project, ()))) / "index.html").read_text()
    )

    (tmp_path / "docs/index.md").write_text("# A")
    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, ())))

    assert "unused-allowance: nothing in docs/index.md is what this allows" in caplog.text
