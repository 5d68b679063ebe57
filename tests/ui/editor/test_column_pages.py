from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.ui.editor.column_pages import ColumnPages
from booth_app.ui.theme import LIGHT, Look


class Working:
    """Does work at once."""

    def start(self, _title: str, work: Callable[..., Any], done: Callable[[Any], object]) -> None:
        done(work(lambda _said: None, lambda *_: None))


class Window(QObject):
    """What is needed of the editor's window: it notes what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.shown: list[QWidget | None] = []
        self.desk = self
        self.termbase = None

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def show_desk(self) -> None:
        self.shown.append(None)

    def show_page(self, page: QWidget) -> None:
        self.shown.append(page)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window()


@pytest.fixture
def pages(window: Window, qtbot: QtBot) -> ColumnPages:
    pages = ColumnPages(window, Working(), Look(LIGHT))  # type: ignore[arg-type]
    qtbot.addWidget(pages.page)
    return pages


def test_of_a_file_without_a_table_it_is_told_why_it_was_not_read(
    pages: ColumnPages, window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "concept.yaml"
    file.write_text("id: road\n", "utf-8")
    pages.ask(file, "concept.yaml says nothing")
    assert window.told == ["concept.yaml says nothing"]
    assert window.shown == [None]


def test_of_what_is_no_table_nothing_is_recalled(pages: ColumnPages) -> None:
    recalled: list[dict[str, str]] = []
    pages.recall(Path("release.boothglossary"), recalled.append)
    assert recalled == [{}]
