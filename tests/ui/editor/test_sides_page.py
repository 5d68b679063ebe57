from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from booth_app.terminology.fields import Field
from booth_app.ui.editor.field_rows import FieldRow
from booth_app.ui.editor.sides_page import comparison, merge
from booth_app.ui.theme import LIGHT, Look

ROWS = [FieldRow(Field("concept", None, "", "note"), "note", ("mine", "theirs"), chosen=0)]


def test_a_page_that_is_come_to_is_worked_at_once(qtbot: QtBot) -> None:
    page = merge()
    qtbot.addWidget(page)
    page.wear(Look(LIGHT))
    page.show_rows("Make two concepts one", "", ROWS, ("this", "other"))
    page.show()
    page.activateWindow()
    page.setFocus()  # as the desk does with every page that it shows
    qtbot.waitUntil(page.table.hasFocus)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Right)
    assert [row.value for row in page.rows] == ["theirs"]


def test_where_nothing_differs_there_is_nothing_to_take_back(qtbot: QtBot) -> None:
    page = comparison()
    qtbot.addWidget(page)
    page.show()
    page.show_rows("From 9:00 to 10:00", "The two states say the same.", (), ("9:00", "10:00"))
    enabled = [b.text() for b in page.findChildren(QPushButton) if b.isEnabled()]
    assert enabled == ["C&lose"]
    page.show_rows("From 9:00 to 10:00", "", ROWS, ("9:00", "10:00"))
    with qtbot.waitSignal(page.acted) as acted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert acted.args == ["field"]
