"""A page -> its body: the record templates, filled by a Jinja environment of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup
from msgspec import Struct

from samrum import text
from samrum.pages.compiled import Compiled
from samrum.pages.edition import machine_date, when
from samrum.pages.page import Page
from samrum.pages.template_code import TemplateCode
from samrum.pages.tones import tone

FILTERS: dict[str, Callable[..., object]] = {
    "count": text.count,
    "fraction": text.fraction,
    "long_date": text.long_date,
    "machine_date": machine_date,
    "money": text.kronor,
    "nobreak": text.nobreak,
    "tone": tone,
    "when": when,
}
"""What a template may call behind a bar: `{{ step.date | when }}`."""

_BROKEN = (TemplateError, UnicodeDecodeError)
"""What a template is when it cannot be compiled: none of Jinja's, or none in UTF-8."""

ToHtml = Callable[[str, str], Markup]
"""A record's Markdown, and the way to the top of the site, as HTML."""


class Here(Struct, frozen=True):
    """The page that a template writes: the end from which its links are seen."""

    root: str
    to_html: ToHtml

    def href(self, address: str) -> str:
        """The way from this page to an address below the site."""
        return self.root + address or "./"

    def markdown(self, source: str) -> Markup:
        """A record's Markdown as HTML."""
        return self.to_html(source, self.root)


class RenderError(Exception):
    """A template cannot be filled."""


class Renderer:
    """The record templates of a theme, each compiled when it is first used."""

    def __init__(self, templates: Path, to_html: ToHtml) -> None:
        self._to_html = to_html
        self._compiled = Compiled()
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            bytecode_cache=self._compiled,
            auto_reload=False,  # a renderer lives for one build
            cache_size=-1,  # and keeps every template
            autoescape=True,  # whatever a template is called, a record's text is text
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.code_generator_class = TemplateCode
        self._environment.filters.update(FILTERS)
        # Jinja's own are never used, and are looked through again for every import of a macro.
        self._environment.globals.clear()

    def prepare(self) -> None:
        """Compile every template now, so that processes copied from this one need not."""
        for name in self._environment.list_templates(extensions=("html",)):
            with suppress(*_BROKEN):  # a page that needs the template tells what is wrong
                self._environment.get_template(name)

    def compiled(self) -> Mapping[str, bytes]:
        """Every template as it is when compiled, for `know` in another process."""
        self.prepare()
        return self._compiled.known

    def know(self, compiled: Mapping[str, bytes]) -> None:
        """Take over templates that another process has compiled."""
        self._compiled.known.update(compiled)

    def body(self, page: Page) -> bytes:
        """The HTML of a page inside its frame, in UTF-8; raises RenderError."""
        pieces = self._pieces(page.template, {**page.context, "page": page}, page.address)
        # One by one: as one text, a list of 100,000 rows would be twice as large as its bytes; and
        # most pieces are encoded faster than one text is that has any sign beyond Latin-1.
        body = BytesIO()
        body.writelines(map(str.encode, pieces))
        return body.getvalue()

    def render(self, template: str, context: Mapping[str, object], address: str) -> str:
        """A template filled for the page at an address.

        Raises RenderError when it is missing, broken, or wants what it is not given.
        """
        return "".join(self._pieces(template, context, address))

    def _pieces(self, template: str, context: Mapping[str, object], address: str) -> Iterator[str]:
        here = Here("../" * address.count("/"), self._to_html)
        try:
            found = self._environment.get_template(template)
            # Jinja's own way there makes errors point to the template; ours are told by its name.
            yield from found.root_render_func(found.new_context({**context, "here": here}))
        except (*_BROKEN, AttributeError) as error:
            raise RenderError(f"{template}, for the page /{address}: {error}") from error
