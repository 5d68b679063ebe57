"""Work beside the window, one piece at a time: what is asked last replaces what waits."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.jobs import JobCancelled


class Beside(QThread):
    """A thread that answers with what the latest work returns.

    `faults` are the exceptions with which the work tells faults of the world; others are ours and
    are raised. `stop` ends it, after the work in hand.
    """

    answered = Signal(object)
    """What the work returned."""
    failed = Signal(str)
    """Why there is no answer: one sentence."""

    def __init__(
        self, faults: tuple[type[Exception], ...] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._faults = faults
        self._turn = threading.Condition()
        self._waiting: Callable[[], object] | None = None
        self._stopped = False

    def ask(self, work: Callable[[], object]) -> None:
        """Have `work` done next, in place of what waits."""
        with self._turn:
            self._waiting = work
            self._turn.notify()
        if not self.isRunning() and not self._stopped:
            self.start()

    def stop(self) -> None:
        """End the thread once the work in hand is done."""
        with self._turn:
            self._stopped = True
            self._waiting = None
            self._turn.notify()
        self.wait()

    def run(self) -> None:
        """Override QThread.run."""
        while (work := self._next()) is not None:
            try:
                self.answered.emit(work())
            except JobCancelled:
                continue  # nobody waits for it any more
            except self._faults as fault:
                self.failed.emit(str(fault))

    def _next(self) -> Callable[[], object] | None:
        with self._turn:
            while self._waiting is None and not self._stopped:
                self._turn.wait()
            work, self._waiting = self._waiting, None
            return work
