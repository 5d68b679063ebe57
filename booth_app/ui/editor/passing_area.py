"""A scroll area that passes commands on to the window, where Qt's own would scroll with them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea

_Held = Qt.KeyboardModifier
COMMANDING: Final = _Held.ControlModifier | _Held.AltModifier | _Held.MetaModifier
"""With one of these held a key that writes nothing is a command."""


class PassingArea(QScrollArea):
    """Scrolls by the arrows alone: Qt's takes Ctrl+Down and Alt+Left for arrows, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QScrollArea.keyPressEvent."""
        if event.modifiers() & COMMANDING:
            event.ignore()
        else:
            super().keyPressEvent(event)
