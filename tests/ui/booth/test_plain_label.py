from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.plain_label import plain_label


def test_markup_in_words_is_no_markup(qtbot: QtBot) -> None:
    label = plain_label("<h1>Town</h1>")
    qtbot.addWidget(label)
    small = plain_label("Town")
    qtbot.addWidget(small)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<h1>Town</h1>"
    assert label.sizeHint().height() == small.sizeHint().height()


def test_words_wrap_where_they_may(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    one, more = plain_label("word " * 30, panel), plain_label("word " * 30, panel, wraps=True)
    assert one.parent() is panel
    assert not one.hasHeightForWidth()
    assert more.heightForWidth(100) > 2 * one.sizeHint().height()
