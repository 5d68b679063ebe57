from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.file_drops import FileDrops

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def dropped(window: QWidget, *urls: QUrl) -> tuple[bool, list[Path]]:
    """Drop these on the window; return whether they are let in, and what was announced."""
    came = list[Path]()
    drops = FileDrops(window)
    drops.dropped.connect(came.append)
    data = QMimeData()
    data.setUrls(urls)
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(window, drop)
    return enter.isAccepted(), came


def test_a_file_is_announced_once_it_is_dropped(window: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "a ñ.boothglossary"
    assert dropped(window, QUrl.fromLocalFile(str(file))) == (True, [file])


def test_nothing_else_is_let_in(window: QWidget, tmp_path: Path) -> None:
    two = [QUrl.fromLocalFile(str(tmp_path / name)) for name in "ab"]
    assert dropped(window, *two) == (False, [])
    assert dropped(window, QUrl("https://example.org/a.csv")) == (False, [])
    assert dropped(window) == (False, [])
