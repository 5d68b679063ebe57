"""The page of the editor's keys: every command with its keys."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.ui.booth.keys import Command
from booth_app.ui.booth.keys_area import KeysArea
from booth_app.ui.booth.keys_table import KeyRow, KeysTable, printed_key
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.editor_keys import COMMANDS, OTHERS
from booth_app.ui.theme import Look

_POINTS: Final = 12.5
_MARGIN: Final = (32, 18, 24, 10)
_WIDTHS: Final = (156, 100)
"""Pixels at 100 % of the keys and of the others."""
HOW: Final = "The arrows walk through the commands, Esc closes."


class DeskRow(KeyRow):
    """A command with its first key and the others: at a desk both hands are free."""

    __slots__ = ()

    @property
    def line(self) -> str:
        """Override KeyRow.line: no hand is named."""
        return f"{self.says}: {', '.join(keys for keys in (self.left, self.right) if keys)}"


def row_of(command: Command) -> DeskRow:
    """Return the line of a command."""
    shown = [key for key in command.keys if not key.endswith("+Enter")]  # as Return
    first, *others = map(printed_key, shown)
    return DeskRow(command.name, command.group, command.says, first, ", ".join(others), "")


class EditorKeysPage(QWidget):
    """Shows the keys; every key that is not its own goes on to the window."""

    closed = Signal()
    said = Signal(str)
    """The command that was come to: for assistive technology."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName("Keys")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line = plain_label(HOW, wraps=True)
        self.table = KeysTable(
            look, [row_of(each) for each in (*COMMANDS, *OTHERS)], ("key", "or"), _WIDTHS
        )
        self._area = KeysArea(self.table, look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._area, 1)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette("panel", "dim"))
        self.setAutoFillBackground(True)
        self._line.setFont(look.font(_POINTS))
        self._line.setContentsMargins(*(look.pixels(side) for side in _MARGIN))
        self._area.wear(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: walk, or close; all else goes on."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not held and self._area.walk(key):
            self.said.emit(self.table.chosen.line)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()
