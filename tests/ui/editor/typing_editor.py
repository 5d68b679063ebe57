"""An editor's window on a small glossary, and the keyboard that works it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.theme import LIGHT, Look
from tests.editing.made_glossaries import NAME, opened

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class Typing:
    """Types into whatever has the keyboard, as a person does; no widget is touched otherwise."""

    def __init__(self, qtbot: QtBot, folder: Path, *, write: bool = True) -> None:
        self.qtbot = qtbot
        self.termbase: Termbase = opened(folder, write=write)
        self.window = EditorWindow(self.termbase, Look(LIGHT), glossary=NAME)
        self.window.raise_it()
        qtbot.waitExposed(self.window)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.until(lambda: self.counts["all"] is not None)
        self.until(lambda: self.concept is not None)

    def close(self) -> None:
        self.window.stop()
        self.termbase.close()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def concept(self) -> Concept | None:
        """What the form shows."""
        return self.window.view.form.concept()

    @property
    def id(self) -> str:
        return self.concept.id if self.concept else ""

    @property
    def rows(self) -> list[str]:
        """What the list says, row by row."""
        model = self.window.view.concepts.model
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def counts(self) -> dict[str, int | None]:
        return dict(self.window.view.concepts.filters.counts)

    @property
    def message(self) -> str:
        return self.window.view.message.text()

    @property
    def line(self) -> str:
        return self.window.view.line.text()

    def stored(self, id_: str) -> Concept | None:
        return self.termbase.concept(ConceptKey(NAME, id_))

    def press(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClicks(self.focus, letter)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=20_000)


def is_time(text: str) -> bool:
    """Tell whether `text` is a time of day with seconds."""
    try:
        datetime.strptime(text, "%H:%M:%S")
    except ValueError:
        return False
    return True
