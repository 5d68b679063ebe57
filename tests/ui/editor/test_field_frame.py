from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import DARK, LIGHT, Look


def has(image: QImage, color: QColor) -> bool:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == color for x, y in places)


def test_a_field_at_fault_shows_whether_the_keyboard_is_in_it(qtbot: QtBot) -> None:
    for theme in (DARK, LIGHT):
        look = Look(theme)
        window, beside = QWidget(), QLineEdit()
        field = TextField(window)
        field.wear(look)
        field.show_problem("two spaces in a row")
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(beside)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        beside.setFocus()
        qtbot.waitUntil(beside.hasFocus)
        away = field.grab().toImage()
        field.setFocus()
        here = field.grab().toImage()
        focus, warning = look.color("focus"), look.color("warning")
        assert [has(away, color) for color in (warning, focus)] == [True, False]
        assert [has(here, color) for color in (warning, focus)] == [True, True]
