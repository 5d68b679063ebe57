"""The Windows way to keep the screen awake: the thread says that it needs the display."""

import ctypes
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

_CONTINUOUS: Final = 0x80000000
_SYSTEM_REQUIRED: Final = 0x00000001
_DISPLAY_REQUIRED: Final = 0x00000002


class ExecutionState(QObject):
    """Holds for the thread that asks, the window's; it ends with it."""

    answered = Signal(bool)

    def hold(self) -> None:
        """Ask for display and system to stay on."""
        before = _set(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)
        self.answered.emit(before != 0)

    def free(self) -> None:
        """Ask for nothing any longer."""
        _set(_CONTINUOUS)


def _set(state: int) -> int:
    """Return the state before; 0 where `state` was refused."""
    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    return int(kernel.SetThreadExecutionState(ctypes.c_uint32(state)))
