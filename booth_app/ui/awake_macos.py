"""The macOS way to keep the screen awake: a power assertion of IOKit."""

import ctypes
from typing import Final

from PySide6.QtCore import QObject, Signal

from booth_app.ui.awake import REASON

_IOKIT: Final = "/System/Library/Frameworks/IOKit.framework/IOKit"
_FOUNDATION: Final = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8: Final = 0x08000100
_LEVEL_ON: Final = 255
_KIND: Final = "PreventUserIdleDisplaySleep"
"""The display neither sleeps nor dims, and so does not lock."""


class PowerAssertion(QObject):
    """Holds one assertion; the system drops it should Booth die."""

    answered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: int | None = None

    def hold(self) -> None:
        """Make the assertion."""
        self.free()
        try:
            self._held = self._made()
        except OSError:  # a system without these libraries
            self._held = None
        self.answered.emit(self._held is not None)

    def free(self) -> None:
        """Release the assertion."""
        if self._held is not None:
            ctypes.CDLL(_IOKIT).IOPMAssertionRelease(ctypes.c_uint32(self._held))
            self._held = None

    def _made(self) -> int | None:
        iokit = ctypes.CDLL(_IOKIT)
        made = ctypes.c_uint32(0)
        failed = iokit.IOPMAssertionCreateWithName(
            _string(_KIND), ctypes.c_uint32(_LEVEL_ON), _string(REASON), ctypes.byref(made)
        )
        return None if failed else made.value


def _string(text: str) -> ctypes.c_void_p:
    """Return `text` as CoreFoundation has it; two short ones a meeting are never given back."""
    foundation = ctypes.CDLL(_FOUNDATION)
    foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_uint32,
    ]
    return ctypes.c_void_p(foundation.CFStringCreateWithCString(None, text.encode("utf-8"), _UTF8))
