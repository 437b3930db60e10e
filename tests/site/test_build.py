"""Builds, from the records to the files of the site."""

from __future__ import annotations

import gzip
import logging
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort, ConfigurationError

from samrum import schema
from samrum.pages.page import Outline
from samrum.problems import Problem
from samrum.search.pagefind import PagefindError
from samrum.site import publishing
from samrum.site.build import Build
from samrum.site.contents import Contents
from samrum.site.settings import Settings
from samrum.workers import WorkerError
from tests.site.project import (
    MAIN,
    build_site,
    configure,
    make_build,
    make_contents,
    make_project,
    page,
    titles,
    tree,
)

PAGES = (
    page("protokoll/", "Protokoll"),
    page("protokoll/ua-2021-10-15/", "Mötet"),
    page("beslut/", "Beslut"),
    page("beslut/buss/", "Bussen"),
)
NAV = [{"Start": "index.md"}, {"Möten": "protokoll/index.md"}, {"Beslut": "beslut/index.md"}]


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1634256000")


def build_pages(folder: Path, pages: tuple[Outline, ...] = PAGES, site: str = "site") -> Path:
    project = make_project(folder, {"index.md": "# Välkommen"}, nav=NAV)
    return build_site(project, make_build(make_contents(project, pages)), site)


def test_the_site_holds_a_page_for_every_page_and_no_prototype(tmp_path: Path) -> None:
    site = build_pages(tmp_path)

    assert [name for name in tree(site) if not name.startswith("assets/")] == [
        "404.html",
        "beslut/buss/index.html",
        "beslut/index.html",
        "index.html",
        "pagefind/index/titles.txt",
        "protokoll/index.html",
        "protokoll/ua-2021-10-15/index.html",
        *(f"schema/{name}" for name in sorted(schema.files())),
        "sitemap.xml",
        "sitemap.xml.gz",
    ]


@pytest.mark.parametrize(
    ("address", "tab"),
    [
        ("protokoll/", ("./", "page")),
        ("protokoll/ua-2021-10-15/", ("../", "true")),
        ("beslut/", ("./", "page")),
        ("beslut/buss/", ("../", "true")),
    ],
)
def test_a_page_shows_the_one_section_it_stands_in(
    address: str, tab: tuple[str, str], tmp_path: Path
) -> None:
    html = (build_pages(tmp_path) / address / "index.html").read_text()

    assert re.findall('<a href="([^"]*)" aria-current="([^"]*)"', html) == [tab]


def test_hand_written_pages_stand_in_no_section_of_records(tmp_path: Path) -> None:
    html = (build_pages(tmp_path) / "index.html").read_text()

    assert re.findall(r'aria-current="\w+">(\w+)', html) == ["Start"]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    assert tree(build_pages(tmp_path, site="one")) == tree(build_pages(tmp_path, site="two"))


def test_the_start_page_has_its_own_words_and_those_of_the_records(tmp_path: Path) -> None:
    html = (build_pages(tmp_path) / "index.html").read_text()

    assert '<h1 id="valkommen">Välkommen</h1><p>Här finns 4 sidor.</p>' in html


def test_hand_written_pages_link_to_records(tmp_path: Path) -> None:
    docs = {"index.md": "[Bussen](record:buss)", "om/oss.md": "[Bussen](record:buss)"}
    project = make_project(tmp_path, docs)

    site = build_site(project, make_build(make_contents(project, PAGES)))

    assert '<a href="beslut/buss/">' in (site / "index.html").read_text()
    assert '<a href="../../beslut/buss/">' in (site / "om/oss/index.html").read_text()


def test_the_sitemap_tells_of_every_page_on_the_day_of_the_build(tmp_path: Path) -> None:
    site = build_pages(tmp_path)
    sitemap = (site / "sitemap.xml").read_text()

    assert re.findall("<loc>(.*)</loc>", sitemap) == [
        "https://arkivet.example/samrum/",
        "https://arkivet.example/samrum/protokoll/",
        "https://arkivet.example/samrum/protokoll/ua-2021-10-15/",
        "https://arkivet.example/samrum/beslut/",
        "https://arkivet.example/samrum/beslut/buss/",
    ]
    assert set(re.findall("<lastmod>(.*)</lastmod>", sitemap)) == {"2021-10-15"}
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_a_site_without_an_address_has_an_empty_sitemap(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"index.md": ""}, site_url="")

    site = build_site(project, make_build(make_contents(project, PAGES)))

    assert "<url>" not in (site / "sitemap.xml").read_text()


def test_records_can_be_found_and_hand_written_pages_that_main_html_opens(tmp_path: Path) -> None:
    opened = "{{ 'data-pagefind-body' if page.meta.search != 'no' }}"
    project = make_project(
        tmp_path,
        {"index.md": "# Start", "om.md": "# Om", "test.md": "---\nsearch: 'no'\n---\n# Test"},
        main=MAIN.replace("data-pagefind-body", opened),
    )

    site = build_site(project, make_build(make_contents(project, PAGES[:2])))

    assert (site / "pagefind/index/titles.txt").read_text().splitlines() == [
        "/om/ Om - Arkivet &amp; Co",
        "/protokoll/ Protokoll",
        "/protokoll/ua-2021-10-15/ Mötet",
    ]


def test_the_index_can_be_left_out(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"index.md": ""}, extra={"samrum": {"search": False}})

    site = build_site(project, make_build(make_contents(project, PAGES)))

    assert (site / "beslut/buss/index.html").exists()
    assert not (site / "pagefind").exists()


def test_a_page_that_is_not_listed_is_there_and_not_in_the_sitemap(tmp_path: Path) -> None:
    opened = "{{ 'noindex' if page.meta.unlisted else 'data-pagefind-body' }}"
    project = make_project(
        tmp_path, {"index.md": ""}, main=MAIN.replace("data-pagefind-body", opened)
    )
    gone = page("beslut/tag/", "Tåget", is_listed=False)

    site = build_site(project, make_build(make_contents(project, (*PAGES, gone))))

    assert "<main noindex>" in (site / "beslut/tag/index.html").read_text()
    assert "<main data-pagefind-body>" in (site / "beslut/buss/index.html").read_text()
    assert "beslut/tag" not in (site / "sitemap.xml").read_text()


def test_a_build_with_problems_tells_all_of_them_and_leaves_the_site_as_it_was(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    published = tree(build_pages(tmp_path))
    project = make_project(tmp_path, {"index.md": "[Bussen](record:bus)"}, nav=NAV)
    problems = (
        Problem("records/meetings/b.yml", 7, "bad-date", "no date; write it"),
        Problem("records/meetings/a.yml", 2, "bad-date", "no date; write it"),
    )
    caplog.clear()

    with caplog.at_level(logging.ERROR), pytest.raises(Abort) as end:
        build_site(project, make_build(make_contents(project, PAGES, problems)))

    assert end.value.code == 1
    assert caplog.messages == [
        'docs/index.md:1: unknown-record: no record "bus"; did you mean "buss"?',
        "records/meetings/a.yml:2: bad-date: no date; write it",
        "records/meetings/b.yml:7: bad-date: no date; write it",
        "3 problems: nothing is published",
    ]
    assert tree(tmp_path / "site") == published


def test_the_records_are_read_with_the_settings_of_the_project(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    asked: list[Settings] = []

    def read(settings: Settings) -> Contents:
        asked.append(settings)
        return make_contents(project, PAGES)

    build_site(project, Build(read, titles))

    assert [(one.records, one.as_of.isoformat()) for one in asked] == [
        (tmp_path / "records", "2021-10-15")
    ]


def test_mkdocs_says_nothing_of_prototypes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": "", "tom.md": ""}, main=MAIN)
    (tmp_path / "theme/empty.html").write_text("")
    (tmp_path / "docs/tom.md").write_text("---\ntemplate: empty.html\n---\n")

    with caplog.at_level(logging.INFO, "mkdocs"):
        build_site(project, make_build(make_contents(project, PAGES)))

    skipped = [message for message in caplog.messages if message.startswith("Page skipped")]
    assert skipped == ["Page skipped: 'tom.md'. Generated empty output."]


def _cannot_read(_: Settings) -> Contents:
    raise PermissionError("records/meetings/a.yml")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"theme/records/record.html": "{{ nobody }}"},
            "record.html, for the page /protokoll/: 'nobody' is undefined",
        ),
        (
            {"theme/records/start.html": "{{ nobody }}"},
            "start.html, for the page /: 'nobody' is undefined",
        ),
        ({"theme/main.html": "<html>"}, "main.html: the template does not show page.content"),
    ],
)
def test_a_template_that_is_wrong_ends_the_build_with_its_name(
    files: dict[str, str], message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, PAGES)))

    assert caplog.messages[-1] == message


def test_a_theme_that_holds_no_stylesheet_of_material_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    (tmp_path / "theme/assets/stylesheets/main.0.min.css").unlink()

    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, PAGES)))

    assert caplog.messages[-1].endswith("in the theme, found 0")


def test_a_search_index_that_cannot_be_made_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": ""})

    def refuse(*_: object) -> dict[str, bytes]:
        raise PagefindError("Pagefind is not installed")

    with pytest.raises(Abort):
        build_site(project, Build(lambda _: make_contents(project, PAGES), refuse))

    assert caplog.messages[-1] == "Pagefind is not installed"


def test_a_page_that_asks_for_the_fields_of_no_kind_ends_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": "", "falt.md": "<!-- fields: metting -->\n"})

    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, PAGES)))

    assert caplog.messages[-1] == (
        'falt.md: no kind of record is called "metting"; did you mean "meeting"?'
    )


def test_records_that_cannot_be_read_end_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": ""})

    with pytest.raises(Abort):
        build_site(project, Build(_cannot_read, titles))

    assert caplog.messages[-1] == (
        "a file that the site is made of cannot be read: records/meetings/a.yml"
    )


def test_a_worker_that_dies_ends_the_build_with_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise WorkerError("a worker was killed")

    advice = "or let it work alone: set `extra: samrum: workers: 1` in mkdocs.yml"
    project = make_project(tmp_path, {"index.md": ""})
    with pytest.raises(Abort):
        build_site(project, Build(die, titles))  # type: ignore[arg-type]  # it reads nothing
    assert caplog.messages[-1] == f"a worker was killed, {advice}"

    monkeypatch.setattr(publishing, "print_pages", die)
    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, PAGES)))
    assert caplog.messages[-1] == f"a worker was killed, {advice}"
    assert not (tmp_path / "site").exists()


def test_a_folder_in_which_no_build_can_work_is_told_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    (tmp_path / ".cache").write_text("a file")

    with pytest.raises(Abort):
        build_site(project, make_build(make_contents(project, PAGES)))

    assert caplog.messages[-1].startswith(".cache/samrum, where a build works, cannot be written:")


def test_an_environment_that_tells_no_time_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    plugin = make_build(make_contents(project, PAGES))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    with pytest.raises(ConfigurationError, match='SOURCE_DATE_EPOCH is "yesterday"'):
        build_site(project, plugin)


class Signature:
    """Another hook, which changes every page that MkDocs has made."""

    def on_post_page(self, output: str, **_: object) -> str:
        return f"{output}<!-- signed -->"


def test_what_another_hook_does_to_pages_is_done_to_pages_of_records_too(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"index.md": ""})
    config = configure(project, make_build(make_contents(project, PAGES)))
    config.plugins["signature"] = Signature()  # type: ignore[assignment]  # any object has events

    build(config)

    for name in ("index.html", "beslut/buss/index.html"):
        assert (tmp_path / "site" / name).read_text().endswith("<!-- signed -->")


def test_long_work_is_shown_to_somebody_who_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    many = tuple(page(f"beslut/b{number}/") for number in range(1000))

    build_pages(tmp_path, (*PAGES, *many))

    assert "Pages" in capsys.readouterr().err


OWN_SCRIPT = {
    "theme/scripts/early.js": "choose();\n",
    "theme/main.html": '<head>{% if content_security_policy %}<meta content="{{ '
    'content_security_policy }}">{% endif %}<script>{% include "scripts/early.js" %}</script>\n'
    "{{ page.content }}",
}
"""A theme that has an inline script, and lets its pages carry the policy."""


def build_with_script(folder: Path, text: str = "", **more: Any) -> dict[str, str]:
    project = make_project(folder, {"index.md": text}, **more)
    for name, content in OWN_SCRIPT.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content)
    site = build_site(project, make_build(make_contents(project, PAGES)))
    return {name: content.decode("utf-8", "replace") for name, content in tree(site).items()}


def test_pages_and_headers_have_one_policy_that_lets_the_themes_script_run(tmp_path: Path) -> None:
    site = build_with_script(tmp_path)

    carried = {
        re.findall('<meta content="([^"]*)">', site[f"{address}index.html"])[0]
        for address in ("", "beslut/", "beslut/buss/")
    }
    assert len(carried) == 1
    assert f"Content-Security-Policy: {carried.pop()}; frame-ancestors" in site["_headers"]


def test_pages_carry_no_policy_where_the_host_sends_it(tmp_path: Path) -> None:
    site = build_with_script(tmp_path, extra={"samrum": {"csp_meta": False}})

    assert "<meta content" not in site["index.html"] + site["beslut/buss/index.html"]
    assert "Content-Security-Policy" in site["_headers"]


def test_a_script_inside_a_page_ends_the_build_with_its_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build_with_script(tmp_path, "<script>count()</script>")

    assert caplog.messages[-1].startswith("index.html: the security policy refuses a script")
