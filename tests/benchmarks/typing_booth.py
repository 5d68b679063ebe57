"""A real booth on a data folder of its own, and a hand that types into it, for the benchmarks."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from booth_app.app import Booth
from booth_app.paths import DataFolder
from booth_app.store.lock import WriterLock

if TYPE_CHECKING:
    from booth_app.ui.main_window import MainWindow

SIZE = (1440, 900)
"""Pixels of the window; what a screen that is not there offers is smaller."""
DOCKED = (390, 768)
"""Pixels of a window docked beside a video call."""
_PATIENCE = 120.0
"""Seconds after which a benchmark gives up waiting for the booth."""

_KEYS = {"\b": Qt.Key.Key_Backspace, "\x1b": Qt.Key.Key_Escape, "\r": Qt.Key.Key_Return}


@contextmanager
def booth(folder: Path) -> Iterator["MainWindow"]:
    """Open a booth on `folder` and give its window once it can look up and save."""
    lock = WriterLock(DataFolder(folder).lock)
    lock.take()
    running = Booth(DataFolder(folder), lock)
    running.window.resize(*SIZE)
    running.show()
    until(lambda: running.window.booth.can_save)
    settle(0.3)
    try:
        yield running.window
    finally:
        running.window.close()
        lock.free()


def until(true: Callable[[], object]) -> None:
    """Let the booth work until `true()`; give up with TimeoutError."""
    deadline = time.monotonic() + _PATIENCE
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError("the booth did not get that far")
        settle(0.01)


def settle(seconds: float) -> None:
    """Let the booth work for `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.001)


def press(window: "MainWindow", key: str) -> float:
    """Press a key in the look-up field; milliseconds until what it changed is painted."""
    field = window.view.words.field
    code = _KEYS.get(key, Qt.Key.Key_unknown)
    text = "" if code in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape) else key
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    begin = time.perf_counter()
    QCoreApplication.sendEvent(field, event)
    # Repaints are posted once a key: they are done when the queue is empty.
    QCoreApplication.processEvents()
    return (time.perf_counter() - begin) * 1000
