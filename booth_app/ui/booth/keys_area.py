"""The area in which the table of keys scrolls, and the keys that walk through it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from booth_app.ui.booth.keys_table import KeysTable
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.theme import Look

_HEADING: Final = 60
"""What is kept in sight above the chosen command, in pixels at 100 %: its group's name."""
_PAGE: Final = 10
"""How many commands Page Up and Page Down pass."""
_STEPS: Final[Mapping[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_Home: -1_000,
    Qt.Key.Key_End: 1_000,
}


class KeysArea(QScrollArea):
    """Keeps the chosen command of `table` in sight; the page it stands on has the keyboard."""

    def __init__(self, table: KeysTable, look: Look) -> None:
        super().__init__()
        self._table = table
        self.setWidget(table)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wear(look)

    def walk(self, key: int) -> bool:
        """Choose another command where `key` walks; tell whether it does."""
        step = _STEPS.get(key)
        if step is None:
            return False
        box = self._table.choose(step)
        self.ensureVisible(box.x(), box.bottom(), 0, 0)
        self.ensureVisible(box.x(), box.y(), 0, self._look.pixels(_HEADING))
        return True

    def wear(self, look: Look) -> None:
        """Dress in `look`, the table too."""
        self._look = look
        self._table.wear(look)
        make_thin(self.verticalScrollBar(), look)
