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
from typing import Any, TypeVar

P = TypeVar("P")
R = TypeVar("R")


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
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[R]:
    """What the task makes of each portion of the work, in its order.

    The portions and the results go between processes; the task itself is not sent. `meanwhile` is
    done here when workers have begun; without any it is not done. Raises what the task raises, and
    WorkerError when a worker is killed.
    """
    workers = min(workers, len(work))
    if workers < 2:
        yield from map(task, work)
        return
    # What is here stays; to look for garbage in it would only copy it.
    gc.freeze()
    forking = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(workers, forking, _learn, (task,)) as pool:
            found = pool.map(_do, work)
            meanwhile()
            yield from found
    except BrokenProcessPool as error:
        message = "a worker process was killed, as a system does that runs out of memory"
        raise WorkerError(f"{message}; free some and run it again") from error
    finally:
        gc.unfreeze()


_learned: Callable[[Any], Any]


def _learn(task: Callable[[Any], Any]) -> None:
    global _learned
    _learned = task


def _do(portion: Any) -> Any:
    return _learned(portion)
