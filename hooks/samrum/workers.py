"""Work in portions -> its results, made by as many processes as there are.

A worker is a copy of this process (fork), so it knows all that was read before it began. Where
processes cannot be copied safely, or for little work, everything is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from msgspec import Struct

P = TypeVar("P")
R = TypeVar("R")
A = TypeVar("A")


class Aside(Struct, Generic[A], frozen=True):
    """Other work that a worker may do: what it makes there, and who is to have that here.

    What it makes goes between processes, and so does what it raises.
    """

    make: Callable[[], A]
    take: Callable[[A], object]


class WorkerError(Exception):
    """A worker has died, and its work with it."""


def most() -> int:
    """How many processes can work at once here."""
    if sys.platform != "linux":  # elsewhere a copied process may hang in the system's libraries
        return 1
    return len(os.sched_getaffinity(0))


def portions(work: Sequence[P], size: int) -> list[Sequence[P]]:
    """The work in portions of at most `size`."""
    return [work[start : start + size] for start in range(0, len(work), size)]


def results(
    task: Callable[[P], R],
    work: Sequence[P],
    workers: int,
    aside: Aside[Any] | None = None,
) -> Iterator[R]:
    """What the task makes of each portion of the work, in its order.

    The portions and the results go between processes; the task itself is not sent. `aside` is done
    by a worker as well; without any it is not done. Raises what the task raises, and WorkerError
    when a worker is killed.
    """
    workers = min(workers, len(work))
    if workers < 2:
        yield from map(task, work)
        return
    # What is here stays; to look for garbage in it would only copy it.
    gc.freeze()
    forking = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(workers, forking, _learn, (task, aside)) as pool:
            made = pool.submit(_do_aside) if aside else None
            yield from pool.map(_do, work)
            if aside and made:
                aside.take(made.result())
    except BrokenProcessPool as error:
        message = "a worker process was killed, as a system does that runs out of memory"
        raise WorkerError(f"{message}; free some and run it again") from error
    finally:
        gc.unfreeze()


_learned: Callable[[Any], Any]
_learned_aside: Aside[Any] | None


def _learn(task: Callable[[Any], Any], aside: Aside[Any] | None) -> None:
    global _learned, _learned_aside
    _learned, _learned_aside = task, aside


def _do(portion: Any) -> Any:
    return _learned(portion)


def _do_aside() -> Any:
    return _learned_aside and _learned_aside.make()
