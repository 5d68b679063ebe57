import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.marked_edit import LONGEST, MarkedEdit

NO_BREAK_SPACE = "\u00a0"


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def edit(around: QWidget) -> MarkedEdit:
    return MarkedEdit(around, breaks=False)


def test_what_is_put_there_is_unheard_and_the_cursor_stays(edit: MarkedEdit, qtbot: QtBot) -> None:
    edit.put("migrant caravan")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    with qtbot.assertNotEmitted(edit.textChanged):
        edit.put(f"migrant{NO_BREAK_SPACE}caravans")
    assert edit.raw == f"migrant{NO_BREAK_SPACE}caravans"
    assert (edit.textCursor().anchor(), edit.textCursor().position()) == (3, 9)
    edit.put("mig")
    assert (edit.textCursor().anchor(), edit.textCursor().position()) == (3, 3)


def test_of_a_text_without_end_the_beginning_is_shown_and_how_much_more_there_is(
    edit: MarkedEdit,
) -> None:
    edit.put("a" * (LONGEST + 1_234))
    assert edit.raw.startswith("a" * LONGEST)
    assert "1,234 more characters" in edit.raw


def test_a_mark_is_pasted_copied_and_deleted_whole(edit: MarkedEdit, qtbot: QtBot) -> None:
    pasted = QMimeData()
    pasted.setText("GCM\u200f\nIMRF")
    edit.insertFromMimeData(pasted)
    assert "\u200f" not in edit.raw
    edit.selectAll()
    assert edit.createMimeDataFromSelection().text() == "GCM\u200f IMRF"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    assert not edit.delete_mark()
    for _ in range(len(" IMRF")):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.delete_mark()
    assert edit.raw == "GCM"
