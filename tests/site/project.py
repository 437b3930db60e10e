"""A small MkDocs project in a folder, and its build: the ground that these tests stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from samrum import schema
from samrum.addresses import Section
from samrum.pages.page import Content, Outline
from samrum.pages.render import Renderer
from samrum.problems import Problem
from samrum.search.pagefind import Document
from samrum.site.build import Build
from samrum.site.contents import Contents

MAIN = """\
<!doctype html>
<html lang="sv">
<title>{{ page.title | striptags | e if page else "404" }} - {{ config.site_name | e }}</title>
{% if page %}
<meta name="description" content="{{ (page.meta.description or 'allmänt') | e }}">
{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url | e }}">{% endif %}
{% if page.meta.head %}<!-- of the page -->{{ page.meta.head }}{% endif %}
<nav>{% for item in nav %}<a href="{{ item.url | url }}"{% if item.active %} aria-current="{{
"page" if item == page else "true" }}"{% endif %}>{{ item.title }}</a>{% endfor %}</nav>
<main data-pagefind-body>{{ page.content }}</main>
{% if page.toc and page.toc.items %}<ul>
{% for entry in page.toc.items %}<li><a href="{{ entry.url }}">{{ entry.title }}</a></li>
{% endfor %}</ul>{% endif %}
{% if page.edit_url %}<a href="{{ page.edit_url | e }}">Ändra</a>{% endif %}
{% endif %}
</html>
"""
"""A theme's document of the kind that ours is."""

TEMPLATES = {
    "record.html": "<h1>{{ page.title }}</h1><p>{{ text | default('') }}</p>",
    "start.html": "{{ intro }}<p>Här finns {{ count }} sidor.</p>",
}


def make_project(
    folder: Path, docs: dict[str, str], *, main: str | None = MAIN, **more: Any
) -> Path:
    """Write a project with more settings; the path of its mkdocs.yml. No `main`: the theme's."""
    settings: dict[str, Any] = {
        "site_name": "Arkivet & Co",
        "site_url": "https://arkivet.example/samrum/",
        "repo_url": "https://git.example/arkivet",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": None, "static_templates": ["404.html", "sitemap.xml"]},
        "plugins": [],
        **more,
    }
    settings["theme"] = {"custom_dir": "theme", **settings["theme"]}
    own = {
        "theme/main.html": main,
        "theme/404.html": "{{ nav }}",
        "theme/assets/stylesheets/main.0.min.css": "",
    }
    files = {
        "mkdocs.yml": yaml.safe_dump(settings),
        "records/.keep": "",
        **({} if main is None else own),
        **{f"theme/records/{name}": text for name, text in TEMPLATES.items()},
        **{f"docs/{name}": text for name, text in docs.items()},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


def page(
    address: str,
    title: str = "Titel",
    description: str = "Om sidan",
    context: Mapping[str, object] = MappingProxyType({}),
    **more: Any,
) -> Outline:
    """A page whose section is the first step of its address."""
    return Outline(
        address=address,
        section=Section(address.partition("/")[0]),
        title=title,
        template=more.pop("template", "record.html"),
        content=lambda: Content(description, context),
        **more,
    )


def make_contents(
    project: Path, pages: Iterable[Outline], problems: tuple[Problem, ...] = ()
) -> Contents:
    """Contents with these pages, whose ids are the last steps of their addresses."""
    pages = tuple(pages)
    return Contents(
        pages=pages,
        addresses={page.address.split("/")[-2]: page.address for page in pages},
        problems=problems,
        start={"count": len(pages)},
        renderer=Renderer(project.parent / "theme/records", lambda text, _: escape(text)),
        documents=lambda: (
            Document(f"/{page.address}", f"<title>{page.title}</title>") for page in pages
        ),
        lexicon={},
        schemas=schema.files(),
    )


def make_build(contents: Contents) -> Build:
    """A build whose records are read, and whose search index is a list of titles."""
    return Build(lambda _: contents, titles)


def titles(documents: Iterable[Document], *_: object) -> dict[str, bytes]:
    """A search index that a test can read: a line of address and title for every document."""
    found = (f"{one.url} {_title(one.html)}\n" for one in documents)
    return {"index/titles.txt": "".join(found).encode()}


def build_site(project: Path, plugin: object, site: str = "site") -> Path:
    """Build a project with a plugin in it, as `mkdocs build --strict` does; the site's folder."""
    config = configure(project, plugin, site)
    build(config)
    return Path(config.site_dir)


def configure(project: Path, plugin: object, site: str = "site") -> MkDocsConfig:
    """A project's configuration with a plugin in it."""
    config = load_config(str(project), site_dir=str(project.parent / site), strict=True)
    config.plugins["samrum"] = plugin  # type: ignore[assignment]  # MkDocs takes modules as well
    return config


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _title(html: str) -> str:
    found = re.search("<title>(.*?)</title>", html)
    return found[1] if found else ""
