"""The proof that frames are no cheat: MkDocs' ordinary way of making pages gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from samrum.pages.page import Heading, Outline
from samrum.site.contents import Contents
from tests.site.project import MAIN, build_site, make_build, make_contents, make_project, page, tree

HOSTILE = "</title><b onclick='x'>Åtgärder & \"köp\"</b>"

PAGES = (
    page("protokoll/", "Protokoll"),
    page(
        "protokoll/ua-2021-10-15/",
        HOSTILE,
        toc=(Heading("p1", "§ 1 Öppnande"), Heading("p2", f"§ 2 {HOSTILE}"), Heading("p3", "§ 3")),
        source="records/meetings/2021/ua-2021-10-15.yml",
    ),
    page("protokoll/ua-2022-02-02/", toc=(Heading("p1", "§ 1"),), source="records/å & ä.yml"),
    page("protokoll/ua-2022-03-03/", description=HOSTILE),
    page("protokoll/ua-2022-04-04/", head='<link rel="alternate" href="../../a.json">'),
    page("protokoll/2022/april/", "April"),
    page("beslut/", "Beslut", toc=(Heading("2021", "2021"), Heading("2022", "2022"))),
    page("beslut/ua-2021-10-15-1/", "Beslut om buss", description="", head="<!-- a --> $1 \\1"),
    page("arenden/", HOSTILE, source="records/matters/x.yml"),
    page("arenden/buss/", "Buss"),
    page("organ/exempelby/", "Exempelby, vars avdelning saknar första sida"),
)

DOCS = {"index.md": "# Välkommen", "om.md": "# Om\n\n## Vad\n\n## Hur"}
MATERIAL: dict[str, Any] = {
    "name": "material",
    "language": "sv",
    "font": False,
    "features": ["navigation.tabs", "navigation.path", "content.action.edit", "navigation.footer"],
}
FLAT = [
    {"Start": "index.md"},
    {"Protokoll": "protokoll/index.md"},
    {"Alla beslut": "beslut/index.md"},
    "arenden/index.md",
    {"Om": "om.md"},
]
NESTED = [
    {"Start": "index.md"},
    {"Möten": [{"Protokoll": "protokoll/index.md"}, {"Beslut": ["beslut/index.md"]}]},
    {"Arbete": [{"Ärenden": "arenden/index.md"}, {"Om": "om.md"}]},
]
THEMES: dict[str, dict[str, Any]] = {
    "a theme of our kind": {"main": MAIN},
    "Material as it is": {"main": None, "theme": MATERIAL},
    "Material with the contents in the navigation": {
        "main": None,
        "theme": {**MATERIAL, "features": ["toc.integrate", "navigation.sections"]},
    },
}


class OrdinaryPages:
    """Pages as MkDocs makes them: a Markdown file each, filled in by an event."""

    def __init__(self, contents: Contents, *, theme_escapes: bool) -> None:
        self._contents = contents
        self._theme_escapes = theme_escapes
        self._pages: dict[str, Outline] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for made in self._contents.pages:
            uri = f"{made.address}index.md" if made.is_index else f"{made.address[:-1]}.md"
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = f"../{self._text(made.source)}" if made.source else None
            files.append(file)
            self._pages[uri] = made
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> Navigation:
        """A record's page stands below the index of its section."""
        for uri, made in self._pages.items():
            index = files.get_file_from_path(f"{made.section.value}/index.md")
            file = files.get_file_from_path(uri)
            if index and file and file.page and index is not file:
                file.page.parent = index.page  # type: ignore[assignment]
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        if made := self._pages.get(page.file.src_uri):
            page.meta = {
                "title": str(escape(made.title)),
                "description": self._text(made.page().description),
                "head": made.head,
            }
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        if made := self._pages.get(page.file.src_uri):
            entries = [AnchorLink(str(escape(one.text)), one.anchor, 2) for one in made.toc]
            page.toc = TableOfContents(entries)
            return self._contents.renderer.body(made.page()).decode()
        if page.is_homepage:
            context = {**self._contents.start, "intro": Markup(html)}  # noqa: S704 - MkDocs made it
            return self._contents.renderer.render("start.html", context, "")
        return html

    def _text(self, text: str) -> str:
        """A text as the theme wants it: titles are HTML to MkDocs, of other texts nobody says."""
        return text if self._theme_escapes else str(escape(text))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("nav", [FLAT, NESTED], ids=["flat", "nested"])
def test_framed_pages_are_what_mkdocs_would_have_made(
    theme: str, nav: list[Any], tmp_path: Path
) -> None:
    project = make_project(tmp_path, DOCS, nav=nav, **THEMES[theme])
    contents = make_contents(project, PAGES)
    ordinary = OrdinaryPages(contents, theme_escapes=THEMES[theme]["main"] is MAIN)

    framed = pages_of(build_site(project, make_build(contents), "framed"))
    expected = pages_of(build_site(project, ordinary, "ordinary"))

    assert {f"{page.address}index.html" for page in PAGES} < framed.keys()
    assert framed == expected


def pages_of(site: Path) -> dict[str, str]:
    return {name: text.decode() for name, text in tree(site).items() if name.endswith(".html")}
