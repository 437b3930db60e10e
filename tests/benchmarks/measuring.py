"""A command -> what it cost: wall clock, CPU of it and all its children, memory of the largest."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

# Material's main part holds its navigation, too; what it is about is inside.
_MAIN = re.compile(
    r'<article class="md-content__inner.*?</article>|<main(?!.*md-content__inner).*?</main>',
    re.DOTALL,
)
_MARKUP = re.compile(r"<[^>]*>")


class BenchmarkError(Exception):
    """A program that is measured does not do what it should."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, and bytes of the largest process at its peak."""

    wall: float
    cpu: float
    peak: int

    @classmethod
    def median(cls, costs: Sequence[Cost]) -> Cost:
        """The middle of several runs, each figure by itself."""
        return cls(
            median(cost.wall for cost in costs),
            median(cost.cpu for cost in costs),
            int(median(cost.peak for cost in costs)),
        )


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a site is; `words` are those that readers see in the main part of its pages."""

    pages: int
    bytes: int
    words: int


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end; raises BenchmarkError when it fails."""
    with TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        # Not process.wait: only this tells what the process and its children have used.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
            raise BenchmarkError(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def extent_of(site: Path) -> Extent:
    """Measure a built site."""
    pages = words = size = 0
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        size += path.stat().st_size
        if path.name == "index.html":
            pages += 1
            main = _MAIN.search(path.read_text(encoding="utf-8"))
            words += len(unescape(_MARKUP.sub(" ", main[0])).split()) if main else 0
    return Extent(pages, size, words)


def stamps(site: Path) -> dict[Path, int]:
    """When each file of a site was last written; what is not in both of two was touched."""
    return {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def cpu_of(pid: int) -> float | None:
    """The seconds of CPU that a living process has used, on Linux alone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return None
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
