"""The terminology editor beside the booth: opened, dressed, fed and closed with it."""

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from booth_app.__main__ import main
from booth_app.app import Booth
from booth_app.paths import DataFolder
from booth_app.settings import Settings
from booth_app.store.lock import WriterLock
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.main_window import MainWindow
from booth_app.ui.opened_editor import OpenedEditor, editor_languages
from tests.benchmarks.typing_booth import booth, press


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with booth(tmp_path) as opened:
        yield opened
    gc.enable()


def opened(window: MainWindow, qtbot: QtBot) -> EditorWindow:
    """Open the editor with its key; return its window once it is worked with."""
    qtbot.keyClick(window.view.words.field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.editor.window is not None)
    editor = window.editor.window
    assert editor is not None
    qtbot.waitUntil(lambda: editor.view.concepts.filters.counts["all"] is not None, timeout=20_000)
    qtbot.waitUntil(lambda: editor.editor.concept is not None)
    return editor


def test_a_key_opens_it_and_another_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is editor)
    assert editor.view.concepts.count == 337
    field = editor.view.concepts.search
    qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert opened(window, qtbot) is editor


_FIRST_TIME = """
import sys
from pathlib import Path
from tests.benchmarks.typing_booth import booth, until

if __name__ == "__main__":
    with booth(Path(sys.argv[1])) as window:
        assert "booth_app.ui.editor" not in sys.modules
        for _ in range(2):
            window.editor.open()
            assert window.editor.window is None
        until(lambda: window.editor.window is not None and window.editor.window.isVisible())
        assert window.editor.window.desk.can_save
        window.editor.open()
        print("opened")
"""


def test_the_first_time_it_is_imported_beside_the_booth(tmp_path: Path) -> None:
    words = [sys.executable, "-c", _FIRST_TIME, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("opened\n"), done.stderr


def test_it_comes_back_where_it_stood(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with booth(tmp_path) as window:
        editor = opened(window, qtbot)
        editor.resize(700, 500)
        editor.move(30, 40)
        editor.keys.give("to_booth")
        kept = window.booth.settings
    assert kept.editor_place == (30, 40, 700, 500)
    with booth(tmp_path) as window:
        editor = opened(window, qtbot)
        assert (editor.pos().toTuple(), editor.size().toTuple()) == ((30, 40), (700, 500))
    gc.enable()


def test_a_place_that_is_no_more_on_any_screen_is_brought_into_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    settings = replace(window.booth.settings, editor_place=(9_000, 9_000, 600, 400))
    window.booth.keep_settings(settings)
    editor = opened(window, qtbot)
    assert editor.screen().availableGeometry().contains(editor.pos())  # its title can be reached


def test_what_is_saved_in_one_is_found_in_the_other(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    editor.keys.give("new_concept")
    qtbot.keyClicks(QApplication.focusWidget(), "zebra caravan")
    editor.keys.give("save")
    for letter in "zebra car":
        press(window, letter)
    assert window.view.words.hits.accessibleName().startswith("zebra caravan")


def test_the_answer_on_the_screen_says_what_was_changed_when_one_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    editor = opened(window, qtbot)
    editor.keys.give("new_concept")
    qtbot.keyClicks(QApplication.focusWidget(), "zebra caravan")
    editor.keys.give("to_booth")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for letter in "zebra":
        press(window, letter)
    assert window.view.words.answer_line.startswith("zebra caravan")
    editor.raise_it()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is editor)
    editor.keys.give("to_form")
    qtbot.keyClicks(QApplication.focusWidget(), "s")
    editor.keys.give("to_booth")
    assert window.view.words.answer_line.startswith("zebra caravans")
    assert window.view.words.field.text() == "zebra"


def test_both_wear_the_same_look(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    before = window.booth.settings
    editor.keys.give("next_theme")
    editor.keys.give("larger")
    after = window.booth.settings
    assert (after.theme, after.scale) != (before.theme, before.scale)
    assert editor.view.concepts.view.font() is not None
    ground = editor.view.palette().color(editor.view.backgroundRole())
    assert ground == window.view.palette().color(window.view.backgroundRole())


def test_closing_the_booth_closes_it_and_keeps_what_was_typed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with booth(tmp_path) as window:
        editor = opened(window, qtbot)
        editor.keys.give("to_form")
        qtbot.keyClicks(QApplication.focusWidget(), "!")
        concept = editor.editor.concept
    assert not editor.isVisible()
    with booth(tmp_path) as window:
        editor = opened(window, qtbot)
        assert concept is not None
        stored = editor.desk.concept(concept.key)
        assert stored is not None
        assert "!" in str(stored)
    gc.enable()


def test_asked_for_at_the_start_it_opens_once_it_can(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    lock = WriterLock(DataFolder(tmp_path).lock)
    lock.take()
    running = Booth(DataFolder(tmp_path), lock)
    running.window.answer("edit")
    assert "as soon as" in running.window.view.message.text()
    running.show()
    qtbot.waitUntil(lambda: running.window.booth.can_save, timeout=30_000)
    opening = running.window.editor
    qtbot.waitUntil(
        lambda: opening.window is not None and opening.window.isVisible(), timeout=30_000
    )
    editor = opening.window
    assert editor is not None
    assert editor.desk.can_save
    assert running.window.isVisible()
    running.window.close()
    lock.free()
    gc.enable()


def test_a_file_named_at_the_start_is_opened_once_it_can_be_stored(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    data, out = DataFolder(tmp_path / "data"), tmp_path / "out"
    words = ["glossary", "release", "--to", str(out), "--data-dir", str(data.root)]
    assert main(words) == 0  # from now on the look-up is there before anything can be stored
    [release] = out.glob("*.boothglossary")
    lock = WriterLock(data.lock)
    lock.take()
    running = Booth(data, lock)
    running.window.answer(str(release))
    running.show()
    qtbot.waitUntil(lambda: running.window.editor.window is not None, timeout=30_000)
    editor = running.window.editor.window
    assert editor is not None
    qtbot.waitUntil(
        lambda: isinstance(editor.view.pages.currentWidget(), ChoicePage), timeout=30_000
    )
    assert editor.desk.can_save
    running.window.close()
    lock.free()
    gc.enable()


def test_nothing_of_the_editor_is_imported_before_it_is_wanted(window: MainWindow) -> None:
    assert window.editor.window is None


def test_the_own_language_comes_first() -> None:
    assert editor_languages(Settings()) == ("en", "fr", "es", "ar")
    assert editor_languages(Settings(target="ar", reads=("ar", "fr"))) == ("ar", "fr", "en", "es")


def test_without_a_term_base_it_says_when(qtbot: QtBot) -> None:
    editor = OpenedEditor(Settings())
    with qtbot.waitSignal(editor.told) as told:
        editor.open()
    assert "as soon as the glossaries can be read" in told.args[0]
    editor.close()
