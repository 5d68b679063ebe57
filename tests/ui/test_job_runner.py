import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from booth_app.jobs import Job, Progress
from booth_app.ui.job_runner import JobRunner


class RefusedError(Exception):
    """A fault of the world."""


def count(to: int) -> Iterator[int | Progress]:
    for number in range(to):
        yield Progress(number + 1, to)
        yield number


def refuse() -> None:
    raise RefusedError("The file is no list; choose another.")


def sleep() -> Iterator[str]:
    yield "asleep"
    time.sleep(600)


def test_pieces_and_progress_arrive_as_signals(qtbot: QtBot) -> None:
    runner = JobRunner(Job(count, 3))
    pieces: list[object] = []
    told: list[tuple[int, int]] = []
    runner.delivered.connect(pieces.append)
    runner.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(runner.completed, timeout=30_000):
        runner.start()
    runner.wait()
    assert pieces == [0, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_fault_of_the_world_arrives_as_a_sentence(qtbot: QtBot) -> None:
    runner = JobRunner(Job(refuse), (RefusedError,))
    with qtbot.waitSignal(runner.failed, timeout=30_000) as told:
        runner.start()
    runner.wait()
    assert told.args == ["The file is no list; choose another."]


def test_a_fault_of_ours_is_told_and_raised(qtbot: QtBot) -> None:
    runner = JobRunner(Job(refuse))
    with (
        qtbot.captureExceptions() as raised,
        qtbot.waitSignal(runner.failed, timeout=30_000) as told,
    ):
        runner.start()
        runner.wait()
    assert told.args is not None
    assert told.args[0].startswith("The work failed")
    assert [kind for kind, *_ in raised] == [RefusedError]


@pytest.mark.parametrize("has_begun", [True, False])
def test_stopping_ends_the_job_and_the_thread(qtbot: QtBot, has_begun: bool) -> None:
    runner = JobRunner(Job(sleep))
    with qtbot.waitSignal(runner.cancelled, timeout=30_000):
        if has_begun:
            with qtbot.waitSignal(runner.delivered, timeout=30_000):
                runner.start()
        else:
            runner.start()
        runner.stop()
    assert runner.isFinished()
