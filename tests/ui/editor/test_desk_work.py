from collections.abc import Iterator
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from booth_app.jobs import JobCancelled
from booth_app.ui.editor.desk_work import DeskWork, Stoppable


def test_a_walk_ends_at_the_next_thing() -> None:
    walk = Stoppable()
    things = walk.through(count())
    assert [next(things) for _ in range(3)] == [0, 1, 2]
    walk.stop()
    with pytest.raises(JobCancelled):
        next(things)


def test_work_on_many_things_is_cancelled(qtbot: QtBot) -> None:
    walk, met = Stoppable(), list[int]()

    def endless() -> Iterator[int]:
        yield from count()

    work = DeskWork(lambda *_: met.extend(walk.through(endless())), walk.stop, ())
    with qtbot.waitSignal(work.cancelled):
        work.start()
        work.cancel()
    work.wait()


def test_a_fault_of_the_world_is_told_in_words_and_nothing_else_is_hidden(qtbot: QtBot) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    work = DeskWork(full, lambda: None, (OSError,), in_words=lambda fault: f"{fault}: make room")
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    work.wait()
    assert told.args == ["the disk is full: make room"]
