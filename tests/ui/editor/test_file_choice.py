from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.file_choice import FileChoice
from booth_app.ui.theme import DARK, Look

Dialog = Callable[[], QFileDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for _ in range(2):
        column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def dialog(window: QWidget) -> Dialog:
    def open_one() -> QFileDialog:
        *_, newest = window.findChildren(QFileDialog)
        return newest

    return open_one


def test_it_begins_where_the_last_file_was(window: QWidget, dialog: Dialog, tmp_path: Path) -> None:
    chosen: list[Path] = []
    choice = FileChoice(window, Look(DARK))
    choice.to_read("Import", "Tables (*.csv)", chosen.append)
    assert dialog().directory().absolutePath() != str(Path.cwd())
    dialog().fileSelected.emit(str(tmp_path / "terms.csv"))
    assert chosen == [tmp_path / "terms.csv"]
    dialog().reject()
    choice.to_write("Export", "mine.tbx", chosen.append)
    assert dialog().directory().absolutePath() == str(tmp_path)
    assert dialog().selectedFiles() == [str(tmp_path / "mine.tbx")]
    dialog().reject()


def test_it_wears_the_windows_look(window: QWidget, dialog: Dialog) -> None:
    look = Look(DARK).larger()
    FileChoice(window, look).to_read("Import", "Tables (*.csv)", print)
    ground = dialog().palette().color(QPalette.ColorRole.Window)
    assert (ground, dialog().font()) == (look.color("background"), look.font(11.0))
    dialog().reject()


def test_what_had_the_keyboard_has_it_again(window: QWidget, dialog: Dialog, qtbot: QtBot) -> None:
    second = window.findChildren(QLineEdit)[1]
    second.setFocus()
    FileChoice(window, Look(DARK)).to_read("Import", "Tables (*.csv)", print)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog())
    dialog().reject()
    qtbot.waitUntil(second.hasFocus)
