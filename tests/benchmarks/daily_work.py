"""Our own project -> what an editor waits for: a rebuild, a check, a preview that follows edits."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from tests.benchmarks.contestants import (
    CACHE,
    ENVIRONMENT,
    Contestant,
    a_protocol,
    clear,
    write_settings,
)
from tests.benchmarks.leftovers import put_aside
from tests.benchmarks.measuring import BenchmarkError, Cost, cost_of, cpu_of, stamps

_CHECK = (sys.executable, "-c", "from samrum.cli import main; main()", "check")
_PATIENCE = 300
_IDLE = 10
_EDITS = 3
_LOCATION = re.compile(r"(?m)^location: .*$")


@dataclass(frozen=True, slots=True)
class Rebuild:
    """A build after one changed record, and how many files it wrote."""

    cost: Cost
    files: int


@dataclass(frozen=True, slots=True)
class Serving:
    """Seconds to the first page and from an edit to its page; the share of a core when idle."""

    first_page: float
    edit: float
    idle: float | None


def rebuild(us: Contestant, folder: Path, number: int) -> Rebuild:
    """Build a project whose site is built, after one record has changed for so many times."""
    before = stamps(folder / "site")
    _edit(a_protocol(folder), f"Provsalen efter ändring {number}")
    cost = cost_of(us.command, folder, ENVIRONMENT)
    after = stamps(folder / "site")
    return Rebuild(cost, sum(before.get(path) != stamp for path, stamp in after.items()))


def with_search(us: Contestant, folder: Path) -> Cost:
    """A build from nothing that makes the search index as well."""
    write_settings(folder, search=True)
    clear(folder)
    try:
        return cost_of(us.command, folder, ENVIRONMENT)
    finally:
        write_settings(folder, search=False)
        clear(folder)


def checks(folder: Path) -> tuple[Cost, Cost, Cost]:
    """`samrum check` from nothing, once more, and after one record has changed."""
    put_aside(folder / CACHE, folder.parents[1])
    cold = cost_of(_CHECK, folder, ENVIRONMENT)
    warm = cost_of(_CHECK, folder, ENVIRONMENT)
    _edit(a_protocol(folder), "Provsalen före prövning")
    return cold, warm, cost_of(_CHECK, folder, ENVIRONMENT)


def serving(folder: Path) -> Serving:
    """Start the preview, wait while nothing happens, edit a record and see when its page shows."""
    protocol = a_protocol(folder)
    with _server(folder) as (process, site):
        begin = time.perf_counter()
        page = f"{site}protokoll/{protocol.stem}/"
        _wait_for(page, "</main>", process)
        first_page = time.perf_counter() - begin
        time.sleep(2)
        idle = _idle(process.pid)
        edits: list[float] = []
        for number in range(_EDITS):
            begin = time.perf_counter()
            _edit(protocol, f"Sessionssalen, provrum {number}")
            _wait_for(page, f"provrum {number}", process)
            edits.append(time.perf_counter() - begin)
            time.sleep(2)
    return Serving(first_page, median(edits), idle)


@contextmanager
def _server(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
        cwd=folder,
        # MkDocs serves below the path of site_url.
        env={**os.environ, **ENVIRONMENT, "SITE_URL": f"http://{address}/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def _wait_for(page: str, words: str, process: subprocess.Popen[bytes]) -> None:
    """Ask for a page until it says something; raises BenchmarkError when it never does."""
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end and process.poll() is None:
        try:
            with urlopen(page, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
                if words in answer.read().decode():
                    return
        except (URLError, ConnectionError):
            pass  # it has not begun to answer
        time.sleep(0.02)
    raise BenchmarkError(f"{page} never said {words!r}")


def _idle(pid: int) -> float | None:
    before = cpu_of(pid)
    time.sleep(_IDLE)
    after = cpu_of(pid)
    return None if before is None or after is None else (after - before) / _IDLE


def _edit(record: Path, location: str) -> None:
    text = record.read_text(encoding="utf-8")
    changed = _LOCATION.sub(f"location: {location}", text, count=1)
    record.write_text(changed, encoding="utf-8", newline="")
