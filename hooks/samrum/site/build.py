"""MkDocs' events -> a site with the records in it: what happens when, each step done elsewhere."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from samrum import clock
from samrum.guard import ALLOWED, read_guard, redacted
from samrum.handbook import HandbookError, filled
from samrum.pages.render import RenderError
from samrum.problems import Problem
from samrum.progress import progress
from samrum.readings import KEPT
from samrum.search.lexicon import Lexicon
from samrum.search.pagefind import Document, PagefindError
from samrum.site import sitemap
from samrum.site.contents import Contents
from samrum.site.docs import docs_problems, private_data
from samrum.site.frame import Frame, FrameError, Slot
from samrum.site.links import RecordLinks
from samrum.site.policy import Policy, PolicyError
from samrum.site.preview import SEARCH, Preview
from samrum.site.prototypes import Prototypes, head_slots, toc_slots
from samrum.site.publication import Publication
from samrum.site.publishing import publish
from samrum.site.settings import Settings, project, settings
from samrum.site.sitemap import SitemapError
from samrum.site.tables import FramedTables
from samrum.site.theme import ThemeError, choose_files, pass_hidden_by
from samrum.site.theme_code import ThemeCode
from samrum.site.workplace import Workplace, has_warned, says_where
from samrum.version import version_of
from samrum.workers import WorkerError

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.samrum")

_ALONE = "or let it work alone: set `extra: samrum: workers: 1` in mkdocs.yml"

_LONG_INDEX = 300
"""So many pages take about a second to index."""

SCHEMAS = "schema"
"""Where the site keeps the schemas of the records."""

Progress = Callable[[int], None]
"""Is told how many documents have been indexed, and may raise something to have no more of it."""

Index = Callable[[Iterable[Document], Lexicon, Path, Progress | None], dict[str, bytes]]
"""What can be found, what it can be called, and a folder to keep things in -> files by name."""


class Build:
    """One build after another: in serve the same object lives on, and every build begins anew."""

    settings: Settings
    contents: Contents
    links: RecordLinks
    policy: Policy | None
    theme_code: ThemeCode
    written: dict[str, str]

    def __init__(self, read: Callable[[Settings], Contents], index: Index) -> None:
        self._read = read
        self._index = index
        self._preview = Preview(self._search_files)
        self._serving = False
        self._workplace: Workplace | None = None
        self.prototypes = Prototypes(())
        # MkDocs tells of every page that writes nothing, and prototypes are meant not to.
        logging.getLogger("mkdocs.commands.build").addFilter(self._is_news)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether there are requests to answer, or a site to write."""
        self._serving = command == "serve"
        # Records live as long as the build: to look for garbage among them took a fifth of it. In
        # serve there is some, after each edit.
        gc.set_threshold(100_000 if self._serving else 1_000_000)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings and the clock; a build dates itself by the environment from here on."""
        try:
            moment = clock.moment(os.environ, project(config))
        except ValueError as error:
            raise ConfigurationError(str(error)) from error
        os.environ[clock.VARIABLE] = str(moment)
        self.settings = settings(config, clock.day(moment), serving=self._serving)
        config.watch += [str(self.settings.records), str(self.settings.theme)]
        pass_hidden_by(config.theme)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the records; here, because MkDocs empties the site's folder next."""
        self._preview.expect_another()
        try:
            self.contents = self._read(self.settings)
        except OSError as error:
            raise PluginError(f"a file that the site is made of cannot be read: {error}") from error
        except WorkerError as error:
            raise PluginError(f"{error}, {_ALONE}") from error
        problems = self._problems(config)
        for problem in problems:
            # A warning of MkDocs would end a strict build.
            log.log(logging.INFO if problem.is_warning else logging.ERROR, "%s", problem)
        errors = sum(not problem.is_warning for problem in problems)
        if errors and not self._serving:
            count = "1 problem" if errors == 1 else f"{errors} problems"
            raise PluginError(f"{count}: nothing is published")
        if not self._serving:
            try:
                self._workplace = Workplace.opened(config, self.settings.kept)
            except OSError as error:
                message = f"{KEPT}, where a build works, cannot be written: {error}"
                raise PluginError(message) from error
        self.links = RecordLinks(self.contents.addresses)
        config.markdown_extensions += [self.links, FramedTables()]  # type: ignore[list-item]  # Python-Markdown takes both
        self.written = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a prototype for every place where a page of records stands."""
        self.prototypes = Prototypes(self.contents.pages)
        self.prototypes.add_to(files, config)
        try:
            choose_files(files, self.settings.theme, config)
        except ThemeError as error:
            raise PluginError(str(error)) from error
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the prototypes in their places."""
        self.prototypes.place_in_navigation(files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Give a prototype the slots of its head, and other pages what is made for the handbook."""
        place = self.prototypes.place_of(page.file)
        if place:
            page.meta = head_slots(place)
        self.links.root = "../" * page.url.count("/")
        try:
            return filled(markdown)
        except HandbookError as error:
            raise PluginError(f"{page.file.src_uri}: {error}") from error

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Give a prototype its slots in the page, and the start page what the records say."""
        place = self.prototypes.place_of(page.file)
        if place:
            page.toc = toc_slots(place)
            return Slot.CONTENT.value
        if page.is_homepage:
            return self._start(html)
        return html

    @event_priority(-100)  # after all that changes how templates are compiled
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let pages carry their security policy; in serve it would refuse MkDocs' own script."""
        self.theme_code = ThemeCode(self.settings.kept, version_of([], *env.extensions))
        self.theme_code.give(env)
        self.policy = Policy.of(env)
        if self.policy and self.settings.csp_meta and not self._serving:
            env.globals["content_security_policy"] = self.policy.in_page
        return env

    @event_priority(-100)  # after all that changes a page's HTML
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Make a prototype's HTML a frame, and let MkDocs write nothing; remember other pages."""
        place = self.prototypes.place_of(page.file)
        if place is None:
            self.written[page.url] = output
            return output
        try:
            self.prototypes.frames[place] = Frame.cut(output)
        except FrameError as error:
            raise PluginError(f"main.html: {error}") from error
        return ""

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave the prototypes out of the sitemap."""
        if template_name == "sitemap.xml":
            context["pages"] = [
                one for one in context["pages"] if not self.prototypes.place_of(one)
            ]
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put the pages of records in the sitemap."""
        if template_name != "sitemap.xml":
            return output
        pages, site_url = self.contents.pages, self.settings.site_url
        try:
            return sitemap.with_pages(output, pages, site_url, get_build_date())
        except SitemapError as error:
            raise PluginError(str(error)) from error

    @event_priority(-100)  # after all that writes files into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish, or in serve show, what has come out."""
        self.theme_code.keep()
        publication = Publication(
            pages={page.address: page for page in self.contents.pages},
            frames=self.prototypes.frames,
            renderer=self.contents.renderer,
            written=self.written,
            records=self.contents.documents,
            files=self.contents.files,
            lookups=self.contents.lookups,
        )
        if self._workplace is None:
            self._preview.show(publication)
            return
        if not (config.strict and has_warned()):
            try:
                self._publish(publication, self._workplace)
            except (RenderError, PagefindError, PolicyError) as error:
                raise PluginError(str(error)) from error
            except WorkerError as error:
                raise PluginError(f"{error}, {_ALONE}") from error
        self._leave()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Leave the site as it was."""
        self._leave()

    def on_shutdown(self) -> None:
        """Leave the site as it was when a build is stopped, and let the process end at once."""
        self._leave()
        # To take the records of 10,000 pages apart takes two seconds, just before the process ends.
        gc.freeze()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Answer for the pages of records before MkDocs looks for files, and be told of edits."""
        from samrum.site.watching import watch_natively  # of no use to a build

        server.set_app(self._preview.before(server))
        watch_natively(server)
        return server

    def _problems(self, config: MkDocsConfig) -> list[Problem]:
        guard, _ = read_guard(self.settings.records / ALLOWED, self.settings.project)
        found = {
            *self.contents.problems,
            *docs_problems(config, self.contents),
            *private_data(config, guard),
        }
        return sorted({redacted(problem) for problem in found})

    def _start(self, intro: str) -> str:
        context = {**self.contents.start, "intro": Markup(intro)}  # noqa: S704 - the theme shows it as it is, too
        try:
            return self.contents.renderer.render("start.html", context, address="")
        except RenderError as error:
            raise PluginError(str(error)) from error

    def _publish(self, publication: Publication, workplace: Workplace) -> None:
        def others() -> dict[str, bytes]:
            if self.settings.search:
                log.info("Making the search index")
            with progress("Search", len(publication.pages), _LONG_INDEX) as bar:
                found = self._search_files(
                    publication.documents(), lambda done: bar.update(done - bar.pos)
                )
            return {
                **{f"{SCHEMAS}/{name}": content for name, content in self.contents.schemas.items()},
                **{SEARCH + name: content for name, content in found.items()},
                **(self.policy.files() if self.policy else {}),
            }

        publish(
            publication,
            self.contents.fingerprints,
            workplace.folders,
            version_of([self.settings.theme / "records"], self.settings.about_pages),
            self.policy,
            others,
            self.settings.workers,
        )

    def _search_files(
        self, documents: Iterable[Document], on_progress: Progress | None = None
    ) -> dict[str, bytes]:
        if not self.settings.search:
            return {}
        folder = self.settings.kept / "search"
        return self._index(documents, self.contents.lexicon, folder, on_progress)

    def _leave(self) -> None:
        if self._workplace:
            self._workplace.close()
            self._workplace = None

    def _is_news(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if self._workplace and says_where(message):
            return False
        return not self.prototypes.is_skipped(message)
