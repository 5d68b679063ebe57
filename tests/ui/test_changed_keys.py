"""The person's own keys, from the page of keys to the settings and back, in the whole booth."""

import gc
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from booth_app.paths import DataFolder
from booth_app.settings import load
from booth_app.ui.booth.keys_page import HOW
from booth_app.ui.main_window import MainWindow
from tests.benchmarks.typing_booth import booth

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before
    gc.enable()


def press(window: MainWindow, key: Qt.Key, held: Mod = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    QApplication.processEvents()


def test_a_key_is_changed_by_keys_alone_and_kept(tmp_path: Path) -> None:
    with booth(tmp_path) as window:
        page = window.view.keys
        for key in (Key.Key_F1, Key.Key_Down, Key.Key_Return):
            press(window, key)
        press(window, Key.Key_F2)
        assert page.line == "F2 is already the key of “into English”; nothing was changed."
        press(window, Key.Key_Return)
        press(window, Key.Key_F1, Mod.ControlModifier)
        assert page.line == HOW
        press(window, Key.Key_Escape)
        assert page.isHidden()
        press(window, Key.Key_F1, Mod.ControlModifier)
        assert window.booth.target == "fr"
    settings = load(DataFolder(tmp_path).settings).settings
    assert settings.keys == {"target_fr": ("Ctrl+F1", "Shift+F10")}
    with booth(tmp_path) as window:
        press(window, Key.Key_F2)
        press(window, Key.Key_F3)
        assert window.booth.target == "en", "F3 has no command now"
        press(window, Key.Key_F1, Mod.ControlModifier)
        assert window.booth.target == "fr"
        for key in (Key.Key_F1, Key.Key_Down, Key.Key_Delete, Key.Key_F1, Key.Key_F2, Key.Key_F3):
            press(window, key)
        assert window.booth.target == "fr"
    assert load(DataFolder(tmp_path).settings).settings.keys == {}


def test_what_the_settings_ask_for_in_vain_is_told_and_kept(tmp_path: Path) -> None:
    asked = {"keys": {"nobody": ["Ctrl+K"], "of_a_later_version": ["F9"], "clear": ["Esc", "x"]}}
    (tmp_path / "settings.json").write_text(json.dumps(asked))
    with booth(tmp_path) as window:
        told = window.view.message.text()
        assert told.startswith("Keys in the settings: ")
        assert "“of_a_later_version”" in told
        assert "Ctrl+K would be the key of" in told
        assert "X cannot be used" in told
        press(window, Key.Key_Escape)
        assert window.view.message.text() == ""
    kept = json.loads((tmp_path / "settings.json").read_text()).get("keys", {})
    assert kept["of_a_later_version"] == ["F9"]


def test_the_keys_that_are_printed_are_those_that_work(tmp_path: Path) -> None:
    with booth(tmp_path) as window:
        press(window, Key.Key_F2)
        window.booth.keys.change("confirm_1", "Alt+F11")
        window.booth.keys.change("take_back", "Ctrl+F1")
        names = [label.text() for label in window.view.speaker.findChildren(QLabel)]
        assert any(name.startswith("Alt+F11  ") for name in names)
        window.view.words.field.setText("+ caravane zébrée = striped caravan")
        press(window, Key.Key_Return)
        assert window.view.words.field.hint == "added · Ctrl+F1 takes it back"


def test_typing_closes_the_page_and_looks_up(tmp_path: Path) -> None:
    with booth(tmp_path) as window:
        press(window, Key.Key_F2)
        press(window, Key.Key_F1)
        assert window.view.keys.hasFocus()
        for letter in (Key.Key_G, Key.Key_C, Key.Key_M):
            press(window, letter)
        assert window.view.keys.isHidden()
        assert window.view.words.field.text() == "gcm"
        assert window.view.words.hits.isVisible()


def test_commands_go_on_beneath_the_page(tmp_path: Path) -> None:
    with booth(tmp_path) as window:
        press(window, Key.Key_F1)
        press(window, Key.Key_F4)
        assert window.booth.target == "es"
        assert window.view.keys.isVisible()
        press(window, Key.Key_F1)
        assert window.view.keys.isHidden()
        assert window.view.words.field.hasFocus()
