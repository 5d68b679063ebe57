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
