import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.keyboard_ring import KeyboardRing
from booth_app.ui.theme import DARK, Look


class Pages:
    """A page of two controls, and another one that shows its keyboard by itself."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.pages, self.page = QWidget(), QStackedWidget(), QWidget()
        self.first, self.second, self.own = QComboBox(), QPushButton("Read"), QLineEdit()
        column = QVBoxLayout(self.page)
        for control in (self.first, self.second):
            column.addWidget(control)
        for page in (self.page, self.own):
            self.pages.addWidget(page)
        QVBoxLayout(self.window).addWidget(self.pages)
        self.ring = KeyboardRing(self.pages, self.window, Look(DARK))
        self.ring.leave_out(self.own)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def place(self, control: QWidget) -> QRect:
        return QRect(control.mapTo(self.window, QPoint(0, 0)), control.size())


@pytest.fixture
def made(qtbot: QtBot) -> Pages:
    return Pages(qtbot)


def test_it_is_around_what_has_the_keyboard_and_nothing_else(made: Pages) -> None:
    for control, other in ((made.first, made.second), (made.second, made.first)):
        control.setFocus()
        assert made.ring.isVisible()
        assert made.ring.geometry().contains(made.place(control))
        assert not made.ring.geometry().contains(made.place(other))


def test_it_is_seen_outside_of_the_control(made: Pages) -> None:
    made.first.setFocus()
    picture = made.window.grab().toImage()
    left = made.place(made.first).left()
    middle = made.place(made.first).center().y()
    colors = [picture.pixelColor(left - out, middle) for out in (1, 2, 3)]
    assert Look(DARK).color("focus") in colors


def test_it_follows_what_moves(made: Pages, qtbot: QtBot) -> None:
    made.second.setFocus()
    made.window.resize(500, 700)
    qtbot.waitUntil(lambda: made.ring.geometry().contains(made.place(made.second)))


def test_it_leaves_other_pages_alone(made: Pages) -> None:
    made.first.setFocus()
    made.pages.setCurrentWidget(made.own)
    made.own.setFocus()
    assert not made.ring.isVisible()
    made.page.setFocusProxy(made.first)
    for _ in range(2):  # Qt gives a page the keyboard again before it is the current one
        made.pages.setCurrentWidget(made.own)
        assert not made.ring.isVisible()
        made.pages.setCurrentWidget(made.page)
        assert made.first.hasFocus()
        assert made.ring.isVisible()
