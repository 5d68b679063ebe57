from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.editor_keys import COMMANDS
from booth_app.ui.editor.editor_keys_page import EditorKeysPage, row_of
from booth_app.ui.theme import LIGHT, Look


def test_the_page_tells_each_with_its_keys(qtbot: QtBot) -> None:
    page = EditorKeysPage(Look(LIGHT))
    qtbot.addWidget(page)
    by_name = {command.name: command for command in COMMANDS}
    assert row_of(by_name["search"]).line == "find a concept by any term: Ctrl+F, Ctrl+L"
    assert row_of(by_name["approve"]).line == "approve the concept’s terms: Ctrl+Return"
    assert page.table.chosen.name == COMMANDS[0].name


def test_keys_walk_close_or_go_on_to_the_window(qtbot: QtBot) -> None:
    page = EditorKeysPage(Look(LIGHT))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page, Qt.Key.Key_Down)
    assert said.args == [row_of(COMMANDS[1]).line]
    assert page.table.chosen.name == COMMANDS[1].name
    with qtbot.assertNotEmitted(page.closed), qtbot.assertNotEmitted(page.said):
        QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page, Qt.Key.Key_A)
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)
