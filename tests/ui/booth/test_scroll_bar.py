from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.theme import DARK, Look


def test_it_is_a_thin_strip_in_the_theme(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    inside.setFixedSize(50, 1000)
    area.setWidget(inside)
    bar = area.verticalScrollBar()
    make_thin(bar, Look(DARK, 2.0))
    area.resize(200, 200)
    area.show()
    assert bar.width() == 12
    assert QColor(bar.grab().toImage().pixel(6, 3)).name() == DARK.line


def test_it_shows_nothing_while_there_is_nothing_to_scroll(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    inside = QWidget()
    inside.setFixedSize(50, 50)
    area.setWidget(inside)
    bar = area.verticalScrollBar()
    for _ in range(2):  # as each theme and size of type does
        make_thin(bar, Look(DARK, 2.0))
    area.resize(200, 200)
    area.show()
    assert QColor(bar.grab().toImage().pixel(6, 3)).name() != DARK.line
    inside.setFixedSize(50, 1000)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert QColor(bar.grab().toImage().pixel(6, 3)).name() == DARK.line
