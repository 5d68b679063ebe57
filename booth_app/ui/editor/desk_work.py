"""Long work of the editor's desk in a thread of its own, with progress and cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.jobs import JobCancelled

Told = Callable[[str], None]
"""Takes the name of a step, in words."""
Counted = Callable[[int, int], None]
"""Takes how much is done, and of how much; 0 where that is not known."""
Work = Callable[[Told, Counted], object]


class DeskWork(QThread):
    """Does one piece of work; exactly one of `completed`, `failed` and `cancelled` ends it.

    `faults` are the exceptions with which the work tells faults of the world; any other is ours
    and is raised in the thread.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    completed = Signal(object)
    """What the work returned."""
    failed = Signal(str)
    """Why there is nothing: one sentence."""
    cancelled = Signal()

    def __init__(
        self,
        work: Work,
        cancel: Callable[[], Any],
        faults: tuple[type[Exception], ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = cancel
        self._faults = faults

    def stop(self) -> None:
        """Cancel the work and wait for its end."""
        self._cancel()
        self.wait()

    def cancel(self) -> None:
        """Ask the work to end; `cancelled` or `completed` follows."""
        self._cancel()

    def run(self) -> None:
        """Override QThread.run."""
        try:
            done = self._work(self.began.emit, self.progressed.emit)
        except JobCancelled:
            self.cancelled.emit()
        except self._faults as fault:
            self.failed.emit(str(fault))
        except Exception:
            self.failed.emit("Booth made a mistake; nothing was changed by this work.")
            raise
        else:
            self.completed.emit(done)
