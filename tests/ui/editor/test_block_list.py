from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.block_list import BlockList
from booth_app.ui.theme import LIGHT, Look

LOOK = Look(LIGHT)


def fill(block: Block, index: Index) -> None:
    block.set([Run(index.data(), 11.0, "text")])


def has(image: QImage, color: QColor) -> bool:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == color for x, y in places)


def shown(qtbot: QtBot, count: int) -> tuple[QWidget, BlockList]:
    """Return a window with a list of `count` rows beneath a field that has the keyboard."""
    window, field = QWidget(), QLineEdit()
    rows = BlockList(QStringListModel([str(n) for n in range(count)]), fill, LOOK)
    rows.wear(LOOK)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(rows)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window, rows


def test_where_the_keyboard_is_can_be_seen(qtbot: QtBot) -> None:
    _window, rows = shown(qtbot, 2)
    rows.setCurrentIndex(rows.model().index(0, 0))
    assert not has(rows.grab().toImage(), LOOK.color("focus"))
    rows.setFocus()
    assert has(rows.grab().toImage(), LOOK.color("focus"))


def test_the_current_row_is_in_sight_when_one_comes_to_it(qtbot: QtBot) -> None:
    _window, rows = shown(qtbot, 200)
    last = rows.model().index(199, 0)
    rows.setCurrentIndex(last)
    rows.scrollToTop()
    assert rows.visualRect(last).top() > rows.height()
    rows.setFocus()
    assert rows.visualRect(last).bottom() <= rows.viewport().height()
