"""A folder -> the same folder at an address of this machine, as a web host serves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; the address ends in a slash. Files may come into it later."""
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def headers(folder: Path) -> list[tuple[str, str]]:
    """The headers of every address of a site; none where the folder does not say."""
    file = folder / "_headers"
    if not file.is_file():
        return []
    for_all = file.read_text(encoding="utf-8").removeprefix("/*\n").split("\n/")[0]
    parts = (line.strip().partition(": ") for line in for_all.splitlines())
    return [(name, value) for name, _, value in parts]


class _Handler(SimpleHTTPRequestHandler):
    """Silent, with the headers that `_headers` asks for, and the site's page for what is not there.

    Netlify and Cloudflare read that file so; nginx and Caddy get the same headers otherwise.
    """

    # What a system calls JavaScript differs; a module is refused under any other name.
    extensions_map = {  # noqa: RUF012 - the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def end_headers(self) -> None:
        for name, value in headers(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
