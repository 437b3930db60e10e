"""A publication -> answers to requests: in serve, pages of records are never files."""

from __future__ import annotations

import logging
import mimetypes
from collections.abc import Callable, Iterable, Iterator
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

from samrum.pages.render import RenderError
from samrum.search.pagefind import Document, PagefindError
from samrum.site.place import Place
from samrum.site.publication import Publication

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.samrum")

Index = Callable[[Iterable[Document], Callable[[int], None]], dict[str, bytes]]
"""Documents -> the files of the search index, by name; what is given beside them is told how many
are indexed, and raises something to have no more of it."""

SEARCH = "pagefind/"
"""Where the search index stands below the site."""


class _OvertakenError(Exception):
    """There is a newer publication to index."""


class Preview:
    """What serve shows: the latest publication that could be made, and its index when ready."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._publication: Publication | None = None
        self._indexed: Publication | None = None
        self._search: dict[str, bytes] = {}

    def show(self, publication: Publication) -> Thread:
        """Show a publication from now on, and index it in the background: that takes a while."""
        self._publication = self._indexed = publication
        thread = Thread(target=self._make_index, args=(publication,), daemon=True)
        thread.start()
        return thread

    def expect_another(self) -> None:
        """Index no further what is about to be replaced: a rebuild needs all the time there is."""
        self._indexed = None

    def before(self, server: LiveReloadServer) -> WSGIApplication:
        """An application that answers for pages of records, and asks the server for all else.

        A rebuild does not make these requests wait: they get the page as it was, with the server's
        script in it, which loads the page anew when the rebuild is done.
        """

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            # https://peps.python.org/pep-3333/#unicode-issues
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            address = path.removeprefix(server.mount_path)
            publication = self._publication  # once: a rebuild may change it meanwhile
            if publication is None or address == path:
                return server.serve_request(environ, start)
            if address in self._search:
                return _send(start, "200 OK", _type(address), self._search[address])
            if address in publication.files:
                return _send(
                    start, "200 OK", _type(address), publication.files[address].read_bytes()
                )
            if f"{address}/" in publication.pages:
                start("302 Found", [("Location", quote(f"{path}/"))])
                return []
            if address not in publication.pages:
                return server.serve_request(environ, start)
            status, html = _page(publication, address)
            # MkDocs has no public way to its script; its version is pinned.
            content = server._inject_js_into_html(  # type: ignore[no-untyped-call]
                html, server._visible_epoch
            )
            return _send(start, status, "text/html; charset=utf-8", content)

        return answer

    def _make_index(self, publication: Publication) -> None:
        def give_up_when_overtaken(_: int) -> None:
            if self._indexed is not publication:
                raise _OvertakenError

        def while_latest() -> Iterator[Document]:
            for count, document in enumerate(publication.documents()):
                give_up_when_overtaken(count)
                yield document

        try:
            files = self._index(while_latest(), give_up_when_overtaken)
        except _OvertakenError:
            return
        except (PagefindError, RenderError) as error:
            log.error("the search index could not be made: %s", error)
            return
        if self._indexed is publication:
            self._search = {SEARCH + name: content for name, content in files.items()}


def _page(publication: Publication, address: str) -> tuple[str, bytes]:
    try:
        outline = publication.pages[address]
        return "200 OK", publication.html(outline, Place.of(outline))
    except RenderError as error:
        log.error("%s", error)
        html = f"<!doctype html><title>Fel</title><p>{escape(error)}"
        return "500 Internal Server Error", html.encode()


def _type(name: str) -> str:
    # What a system calls JavaScript differs; a module is refused under any other name.
    if name.endswith(".js"):
        return "text/javascript"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _send(start: StartResponse, status: str, type: str, content: bytes) -> Iterable[bytes]:
    start(status, [("Content-Type", type), ("Content-Length", str(len(content)))])
    return [content]
