"""The F1 page: every command with its keys, and the keyboard's way to change them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.ui.booth.key_presses import pressed
from booth_app.ui.booth.keys import Command
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.ui.booth.keys_area import KeysArea
    from booth_app.ui.booth.keys_table import KeysTable

_POINTS: Final = 12.5
_MARGIN: Final = (32, 18, 24, 10)

HOW: Final = "Enter changes a command’s key, Delete brings its first keys back, Esc closes."
"""What the page says while nothing is being changed."""

_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETES: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeysPage(QWidget):
    """Shows the keys and lets one be changed; every other key goes on to the booth beneath.

    Arrows choose a command; after Enter the next key pressed is the one that it gets.
    """

    closed = Signal()
    key_chosen = Signal(str, str)
    """A command's name and the key it shall have."""
    restored = Signal(str)
    """The name of a command that shall have its first keys."""
    said = Signal(str)
    """What the page says, or the command that was chosen: for assistive technology."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_waiting = False
        self._area: KeysArea | None = None
        self._table: KeysTable | None = None
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line = plain_label(HOW, wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self.wear(look)
        self.hide()

    @property
    def line(self) -> str:
        """What the page says."""
        return self._line.text()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show these commands and their keys."""
        from booth_app.ui.booth.keys_area import KeysArea
        from booth_app.ui.booth.keys_table import KeysTable, key_rows

        rows = key_rows(commands)
        if self._table is None:
            self._table = KeysTable(self._look, rows)
            self._area = KeysArea(self._table, self._look)
            self._column.addWidget(self._area, 1)
        self._table.show_rows(rows)
        self._wait(False)

    def say(self, sentence: str) -> None:
        """Say `sentence` above the commands, until the next key."""
        self._line.setText(sentence)
        self.said.emit(sentence)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self.setPalette(look.palette("panel", "dim"))
        self.setAutoFillBackground(True)
        self._line.setFont(look.font(_POINTS))
        self._line.setContentsMargins(*(look.pixels(side) for side in _MARGIN))
        if self._area is not None:
            self._area.wear(look)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: small enough for any window."""
        return QSize(200, 120)

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: while a key is awaited Tab is one, too, and moves nothing."""
        if self._is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: choose, change, bring back, close; all else goes on."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_waiting:
            self._take(event)
        elif held:
            event.ignore()
        elif key in _ENTERS:
            self._wait(True)
        elif key in _DELETES and self._table is not None:
            self.restored.emit(self._table.chosen.name)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not self._walk(key):
            event.ignore()

    def _walk(self, key: int) -> bool:
        """Come to another command where `key` walks; tell whether it does."""
        if self._table is None or self._area is None or not self._area.walk(key):
            return False
        self._line.setText(HOW)
        self.said.emit(self._table.chosen.line)
        return True

    def _wait(self, is_waiting: bool) -> None:
        """Await the key that the chosen command shall have, or no longer."""
        self._is_waiting = is_waiting
        if self._table is not None:
            asked = f"Press the new key for “{self._table.chosen.says}”; Esc leaves it as it is."
            self.say(asked if is_waiting else HOW)

    def _take(self, event: QKeyEvent) -> None:
        """Take the awaited key; modifiers alone are not one yet."""
        key, held = event.key(), event.modifiers()
        names = pressed(event)
        if not names or self._table is None:
            return
        name = self._table.chosen.name
        self._wait(False)
        if key in _DELETES and not held:
            self.restored.emit(name)
        elif key != Qt.Key.Key_Escape or held:
            self.key_chosen.emit(name, names[0])
