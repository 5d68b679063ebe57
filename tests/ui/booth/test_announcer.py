from collections.abc import Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.announcer import Announcer


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    events: list[tuple[str, str]] = []

    class Accessible(QAccessible):
        @staticmethod
        def updateAccessibility(event: object) -> None:
            events.append((event.message(), event.politeness().name))  # type: ignore[attr-defined]

    monkeypatch.setattr(QtGui, "QAccessible", Accessible)
    return events


@pytest.fixture
def technology(qapp: object) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def voice(qtbot: QtBot) -> Announcer:
    window = QWidget()
    qtbot.addWidget(window)
    made = Announcer(window)
    made._pause.setInterval(0)
    made.kept_alive = window  # type: ignore[attr-defined]
    return made


def test_the_latest_of_each_kind_is_told_once_politely(
    qtbot: QtBot, voice: Announcer, told: list[tuple[str, str]], technology: None
) -> None:
    for answer in ("f", "fo", "forum; meeting"):
        voice.tell("answer", answer)
    voice.tell("message", "Saved\u2068 now\u2069.")
    assert voice.news == ("forum; meeting", "Saved now.")
    qtbot.waitUntil(lambda: told != [])
    assert told == [("forum; meeting; Saved now.", "Polite")]
    assert voice.news == ()


def test_what_was_taken_back_is_not_told(
    qtbot: QtBot, voice: Announcer, told: list[tuple[str, str]], technology: None
) -> None:
    voice.tell("answer", "forum")
    voice.tell("answer", "")
    qtbot.waitUntil(lambda: not voice._pause.isActive())
    assert told == []


def test_typing_puts_it_off(voice: Announcer, technology: None) -> None:
    voice._pause.setInterval(60_000)
    for letter in "forum":
        voice.tell("answer", letter)
        assert voice._pause.remainingTime() > 59_000
    assert voice.news == ("m",)


def test_without_assistive_technology_nothing_waits(voice: Announcer) -> None:
    voice.tell("answer", "forum")
    assert voice.news == ()
