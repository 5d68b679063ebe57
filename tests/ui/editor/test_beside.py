"""Work beside the window: the latest is done, what waits is dropped, faults are told."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from booth_app.jobs import JobCancelled
from booth_app.ui.editor.beside import Beside


class Broken(Exception):
    pass


def test_the_latest_replaces_what_waits(qtbot: QtBot) -> None:
    beside, go_on, begun = Beside(), threading.Event(), threading.Event()
    answers: list[object] = []
    beside.answered.connect(answers.append)

    def first() -> str:
        begun.set()
        go_on.wait(10)
        return "first"

    beside.ask(first)
    assert begun.wait(10)
    beside.ask(lambda: "dropped")
    beside.ask(lambda: "last")
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["first", "last"]
    beside.stop()


def test_a_fault_of_the_world_is_told_and_the_thread_goes_on(qtbot: QtBot) -> None:
    beside = Beside((Broken,))

    def broken() -> None:
        raise Broken("The disk is full.")

    def cancelled() -> None:
        raise JobCancelled("nobody waits")

    with qtbot.waitSignal(beside.failed) as told:
        beside.ask(broken)
    assert told.args == ["The disk is full."]
    with qtbot.assertNotEmitted(beside.failed), qtbot.waitSignal(beside.answered) as answered:
        beside.ask(cancelled)
        qtbot.wait(50)
        beside.ask(lambda: 7)
    assert answered.args == [7]
    beside.stop()


def test_stopped_it_does_nothing_more(qtbot: QtBot) -> None:
    beside = Beside()
    beside.stop()
    with qtbot.assertNotEmitted(beside.answered, wait=50):
        beside.ask(lambda: 1)
    assert not beside.isRunning()


def test_what_waits_when_it_is_stopped_is_not_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, begun, stopping = Beside(), threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        stopping.wait(10)

    def wait_for_it() -> bool:
        stopping.set()
        return QThread.wait(beside)

    monkeypatch.setattr(beside, "wait", wait_for_it)
    beside.ask(first)
    assert begun.wait(10)
    beside.ask(lambda: done.append("waited"))
    beside.stop()
    assert done == []


@pytest.mark.parametrize("times", [1, 3])
def test_it_can_be_stopped_at_any_moment(qtbot: QtBot, times: int) -> None:
    beside = Beside()
    for _ in range(times):
        beside.ask(lambda: None)
    beside.stop()
    assert not beside.isRunning()


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_on_its_way_is_not_told_once_it_is_stopped(qtbot: QtBot, fails: bool) -> None:
    beside, begun = Beside((Broken,)), threading.Event()
    told: list[object] = []
    beside.answered.connect(told.append)
    beside.failed.connect(told.append)

    def work() -> int:
        begun.set()
        if fails:
            raise Broken("The disk is full.")
        return 7

    beside.ask(work)
    assert begun.wait(10)
    beside.stop()
    qtbot.wait(20)
    assert told == []
