"""What a pressed key is called here: by its place for digits, by its cap for letters and signs."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from booth_app.ui.booth.key_names import DIGITS, FUNCTIONS, LETTERS, SIGNS, chord

_Key = Qt.Key
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_PAD: Final = Qt.KeyboardModifier.KeypadModifier

_ROWS: Final = (DIGITS, "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
"""Digits and letters by place, as on a US board."""


def _places(starts: tuple[int, int, int, int], pad: Mapping[str, int]) -> dict[int, str]:
    """Return the names of the keys whose rows begin at these codes and count upwards."""
    rows = zip(starts, _ROWS, strict=True)
    letters = {start + at: name for start, row in rows for at, name in enumerate(row)}
    return letters | {code: f"Num{digit}" for digit, code in pad.items()}


# The codes are those of X.Org's xkeyboard-config (keycodes/evdev, 8 more than Linux' own, which
# Qt gives under Wayland too), of a PC's keyboard in its first scan code set (Windows), and of
# macOS' virtual keys (HIToolbox, Events.h).
_X11: Final = _places(
    (10, 24, 38, 52),
    dict(zip("7894561230", (79, 80, 81, 83, 84, 85, 87, 88, 89, 90), strict=True)),
)
_WINDOWS: Final = _places(
    (0x02, 0x10, 0x1E, 0x2C),
    dict(
        zip("7894561230", (0x47, 0x48, 0x49, 0x4B, 0x4C, 0x4D, 0x4F, 0x50, 0x51, 0x52), strict=True)
    ),
)
_MAC: Final = dict(
    zip(
        (
            *(0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D),
            *(0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x10, 0x20, 0x22, 0x1F, 0x23),
            *(0x00, 0x01, 0x02, 0x03, 0x05, 0x04, 0x26, 0x28, 0x25),
            *(0x06, 0x07, 0x08, 0x09, 0x0B, 0x2D, 0x2E),
            *(0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5B, 0x5C),
        ),
        (*"".join(_ROWS), *(f"Num{n}" for n in range(10))),
        strict=True,
    )
)

_NAMED: Final[dict[int, str]] = {
    _Key.Key_Escape: "Esc",
    _Key.Key_Tab: "Tab",
    _Key.Key_Backtab: "Tab",
    _Key.Key_Space: "Space",
    _Key.Key_Up: "Up",
    _Key.Key_Down: "Down",
    _Key.Key_Left: "Left",
    _Key.Key_Right: "Right",
    _Key.Key_PageUp: "PgUp",
    _Key.Key_PageDown: "PgDown",
    _Key.Key_Home: "Home",
    _Key.Key_End: "End",
    _Key.Key_Backspace: "Backspace",
    _Key.Key_Delete: "Del",
    _Key.Key_Insert: "Ins",
    _Key.Key_Return: "Return",
    _Key.Key_Enter: "Enter",
    **{_Key.Key_F1 + n: name for n, name in enumerate(FUNCTIONS)},
}
_MOVING: Final = ("Left", "Right", "Home", "End", "Backspace", "Del", "Ins")
_CLIPBOARD: Final = (_Key.Key_A, _Key.Key_C, _Key.Key_V, _Key.Key_X)


def place(platform: str, scan_code: int, virtual_key: int) -> str:
    """Return what the key at this place is called on a US board; empty: it is none of ours.

    `platform` is the name of Qt's plugin. Only letters, digits and the number pad's digits count.
    """
    if platform == "xcb" or platform.startswith("wayland"):
        return _X11.get(scan_code, "")
    if platform == "windows":
        return _WINDOWS.get(scan_code, "")
    return _MAC.get(virtual_key, "") if platform == "cocoa" else ""


def pressed(event: QKeyEvent) -> list[str]:
    """Return what the pressed key can be called, in the order in which commands are looked for."""
    held = event.modifiers()
    if held & _META:
        return []
    ctrl, alt, shift = bool(held & _CONTROL), bool(held & _ALT), bool(held & _SHIFT)
    names = _names(event)
    found = [chord(name, ctrl=ctrl, alt=alt, shift=shift) for name in names]
    if shift:  # Shift that a layout needs to write the digit or the sign at all
        written = _written(event)
        if written in names and written not in LETTERS:
            found.append(chord(written, ctrl=ctrl, alt=alt))
    return found


def writes(event: QKeyEvent) -> bool:
    """Whether the key writes into a field or moves in it, and so gives no command there."""
    held = event.modifiers() & (_CONTROL | _ALT | _META)
    if _NAMED.get(event.key()) in _MOVING:
        return not held & (_ALT | _META)
    if held == _CONTROL:
        return event.key() in _CLIPBOARD and not event.modifiers() & _SHIFT
    # Control and Alt together are AltGr where a layout needs it to write @ or =.
    writable = not held or held == _CONTROL | _ALT
    return writable and bool(event.text()) and event.text().isprintable()


def _names(event: QKeyEvent) -> list[str]:
    """Return the names of the key itself, the most telling first."""
    key, code = event.key(), event.nativeScanCode()
    at = place(QGuiApplication.platformName(), code, event.nativeVirtualKey())
    written = _written(event)
    if at.startswith("Num") or (written in DIGITS and written and event.modifiers() & _PAD):
        return [name for name in (at or f"Num{written}", _NAMED.get(key, "")) if name]
    if key in _NAMED:
        return [_NAMED[key]]
    if at and at in DIGITS:
        return [at, written] if written and written != at else [at]
    if written:
        return [written]
    # A board that writes no Latin letters here: the letter that others have at this place.
    return [at] if at and not _is_ascii(key) else []


def _written(event: QKeyEvent) -> str:
    """Return the letter, digit or sign on the key's cap; empty where it has another."""
    key = event.key()
    cap = chr(key) if _is_ascii(key) else ""
    return cap if cap and cap in LETTERS + DIGITS + SIGNS else ""


def _is_ascii(key: int) -> bool:
    return 0x20 <= key < 0x7F
