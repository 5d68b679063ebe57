from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.enter_presses import EnterPresses


def test_enter_by_itself_presses_the_button_it_is_pressed_on(qtbot: QtBot) -> None:
    window, pressed = QWidget(), list[str]()
    button, box, rows = QPushButton("do it"), QCheckBox("all"), QListWidget()
    rows.addItem("a row")
    rows.setCurrentRow(0)
    column = QVBoxLayout(window)
    for widget in (button, box, rows):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    enter = EnterPresses(window)
    enter.watch(window)
    button.clicked.connect(lambda: pressed.append("button"))
    rows.itemActivated.connect(lambda _item: button.setFocus())

    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert button.hasFocus()
    assert pressed == []  # the Enter that led here is not the button's
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["button"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isChecked()
