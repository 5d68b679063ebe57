from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.spoken_lines import SpokenLine, SpokenLines


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    return widget


@pytest.fixture
def technology(qapp: object) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def labels(panel: QWidget) -> list[QLabel]:
    QApplication.processEvents()
    return [label for label in panel.findChildren(QLabel) if label.isVisible()]


def test_without_assistive_technology_there_is_nothing(panel: QWidget) -> None:
    lines = SpokenLines(panel)
    lines.say([SpokenLine("a")])
    assert labels(panel) == []
    assert panel.findChildren(QLabel) == []


def test_each_line_is_a_label_in_its_language(panel: QWidget, technology: None) -> None:
    lines = SpokenLines(panel)
    lines.say([SpokenLine("forum"), SpokenLine("منتدى", "ar"), SpokenLine("a\u2068b\u2069<b>c")])
    assert [label.text() for label in labels(panel)] == ["forum", "منتدى", "ab<b>c"]
    assert [label.locale().language().name for label in labels(panel)][1] == "Arabic"
    lines.say([SpokenLine("foro", "es")])
    assert [label.text() for label in labels(panel)] == ["foro"]


def test_nothing_is_painted(panel: QWidget, technology: None) -> None:
    before = panel.grab().toImage()
    lines = SpokenLines(panel)
    lines.say([SpokenLine("forum")])
    lines.place([QRect(10, 10, 200, 40)])
    assert labels(panel)[0].geometry() == QRect(10, 10, 200, 40)
    assert panel.grab().toImage() == before
