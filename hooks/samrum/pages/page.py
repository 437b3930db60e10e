"""A page as a value: where it stands, what its head says, and what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from samrum.addresses import Section


class Heading(Struct, frozen=True):
    """An entry of a page's table of contents."""

    anchor: str
    text: str


class Content(Struct, frozen=True):
    """What a page says: in the results of a search engine, and to its template."""

    description: str
    context: Mapping[str, object]


class Outline(Struct, frozen=True):
    """What is known of a framed page before it is made: an archive has more than memory likes.

    `address` is relative to the site and ends in a slash: "beslut/svo-2021-10-15-34/". `source` is
    the record's file relative to the project, which the edit link leads to.
    """

    address: str
    section: Section
    title: str
    template: str
    content: Callable[[], Content]
    toc: tuple[Heading, ...] = ()
    source: str | None = None
    head: str = ""
    """Markup for the head of the page, already safe: alternates, structured data."""
    is_listed: bool = True
    """Whether the search, the sitemap and search engines may know of the page."""

    @property
    def is_index(self) -> bool:
        """Whether the page is its section's first page, which stands in the navigation."""
        return self.address == f"{self.section.value}/"

    def page(self) -> Page:
        """The page, made now."""
        content = self.content()
        return Page(
            address=self.address,
            section=self.section,
            title=self.title,
            # Markdown may be there and say nothing; a page always says what it is.
            description=content.description or self.title,
            template=self.template,
            context=content.context,
            toc=self.toc,
            source=self.source,
            head=self.head,
        )


class Page(Struct, frozen=True):
    """A framed page with all that it says."""

    address: str
    section: Section
    title: str
    description: str
    template: str
    context: Mapping[str, object]
    toc: tuple[Heading, ...] = ()
    source: str | None = None
    head: str = field(default="")

    @property
    def root(self) -> str:
        """The way from the page to the top of the site: "../../" for "beslut/x/"."""
        return "../" * self.address.count("/")
