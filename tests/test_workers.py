"""Work in portions, done by several processes."""

from __future__ import annotations

import os
import signal

import pytest

from samrum.workers import Aside, WorkerError, most, portions, results

needs_copies = pytest.mark.skipif(most() < 2, reason="one process is all that works here")


def test_work_is_divided_in_its_order() -> None:
    assert portions([1, 2, 3, 4, 5], 2) == [[1, 2], [3, 4], [5]]
    assert portions([], 2) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_work(workers: int) -> None:
    known = {1: "ett", 2: "två", 3: "tre"}

    # A function of the test itself could not be sent to another process.
    found = results(lambda numbers: [known[one] for one in numbers], [[1, 2], [3]], workers)

    assert list(found) == [["ett", "två"], ["tre"]]


def test_one_process_is_this_process() -> None:
    assert list(results(lambda _: os.getpid(), [1, 2], 1)) == [os.getpid()] * 2


def test_a_single_portion_needs_no_other_process() -> None:
    assert list(results(lambda _: os.getpid(), [1], 2)) == [os.getpid()]


@needs_copies
def test_several_processes_are_others() -> None:
    assert os.getpid() not in results(lambda _: os.getpid(), [1, 2], 2)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_task_raises_is_raised_here(workers: int) -> None:
    def fail(portion: int) -> None:
        raise ValueError(f"not {portion}")

    with pytest.raises(ValueError, match="not 1"):
        list(results(fail, [1, 2], workers))


@needs_copies
def test_a_worker_that_is_killed_is_told_of_with_what_to_do() -> None:
    def die(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerError, match=r"killed.*; free some"):
        list(results(die, [1, 2], 2))


@needs_copies
def test_other_work_is_done_by_a_worker_and_told_of_here() -> None:
    made: list[int] = []

    assert list(results(len, [[1], [2, 3]], 2, Aside(os.getpid, made.append))) == [1, 2]
    assert len(made) == 1
    assert made != [os.getpid()]


def test_without_workers_no_other_work_is_done() -> None:
    made: list[int] = []

    assert list(results(len, [[1], [2, 3]], 1, Aside(os.getpid, made.append))) == [1, 2]
    assert made == []


@needs_copies
def test_what_other_work_raises_is_raised_here() -> None:
    def fail() -> None:
        raise ValueError("aside")

    with pytest.raises(ValueError, match="aside"):
        list(results(len, [[1], [2, 3]], 2, Aside(fail, print)))
