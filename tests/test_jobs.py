import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app import jobs
from booth_app.jobs import Job, JobCancelled, JobCrashed, JobOverLimit, Limits, Progress


class RefusedError(Exception):
    """A fault of the world, as work of the product's raises."""


class AwkwardError(Exception):
    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


def double(number: int) -> int:
    print("not for the terminal")
    return number * 2


def count(to: int) -> Iterator[int | Progress]:
    for number in range(to):
        yield Progress(number, to)
        yield number


def refuse() -> None:
    raise RefusedError("No such pack in the box; take another.")


def refuse_awkwardly() -> None:
    raise AwkwardError("a fault", "the box")


def end_abruptly() -> None:
    os.abort()


def leave() -> None:
    os._exit(3)


def fill_memory() -> int:
    return len(bytearray(1 << 34))


def burn() -> None:
    while True:
        pass


def wait() -> Iterator[int]:
    yield os.getpid()
    time.sleep(600)


def endless() -> Iterator[bytes]:
    while True:
        yield bytes(1 << 20)


def is_alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def ended(pid: int, within: float = 20.0) -> bool:
    until = time.monotonic() + within
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(pid)


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc, uses rlimits")


def test_a_result_comes_back_and_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert jobs.result(double, 21) == 42
    assert capfd.readouterr() == ("", "")


def test_pieces_arrive_in_order_and_progress_apart() -> None:
    told: list[Progress] = []
    pieces: Job[int] = Job(count, 3)
    assert list(pieces.pieces(told.append)) == [0, 1, 2]
    assert told == [Progress(0, 3), Progress(1, 3), Progress(2, 3)]


def test_a_child_that_begins_before_it_is_asked_gives_the_same() -> None:
    job: Job[int] = Job(count, 3)
    job.begin()
    assert list(job.pieces()) == [0, 1, 2]


def test_begun_and_cancelled_it_ends() -> None:
    job: Job[int] = Job(wait)
    job.begin()
    job.cancel()
    with pytest.raises(JobCancelled):
        list(job.pieces())
    with pytest.raises(JobCancelled):
        job.begin()


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(RefusedError, match="take another") as caught:
        jobs.result(refuse)
    assert "test_jobs.py" in caught.value.__notes__[0]


def test_an_exception_that_cannot_travel_is_told_in_words() -> None:
    with pytest.raises(JobCrashed, match="AwkwardError: a fault in the box"):
        jobs.result(refuse_awkwardly)


@pytest.mark.parametrize(("work", "said"), [(end_abruptly, "SIGABRT"), (leave, "exit code 3")])
def test_a_child_that_dies_is_a_crash(work: object, said: str) -> None:
    with pytest.raises(JobCrashed, match=said):
        jobs.result(work)  # type: ignore[arg-type]


@linux
def test_too_much_memory_is_over_the_limit() -> None:
    with pytest.raises(JobOverLimit, match="memory"):
        jobs.result(fill_memory, limits=Limits(memory=1 << 30))


@linux
def test_too_much_time_is_over_the_limit() -> None:
    with pytest.raises(JobOverLimit, match="1 seconds"):
        jobs.result(burn, limits=Limits(cpu=1))


def test_silence_is_over_the_limit() -> None:
    pieces = Job[int](wait, limits=Limits(silence=2.0)).pieces()
    next(pieces)
    with pytest.raises(JobOverLimit, match="silent"):
        next(pieces)


@linux
def test_cancelling_from_another_thread_ends_the_child() -> None:
    job = Job[int](wait)
    pieces = job.pieces()
    pid = next(pieces)
    threading.Timer(0.05, job.cancel).start()
    with pytest.raises(JobCancelled):
        next(pieces)
    assert not is_alive(pid)


def test_cancelled_before_it_began_it_never_begins() -> None:
    job = Job[int](wait)
    job.cancel()
    with pytest.raises(JobCancelled):
        next(job.pieces())


@linux
def test_leaving_early_ends_the_child() -> None:
    pieces = Job[int](wait).pieces()
    pid = next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert not is_alive(pid)


@linux
@pytest.mark.parametrize("work", ["wait", "endless"])
def test_no_child_outlives_its_parent(work: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(work=work)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert is_alive(pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert ended(pid)


PARENT = """
import multiprocessing, time
from booth_app.jobs import Job
from tests.test_jobs import {work}
pieces = Job({work}).pieces()
next(pieces)
[child] = multiprocessing.active_children()
print(child.pid, flush=True)
time.sleep(600)
"""
