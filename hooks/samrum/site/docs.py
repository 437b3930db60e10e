"""The hand-written pages -> the problems that they have with the records."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.utils import meta

from samrum.guard import Guard
from samrum.problems import Problem
from samrum.site.contents import Contents
from samrum.site.links import RecordLinks, broken_links
from samrum.site.settings import project


def docs_problems(config: MkDocsConfig, contents: Contents) -> Iterator[Problem]:
    """Links to records that are not there, and pages in the place of a record's page."""
    taken = {f"{page.address}index.html" for page in contents.pages}
    folder = PurePath(os.path.relpath(config.docs_dir, project(config))).as_posix()
    for file in get_files(config):
        path = f"{folder}/{file.src_uri}"
        if file.inclusion.is_excluded():  # type: ignore[no-untyped-call]  # MkDocs gives no types here
            continue
        if file.dest_uri in taken:
            message = f'"/{file.url}" is the address of a page of records; rename the file'
            yield Problem(path, 1, "address-taken", message)
        if file.is_documentation_page():
            yield from _broken_links(path, file, config, contents)


def private_data(config: MkDocsConfig, guard: Guard) -> Iterator[Problem]:
    """Private data in the pages and in the names of files, and allowances there of nothing."""
    folder = PurePath(os.path.relpath(config.docs_dir, project(config))).as_posix()
    for file in get_files(config):
        if not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]  # MkDocs gives no types here
            raw = file.content_bytes if file.is_documentation_page() else b""
            text = raw.decode(errors="replace")
            yield from guard.problems(f"{folder}/{file.src_uri}", text)
    yield from guard.unused(project(config))


def _broken_links(
    path: str, file: File, config: MkDocsConfig, contents: Contents
) -> Iterator[Problem]:
    try:
        text = file.content_string
    except UnicodeDecodeError:
        yield Problem(path, 1, "not-utf8", "the file is not UTF-8 text; save it as UTF-8")
        return
    links = RecordLinks(contents.addresses)
    extensions: list[str | Extension] = [*config.markdown_extensions, links]
    converter = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
    converter.convert(meta.get_data(text)[0])
    unread = {Path(problem.path).stem for problem in contents.problems}
    unknown = [id for id in links.unknown if not _is_inside(id, unread)]
    yield from broken_links(path, text, unknown, contents.addresses)


def _is_inside(id: str, unread: Iterable[str]) -> bool:
    """Whether the id is of a file that has problems of its own, or of a decision in one."""
    return any(id == name or id.startswith(f"{name}-") for name in unread)
