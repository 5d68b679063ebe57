"""The whole booth under hands in a hurry: every key, many at once, too many, too early."""

import gc
import random
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from booth_app.app import Booth
from booth_app.paths import DataFolder
from booth_app.settings import load
from booth_app.store.lock import WriterLock
from booth_app.ui.booth.keys import COMMANDS
from booth_app.ui.main_window import MainWindow
from tests.benchmarks.typing_booth import booth, until

MINUTE = 8 * 60
"""Keys of a minute, at eight a second."""


@pytest.fixture(autouse=True)
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before
    gc.enable()


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    with booth(tmp_path) as opened:
        opened.booth.commands["target_en"]()
        yield opened


def event(key: str, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    """Return the event of a key written as the commands' are; a letter alone writes itself."""
    pressed = QKeySequence(key.replace("Num", "Num+"))[0]
    text = key if len(key) == 1 else ""
    if len(key) > 1 and key.startswith(("Alt+", "Ctrl+")) and len(key.split("+")[-1]) == 1:
        letter = key[-1].lower()  # as X11 has it: Alt writes the letter, Ctrl a control character
        text = letter if key.startswith("Alt") else chr(ord(letter) & 0x1F)
    return QKeyEvent(kind, pressed.key(), pressed.keyboardModifiers(), text)


def press(window: MainWindow, key: str) -> None:
    QApplication.sendEvent(QApplication.focusWidget() or window, event(key))
    QApplication.processEvents()


def test_the_field_lets_every_key_of_every_command_pass(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    recording = {c.name: lambda name=c.name: given.append(name) for c in COMMANDS}
    monkeypatch.setattr(window.booth.keys, "_does", recording)
    field = window.view.words.field
    for command in COMMANDS:
        for key in command.keys:
            field.setText("imrf")
            override = event(key, QEvent.Type.ShortcutOverride)
            QApplication.sendEvent(field, override)
            assert not override.isAccepted(), key
            press(window, key)
            assert (given[-1:], field.text()) == ([command.name], "imrf"), key
    assert len(given) == sum(len(command.keys) for command in COMMANDS)


def test_five_keys_at_once_each_act_once(window: MainWindow) -> None:
    at_once = ("g", "F3", "c", "F4", "m")
    for key in at_once:
        QApplication.sendEvent(window.view.words.field, event(key))
    for key in at_once:
        released = event(key, QEvent.Type.KeyRelease)
        QApplication.sendEvent(window.view.words.field, released)
    QApplication.processEvents()
    assert window.view.words.field.text() == "gcm"
    assert window.booth.target == "es"
    assert window.booth.settings.previous_target == "fr"


def test_eight_keys_a_second_for_a_minute(window: MainWindow, tmp_path: Path) -> None:
    hand = random.Random(8)
    # With the editor the keyboard would be in another window, which has hurried hands of its own.
    commands = [key for c in COMMANDS if c.name != "edit" for key in c.keys]
    writing = [*"gcmtraité=@+ ", "Backspace", "Esc"]
    for _ in range(MINUTE):
        press(window, hand.choice(hand.choices((writing, commands), (3, 1))[0]))
    for key in ("Esc", "Esc", "F3", "g", "c", "m"):  # twice: out of any page, out of any text
        press(window, key)
    assert window.view.words.field.text() == "gcm"
    assert window.view.words.hits.hits
    assert load(DataFolder(tmp_path).settings).settings.target == "fr"


def test_keys_before_the_term_base_is_open(tmp_path: Path) -> None:
    lock = WriterLock(DataFolder(tmp_path).lock)
    lock.take()
    early = Booth(DataFolder(tmp_path), lock)
    window = early.window
    for command in COMMANDS:
        for key in command.keys:
            QApplication.sendEvent(window.view.words.field, event(key))
    for key in ("Esc", "Esc", "F2", "g", "c", "m"):
        QApplication.sendEvent(window.view.words.field, event(key))
    assert window.view.words.hits.hits == ()
    early.show()
    until(lambda: window.booth.can_save)
    assert window.view.words.hits.hits
    window.close()
    lock.free()
