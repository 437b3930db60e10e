"""The one file that MkDocs loads: binds its events to the build."""

from __future__ import annotations

from samrum.search.bundle import bundle
from samrum.site.build import Build
from samrum.site.reading import Reader

build = Build(Reader(), bundle)

on_startup = build.on_startup
on_config = build.on_config
on_pre_build = build.on_pre_build
on_files = build.on_files
on_nav = build.on_nav
on_page_markdown = build.on_page_markdown
on_page_content = build.on_page_content
on_env = build.on_env
on_post_page = build.on_post_page
on_template_context = build.on_template_context
on_post_template = build.on_post_template
on_post_build = build.on_post_build
on_build_error = build.on_build_error
on_serve = build.on_serve
on_shutdown = build.on_shutdown
