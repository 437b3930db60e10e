"""A built site behind a slow line -> what a search loads, when, and how long a reader waits.

`python -m tests.search.wire` builds the site of this repository's records, serves it compressed as
a host does, and searches in it as somebody does on a slow phone: Chromium's "slow 4G" with a CPU
four times as slow. The line is slow in the server, because Chromium's own brake spares workers.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import cast
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.provision import launch_arguments, system_chromium
from tests.publishing import publish

LATENCY, RATE = 0.5625, 180_000
"""Seconds before the first byte of an answer, and bytes a second of all answers together: what
Chromium's developer tools mean by slow 4G."""
THROTTLE = 4
BROAD = ("beslut", "vård", "kommun", "samverkan")
"""Queries that most pages answer."""

_COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_PIECE = 8192


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent: its path, its bytes without headers, when it was asked for and all there."""

    path: str
    size: int
    asked: float
    done: float

    @property
    def is_search(self) -> bool:
        """Whether it is of the search, and not of the page around it."""
        return self.path.startswith(("pagefind/", "scripts/search"))


@dataclass(slots=True)
class Line:
    """A line to a reader, slow or not, and everything that has gone over it."""

    is_slow: bool
    answers: list[Answer] = field(default_factory=list)
    _free: float = 0
    _lock: Lock = field(default_factory=Lock)

    def wait(self) -> None:
        """The time that a question takes to get here, and its answer to get there."""
        if self.is_slow:
            time.sleep(LATENCY)

    def pieces(self, content: bytes) -> Iterator[bytes]:
        """The content, piece by piece as the line has room for it."""
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            if self.is_slow:
                with self._lock:
                    self._free = max(time.monotonic(), self._free) + len(piece) / RATE
                    until = self._free
                time.sleep(max(0.0, until - time.monotonic()))
            yield piece


def compressed(path: Path) -> tuple[bytes, str]:
    """A file as a host sends it, and the encoding it says; Pagefind compresses its files itself."""
    content = path.read_bytes()
    if path.suffix in _COMPRESSED:
        return gzip.compress(content, 9, mtime=0), "gzip"
    return content, "identity"


@contextmanager
def slowly_served(site: Path, line: Line) -> Iterator[str]:
    """Serve a site over a line; the address ends in a slash."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = time.monotonic()
            address = unquote(urlsplit(self.path).path).lstrip("/")
            path = site / address
            path = path / "index.html" if path.is_dir() else path
            line.wait()
            if not path.is_file():
                self.send_error(404)
                return
            content, encoding = compressed(path)
            self.send_response(200)
            self.send_header("Content-Type", _TYPES.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Encoding", encoding)
            self.send_header("Content-Length", str(len(content)))
            # What GitHub's and GitLab's pages say.
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            for piece in line.pieces(content):
                self.wfile.write(piece)
            line.answers.append(Answer(address, len(content), asked, time.monotonic()))

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class Reader:
    """Somebody who searches, with nothing in the browser's cache; the page takes the time."""

    def __init__(self, browser: Browser, url: str, line: Line) -> None:
        self._url = url
        self._page: Page = browser.new_context().new_page()
        self._page.set_default_timeout(60_000)
        self._page.add_init_script(_TIMED)
        line.answers.clear()
        if line.is_slow:
            session = self._page.context.new_cdp_session(self._page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})

    def by_address(self, query: str) -> float:
        """Seconds from a link to a search until its hits are shown."""
        self._page.goto(f"{self._url}sok/?q={query}", wait_until="commit")
        return self._seconds(f"timed.hits({json.dumps(query)})")

    def at_once(self, query: str) -> tuple[float, float]:
        """Seconds until the field has the focus, and from there, typing at once, to the hits."""
        self._page.goto(f"{self._url}sok/", wait_until="commit")
        focus = self._seconds(f"timed.focus({json.dumps(query)})")
        return focus, self._seconds(f"timed.hits({json.dumps(query)})") - focus

    def when_loaded(self, queries: Iterable[str]) -> Iterator[tuple[str, float]]:
        """Seconds from key to hits for one query after the other, once the page is at rest."""
        self._page.goto(f"{self._url}sok/", wait_until="networkidle")
        self._page.wait_for_timeout(2000)
        for query in queries:
            yield query, self._seconds(f"timed.key({json.dumps(query)})")

    def _seconds(self, promise: str) -> float:
        milliseconds: float = self._page.evaluate(promise)
        return milliseconds / 1000


_TIMED = """
window.timed = {
  type(query) {
    const field = document.querySelector("[data-field]");
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return performance.now();
  },
  hits: (query) => new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`${query}: no hits within a minute`)), 60_000);
    const isShown = () => document.querySelector("[data-hits]")?.dataset.shown === query;
    const painted = () => setTimeout(() => done(performance.now()));
    const look = () => requestAnimationFrame(isShown() ? painted : look);
    look();
  }),
  async key(query) {
    const begin = this.type(query);
    return (await this.hits(query)) - begin;
  },
  async focus(query) {
    await begun;
    return this.type(query);
  },
};
const begun = new Promise((done) => addEventListener("focusin", done, { once: true }));
"""


def waterfall(answers: Iterable[Answer]) -> Iterator[str]:
    """A line for every answer: when it was asked for, when it was there, its bytes."""
    ordered = sorted(answers, key=lambda one: one.asked)
    begin = ordered[0].asked if ordered else 0.0
    for one in ordered:
        yield f"{one.asked - begin:6.2f} -> {one.done - begin:5.2f} s {one.size:8}  {one.path}"


def sums(answers: Iterable[Answer]) -> str:
    """What the search loads, and what the page around it does, in kB."""
    found = list(answers)
    ours = [one.size for one in found if one.is_search]
    others = [one.size for one in found if not one.is_search]
    return (
        f"search {sum(ours) / 1000:.1f} kB in {len(ours)} requests, "
        f"page {sum(others) / 1000:.1f} kB in {len(others)}"
    )


def main() -> None:
    """Build the site unless one is given, search in it, and print bytes and seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--query", default="hjälpmedel")
    parser.add_argument("--fast", action="store_true", help="with neither line nor CPU slowed")
    parser.add_argument("--waterfall", action="store_true", help="show every request")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        site = options.site or publish(Path(temporary))
        line = Line(is_slow=not options.fast)
        with slowly_served(site, line) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                args=launch_arguments(), executable_path=system_chromium()
            )
            _measure(browser, url, line, options)
            browser.close()


def _measure(browser: Browser, url: str, line: Line, options: argparse.Namespace) -> None:
    query = cast("str", options.query)
    focus, hits = Reader(browser, url, line).at_once(query)
    print(f"typed at once: focus after {focus:.2f} s, hits {hits:.2f} s later")
    print(sums(line.answers))
    if options.waterfall:
        print(*waterfall(line.answers), sep="\n")
    print(f"by address: hits after {Reader(browser, url, line).by_address(query):.2f} s")
    print(sums(line.answers))
    for words, seconds in Reader(browser, url, line).when_loaded((query, *BROAD, *BROAD)):
        print(f"page loaded: {words}, {seconds:.2f} s from key to hits")
    print(sums(line.answers))


if __name__ == "__main__":
    main()
