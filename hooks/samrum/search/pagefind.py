"""HTML documents -> the files of a Swedish search index, made by Pagefind's `--service`."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader, BufferedWriter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, cast

from msgspec import Struct

from samrum.search.profiles import PAGE, Profile

_WINDOW = 16
"""How many documents Pagefind may have unanswered: it reads one while we encode the next, and the
answers, a few hundred bytes each, cannot fill the pipe while nobody reads them."""

_UNUSED = frozenset(
    {
        "pagefind-component-ui.css",
        "pagefind-component-ui.js",
        "pagefind-highlight.js",
        "pagefind-modular-ui.css",
        "pagefind-modular-ui.js",
        "pagefind-ui.css",
        "pagefind-ui.js",
        # The search page has a worker of its own.
        "pagefind-worker.js",
        # For a page whose language has no program of its own; all of ours are Swedish.
        "wasm.unknown.pagefind",
    }
)
"""What no page of ours loads: interfaces, and what else a page has to name."""

ENTRY = "pagefind-entry.json"
"""The file that Pagefind's script reads first: which languages there are, and their files."""

_LANGUAGE = "sv"

_DISORDERLY = re.compile(r"<[^>]*\s(data-pagefind-(?:filter|sort))\b")
"""What Pagefind 1.5.2 keeps in hash maps and writes in their random order, on one thread too: the
names and values of filters, and the keys to sort by. Everything else it orders."""


class Document(Struct, frozen=True):
    """A page to be found: the address its hits lead to, and the HTML that is read for words."""

    url: str
    html: str
    profile: Profile = PAGE
    """What is known of it beside its words; Pagefind is not told."""


class PagefindError(Exception):
    """Pagefind is missing, died or refused; there is no index."""


def index(
    documents: Iterable[Document], *, on_progress: Callable[[int], None] | None = None
) -> dict[str, bytes]:
    """The files of the index by name, `pagefind.js` or `fragment/sv_1a2b3c4.pf_fragment`.

    The same documents in the same order give the same bytes; of two with one `url` the last counts.
    `on_progress` is told how many documents have been handed over. Raises PagefindError.
    """
    with _running(_executable()) as service:
        # Pagefind makes an index per language; a page in another one must still be found.
        service.send("configuration", {"type": "NewIndex", "config": {"force_language": _LANGUAGE}})
        index_id = service.receive()["index_id"]
        for count, document in enumerate(documents, start=1):
            _refuse_disorder(document)
            if service.pending == _WINDOW:
                service.receive()
            service.send(
                document.url,
                {
                    "type": "AddFile",
                    "index_id": index_id,
                    "url": document.url,
                    "file_contents": document.html,
                },
            )
            if on_progress is not None:
                on_progress(count)
        while service.pending:
            service.receive()
        # Not WriteFiles: tokio, which it writes with, may have bytes under way when it answers.
        service.send("index", {"type": "GetFiles", "index_id": index_id})
        answer = service.read()
    # Pagefind has ended and given back its memory before as much is needed to read its answer.
    files = _payload(answer, "index")["files"]
    contents = {file["path"].replace("\\", "/"): file["content"] for file in files}
    return _under_lasting_names(
        {name: base64.b64decode(contents[name]) for name in sorted(contents) if name not in _UNUSED}
    )


def _under_lasting_names(files: dict[str, bytes]) -> dict[str, bytes]:
    """The same index, where a page knows the file of each language without reading the entry."""
    entry = json.loads(files.pop(ENTRY))
    for language, found in entry["languages"].items():
        files[f"pagefind.{language}.pf_meta"] = files.pop(f"pagefind.{found['hash']}.pf_meta")
        found["hash"] = language
    files[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(files.items()))


def _refuse_disorder(document: Document) -> None:
    found = _DISORDERLY.search(document.html)
    if found is not None:
        raise PagefindError(
            f"{document.url} has {found[1]}, which makes the index differ from build to build; "
            "remove the attribute"
        )


def _executable() -> Path:
    advice = "Pagefind's program is not installed; run: pip install 'pagefind[bin]'"
    try:
        # Here, because it takes longer to import than all of ours that searches.
        from pagefind.service import get_executable

        executable = get_executable()
    except FileNotFoundError as error:
        raise PagefindError(advice) from error
    if executable is None:
        raise PagefindError(advice)
    return executable


@contextmanager
def _running(executable: Path) -> Iterator[_Service]:
    # A file, because a pipe could fill up while nobody reads it.
    with TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - the installed Pagefind, and no input
                [executable, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error}") from error
        try:
            yield _Service(process, complaints)
        finally:
            process.kill()
            process.communicate()


class _Service:
    """A talk with Pagefind: JSON messages both ways, each in base64 and ended by a comma.

    The wrapper that Pagefind ships for Python sleeps 100 ms before it reads an answer.
    """

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._process = process
        self._complaints = complaints
        # Popen made both, as asked above, but its type does not say so.
        self._stdin = cast("BufferedWriter", process.stdin)
        self._stdout = cast("BufferedReader", process.stdout)
        self._subjects: deque[str] = deque()
        self._unread = b""

    @property
    def pending(self) -> int:
        """How many messages are not answered yet."""
        return len(self._subjects)

    def send(self, subject: str, payload: dict[str, Any]) -> None:
        """Ask for something; `subject` is what an error message will call it."""
        message = json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False)
        try:
            self._stdin.write(base64.b64encode(message.encode()) + b",")
            self._stdin.flush()
        except BrokenPipeError:
            raise self._death() from None
        self._subjects.append(subject)

    def receive(self) -> dict[str, Any]:
        """The answer to the oldest message that has none; Pagefind answers in order."""
        subject = self._subjects.popleft()
        return _payload(self.read(), subject)

    def read(self) -> bytes:
        """The next answer, packed."""
        parts = [self._unread]
        while b"," not in parts[-1]:
            part = self._stdout.read1()
            if not part:
                raise self._death()
            parts.append(part)
        end, _, self._unread = parts.pop().partition(b",")
        return b"".join([*parts, end])

    def _death(self) -> PagefindError:
        code = self._process.wait()
        self._complaints.seek(0)
        complaint = (
            self._complaints.read().decode(errors="replace").strip() or "it does not say why"
        )
        return PagefindError(f"Pagefind ended with exit code {code}: {complaint}")


def _payload(answer: bytes, subject: str) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise PagefindError(f"Pagefind refused {subject}: {payload['message']}")
    return payload
