"""Links from hand-written pages to records."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from samrum.problems import Problem
from samrum.site.contents import Contents
from samrum.site.docs import docs_problems
from samrum.site.links import RecordLinks
from tests.site.project import configure, make_contents, make_project, page

ADDRESSES = {
    "ua-2021-10-15": "protokoll/ua-2021-10-15/",
    "dialog": "kalender/#dialog",
}


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("[Mötet](record:ua-2021-10-15)", "../protokoll/ua-2021-10-15/"),
        ("[§ 34](record:ua-2021-10-15#p34)", "../protokoll/ua-2021-10-15/#p34"),
        ("[Dialogen](record:dialog)", "../kalender/#dialog"),
        ("[Mötet][m]\n\n[m]: record:ua-2021-10-15", "../protokoll/ua-2021-10-15/"),
        ("[Okänt](record:nej)", "record:nej"),
        ("[Annat](https://a.example/)", "https://a.example/"),
    ],
)
def test_a_link_to_a_record_becomes_relative_to_the_page(text: str, href: str) -> None:
    links = RecordLinks(ADDRESSES)
    links.root = "../"

    assert f'href="{href}"' in Markdown(extensions=[links]).convert(text)


def test_code_that_shows_how_to_link_is_no_link() -> None:
    links = RecordLinks(ADDRESSES)

    Markdown(extensions=[links]).convert("Skriv `[text](record:ID)`.\n\n    [text](record:ID)\n")

    assert not links.unknown


def test_every_line_with_a_broken_link_is_a_problem_with_advice(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Om\n---\n\n# Om\n\n[a](record:busz)\n\n!!! note\n\n    [b](record:busz#p1)\n"
    )
    project = make_project(
        tmp_path, {"om/oss.md": text}, markdown_extensions=["admonition"], nav=[]
    )
    contents = make_contents(project, [page("arenden/buss/")])

    assert problems(project, contents) == [
        'docs/om/oss.md:7: unknown-record: no record "busz"; did you mean "buss"?',
        'docs/om/oss.md:11: unknown-record: no record "busz"; did you mean "buss"?',
    ]


def test_a_link_is_told_from_a_longer_one(tmp_path: Path) -> None:
    text = "[a](record:buss-2)\n\n[b](record:buss)\n"
    project = make_project(tmp_path, {"om.md": text})

    assert problems(project, make_contents(project, [page("arenden/buss-2/")])) == [
        'docs/om.md:3: unknown-record: no record "buss"; did you mean "buss-2"?'
    ]


def test_a_broken_link_that_an_extension_put_there_is_told_at_the_first_line(
    tmp_path: Path,
) -> None:
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    docs = {"om.md": '# Om\n\n--8<-- "lines.txt"\n'}
    project = make_project(tmp_path, docs, markdown_extensions=[snippets])
    (tmp_path / "lines.txt").write_text("[a](record:tunnelbana)")

    assert problems(project, make_contents(project, [])) == [
        'docs/om.md:1: unknown-record: no record "tunnelbana"; add the record or correct the link'
    ]


def test_a_link_into_a_file_with_problems_is_not_one_more_problem(tmp_path: Path) -> None:
    text = "[a](record:ua-2021-10-15) [b](record:ua-2021-10-15-34)"
    project = make_project(tmp_path, {"om.md": text})
    problem = Problem("records/meetings/ua-2021-10-15.yml", 3, "bad-date", "no date")

    assert problems(project, make_contents(project, [], (problem,))) == []


def test_a_page_in_the_place_of_a_record_is_a_problem(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"organ/ua.md": "# UA", "beslut/index.html": "<p>"})
    contents = make_contents(project, [page("organ/ua/"), page("beslut/")])

    assert problems(project, contents) == [
        'docs/beslut/index.html:1: address-taken: "/beslut/" is the address of a page of records; '
        "rename the file",
        'docs/organ/ua.md:1: address-taken: "/organ/ua/" is the address of a page of records; '
        "rename the file",
    ]


def test_a_page_that_is_left_out_of_the_site_has_no_problems(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"utkast.md": "[a](record:nej)"}, exclude_docs="utkast.md")

    assert problems(project, make_contents(project, [])) == []


def test_a_page_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    project = make_project(tmp_path, {})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/om.md").write_bytes("Så".encode("latin-1"))

    assert problems(project, make_contents(project, [])) == [
        "docs/om.md:1: not-utf8: the file is not UTF-8 text; save it as UTF-8"
    ]


def problems(project: Path, contents: Contents) -> list[str]:
    return [str(one) for one in sorted(docs_problems(configure(project, object()), contents))]
