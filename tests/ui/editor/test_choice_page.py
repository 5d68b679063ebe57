import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.theme import LIGHT, Look

Acted = list[tuple[str, int]]


class Around(QWidget):
    """What the page stands in; `keys` are those that nothing in it took."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def around(qtbot: QtBot) -> Around:
    around = Around()
    QVBoxLayout(around)
    qtbot.addWidget(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    return around


@pytest.fixture
def page(around: Around) -> ChoicePage:
    page = ChoicePage("Imports", {"back": "&Take it back", "end": "&End it"}, Look(LIGHT))
    layout = around.layout()
    assert layout is not None
    layout.addWidget(page)
    page.show_lines("Imports", "", ["one", "two"])
    page.setFocus()
    return page


def test_enter_acts_on_the_current_line_and_goes_no_further(
    page: ChoicePage, around: Around, qtbot: QtBot
) -> None:
    acted: Acted = []
    page.acted.connect(lambda action, at: acted.append((action, at)))
    qtbot.keyClick(page.lines, Qt.Key.Key_Down)
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    assert (acted, around.keys) == ([("back", 1)], [])


def test_without_a_line_enter_does_nothing_and_a_button_only_what_is_offered(
    page: ChoicePage, around: Around, qtbot: QtBot
) -> None:
    acted: Acted = []
    page.acted.connect(lambda action, at: acted.append((action, at)))
    page.show_lines("Imports", "Nothing waits.", [])
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert acted == []
    page.buttons["back"].setEnabled(True)
    page.buttons["back"].click()
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    assert acted == [("back", -1)] * 2
