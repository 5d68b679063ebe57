from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from booth_app.editing.importing import Import
from booth_app.editing.reviews import Review, Reviews
from booth_app.exchange.reading import FileReading
from booth_app.termbase import Termbase
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.open_reviews import OpenReviews
from booth_app.ui.theme import LIGHT, Look
from tests.editing.made_glossaries import NAME, opened


@pytest.fixture
def termbase(tmp_path: Path) -> Iterator[Termbase]:
    made = opened(tmp_path)
    yield made
    made.close()


@pytest.fixture
def listed(termbase: Termbase, qapp: QApplication) -> Iterator[OpenReviews]:
    window = EditorWindow(termbase, Look(LIGHT), glossary=NAME)
    yield OpenReviews(window, Look(LIGHT))
    window.stop()
    window.deleteLater()


def reviewed(termbase: Termbase, path: Path) -> None:
    path.write_text("English,French\nnight train,train de nuit\n", "utf-8")
    Import(termbase, FileReading(path), into=NAME).preview()


def lines(listed: OpenReviews) -> list[str]:
    rows = listed.page.lines
    return [rows.item(at).text() for at in range(rows.count())]


def test_what_is_ended_stays_listed_and_is_opened_again(
    listed: OpenReviews, termbase: Termbase, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one.csv", "two.csv"):
        reviewed(termbase, tmp_path / name)
    listed.show()
    assert ["two.csv" in lines(listed)[0], "one.csv" in lines(listed)[1]] == [True, True]
    for _ in range(2):  # ended is ended
        qtbot.mouseClick(listed.page.buttons["end"], Qt.MouseButton.LeftButton)
    assert [one.file for one in Reviews(termbase).open_ones()] == ["one.csv"]
    assert ["ended" in line for line in lines(listed)] == [True, False]
    wanted: list[Review] = []
    listed.wanted.connect(wanted.append)
    qtbot.mouseClick(listed.page.buttons["open"], Qt.MouseButton.LeftButton)
    assert [one.file for one in wanted] == ["two.csv"]
    assert [one.file for one in Reviews(termbase).open_ones()] == ["two.csv", "one.csv"]
    listed.show()
    assert not [line for line in lines(listed) if "ended" in line]


def test_where_nothing_waits_it_is_said(listed: OpenReviews) -> None:
    listed.show()
    assert lines(listed) == []
    assert not listed.page.buttons["end"].isEnabled()
