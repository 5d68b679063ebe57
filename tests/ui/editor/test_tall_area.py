from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.tall_area import TallArea
from booth_app.ui.theme import LIGHT, Look


def test_what_has_the_keyboard_is_in_sight_and_the_area_has_it_never(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [QPushButton(str(at)) for at in range(30)]
    for button in buttons:
        column.addWidget(button)
    area = TallArea(inside)
    qtbot.addWidget(area)
    area.wear(Look(LIGHT))
    area.resize(300, 120)
    area.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is area)
    assert buttons[-1].visibleRegion().isEmpty()
    buttons[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: buttons[-1].visibleRegion().boundingRect() == buttons[-1].rect())
    qtbot.keyClick(buttons[-1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is buttons[0]
    qtbot.waitUntil(lambda: buttons[0].visibleRegion().boundingRect() == buttons[0].rect())


def test_what_it_holds_is_as_wide_as_it_is_and_fills_it(qtbot: QtBot) -> None:
    inside = QWidget()
    area = TallArea(inside)
    qtbot.addWidget(area)
    area.resize(300, 120)
    area.show()
    assert inside.size() == area.size()
