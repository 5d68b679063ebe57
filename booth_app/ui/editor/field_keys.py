"""The keys of the form: those a field keeps for its text, and those that act on a term's row."""

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from booth_app.ui.booth.key_presses import writes

RowAction = Literal["details", "up", "down", "status up", "status down", "delete"]

_Key = Qt.Key
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_PAD: Final = Qt.KeyboardModifier.KeypadModifier

ROW_KEYS: Final[Mapping[RowAction, str]] = {
    "details": "Alt+Return",
    "up": "Alt+Up",
    "down": "Alt+Down",
    "status up": "Alt+PgUp",
    "status down": "Alt+PgDown",
    "delete": "Ctrl+Shift+Del",
}
"""What can be done with the term whose row the keyboard is in, and by which key."""

_ACTIONS: Final[Mapping[tuple[Qt.Key, Qt.KeyboardModifier], RowAction]] = {
    (_Key.Key_Return, _ALT): "details",
    (_Key.Key_Enter, _ALT): "details",
    (_Key.Key_Up, _ALT): "up",
    (_Key.Key_Down, _ALT): "down",
    (_Key.Key_PageUp, _ALT): "status up",
    (_Key.Key_PageDown, _ALT): "status down",
    (_Key.Key_Delete, _CONTROL | _SHIFT): "delete",
}


def row_action(event: QKeyEvent) -> RowAction | None:
    """Return what a key does with the term it is pressed in; None where it does nothing."""
    return _ACTIONS.get((_Key(event.key()), event.modifiers() & ~_PAD))


def is_for_field(event: QKeyEvent) -> bool:
    """Tell whether a key writes in a text or moves in it; all others are the window's."""
    if row_action(event):
        return False
    if event.key() in (_Key.Key_Up, _Key.Key_Down):
        return not event.modifiers() & (_CONTROL | _ALT | _META)
    return writes(event)
