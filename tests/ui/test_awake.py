import threading

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from booth_app.ui.awake import NOT_HELD, Awake
from booth_app.ui.awake_linux import BusInhibitor, questions
from booth_app.ui.bus import BusSilent, Granted, Question


class Kept(QObject):
    """An inhibitor that writes down what it is asked, and answers as it is told."""

    answered = Signal(bool)

    def __init__(self, *, holds: bool) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._holds = holds

    def hold(self) -> None:
        self.asked.append("hold")
        self.answered.emit(self._holds)

    def free(self) -> None:
        self.asked.append("free")


@pytest.fixture
def on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")


@pytest.mark.usefixtures("on_a_screen")
def test_the_screen_is_held_while_a_meeting_runs(qtbot: QtBot) -> None:
    kept = Kept(holds=True)
    awake = Awake(inhibitor=kept)
    told: list[str] = []
    awake.failed.connect(told.append)
    for running in (False, True, True, False, False, True):
        awake.follow(running)
    assert kept.asked == ["hold", "free", "hold"]
    assert told == []


@pytest.mark.usefixtures("on_a_screen")
def test_it_is_told_once_that_nothing_holds_it(qtbot: QtBot) -> None:
    awake = Awake(inhibitor=Kept(holds=False))
    told: list[str] = []
    awake.failed.connect(told.append)
    for running in (True, False, True):
        awake.follow(running)
    assert told == [NOT_HELD]


def test_without_a_screen_there_is_nothing_to_hold(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "offscreen")
    kept = Kept(holds=True)
    Awake(inhibitor=kept).follow(running=True)
    assert kept.asked == []


class Grant(Granted):
    """Something granted that only counts how often it is given back."""

    def __init__(self) -> None:
        self.ended = 0

    def end(self) -> None:
        self.ended += 1


def test_any_service_that_agrees_is_enough(qtbot: QtBot) -> None:
    grant = Grant()

    def ask(question: Question) -> Granted:
        if "ScreenSaver" not in question.service:
            raise BusSilent(question.service)
        return grant

    inhibitor = BusInhibitor(asked=questions({}), ask_one=ask)
    with qtbot.waitSignal(inhibitor.answered) as answered:
        inhibitor.hold()
    assert answered.args == [True]
    assert grant.ended == 0
    inhibitor.free()
    inhibitor.free()
    assert grant.ended == 1


def test_where_none_agrees_that_is_answered(qtbot: QtBot) -> None:
    def ask(question: Question) -> Granted:
        raise BusSilent(question.service)

    inhibitor = BusInhibitor(asked=questions({}), ask_one=ask)
    with qtbot.waitSignal(inhibitor.answered) as answered:
        inhibitor.hold()
    assert answered.args == [False]


def test_what_is_granted_after_the_meeting_is_given_back_at_once(qtbot: QtBot) -> None:
    grant, may_answer, done = Grant(), threading.Event(), threading.Event()

    def ask(question: Question) -> Granted:
        may_answer.wait(10)
        return grant

    class Watched(BusInhibitor):
        def _ask_all(self, asking: int) -> None:
            super()._ask_all(asking)
            done.set()

    inhibitor = Watched(asked=questions({})[:1], ask_one=ask)
    with qtbot.assertNotEmitted(inhibitor.answered):
        inhibitor.hold()
        inhibitor.free()
        may_answer.set()
        assert done.wait(10)
    assert grant.ended == 1


def test_the_buses_are_those_of_the_environment() -> None:
    at_home = questions({"XDG_RUNTIME_DIR": "/run/user/7"})
    assert [question.bus for question in at_home] == [
        "unix:path=/run/user/7/bus",
        "unix:path=/run/user/7/bus",
        "unix:path=/run/dbus/system_bus_socket",
    ]
    given = {
        "DBUS_SESSION_BUS_ADDRESS": "unix:abstract=/a",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/b",
    }
    assert [question.bus for question in questions(given)] == [
        "unix:abstract=/a",
        "unix:abstract=/a",
        "unix:path=/b",
    ]
