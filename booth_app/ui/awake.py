"""Keeps the screen from sleeping, dimming and locking while a meeting runs, where the system lets.

Linux: the portal, the desktop's screen saver and logind, asked over D-Bus in a thread of their own.
macOS: a power assertion. Windows: the thread's execution state. No network socket is opened.
"""

import sys
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

APPLICATION: Final = "Booth"
REASON: Final = "A meeting is being interpreted"
NOT_HELD: Final = (
    "This computer may dim, lock or sleep during the meeting: nothing here lets Booth prevent it."
)
_NO_SCREEN: Final = ("offscreen", "minimal")
"""Qt's platforms that show nothing."""


class Inhibitor(Protocol):
    """One way to keep the screen as it is. `answered` tells, at some time, whether it holds."""

    answered: SignalInstance

    def hold(self) -> None:
        """Ask for the screen to be kept as it is; returns at once."""

    def free(self) -> None:
        """Let the system have its way again."""


class Awake(QObject):
    """Holds the screen while a meeting runs. `failed` carries a sentence, once in its life."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, inhibitor: Inhibitor | None = None) -> None:
        super().__init__(parent)
        self._inhibitor = inhibitor
        self._holding = False
        self._told = False
        if inhibitor is not None:
            inhibitor.answered.connect(self._take_answer)

    def follow(self, running: bool) -> None:
        """Hold the screen while a meeting is `running`; may be called every second.

        A window that is on no screen at all has none to hold.
        """
        if running == self._holding or QGuiApplication.platformName() in _NO_SCREEN:
            return
        self._holding = running
        if self._inhibitor is None:
            self._inhibitor = inhibitor_here(self)
            self._inhibitor.answered.connect(self._take_answer)
        if running:
            self._inhibitor.hold()
        else:
            self._inhibitor.free()

    def _take_answer(self, held: bool) -> None:
        if self._holding and not held and not self._told:
            self._told = True
            self.failed.emit(NOT_HELD)


def inhibitor_here(parent: QObject) -> Inhibitor:
    """Return the way of the system that Booth runs on."""
    if sys.platform == "darwin":
        from booth_app.ui.awake_macos import PowerAssertion

        return PowerAssertion(parent)
    if sys.platform == "win32":
        from booth_app.ui.awake_windows import ExecutionState

        return ExecutionState(parent)
    from booth_app.ui.awake_linux import BusInhibitor

    return BusInhibitor(parent)
