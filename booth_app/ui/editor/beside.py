"""Work beside the window, one piece at a time: what is asked last replaces what waits."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.jobs import JobCancelled


class Beside(QThread):
    """A thread that answers with what the latest work returns.

    `faults` are the exceptions with which the work tells faults of the world; others are ours and
    are raised. `stop` ends it, after the work in hand; nothing is told from then on.
    """

    answered = Signal(object)
    """What the work returned."""
    failed = Signal(str)
    """Why there is no answer: one sentence."""
    _returned = Signal(object)
    _refused = Signal(str)
    """What the thread has to tell, on its way to this object's own thread."""

    def __init__(
        self, faults: tuple[type[Exception], ...] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._faults = faults
        self._turn = threading.Condition()
        self._waiting: Callable[[], object] | None = None
        self._stopped = False
        self._returned.connect(self._answer)
        self._refused.connect(self._fail)

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
                self._returned.emit(work())
            except JobCancelled:
                continue  # nobody waits for it any more
            except self._faults as fault:
                self._refused.emit(str(fault))

    def _answer(self, result: object) -> None:
        if not self._stopped:  # else what the answer is about may be closed by now
            self.answered.emit(result)

    def _fail(self, sentence: str) -> None:
        if not self._stopped:
            self.failed.emit(sentence)

    def _next(self) -> Callable[[], object] | None:
        with self._turn:
            while self._waiting is None and not self._stopped:
                self._turn.wait()
            work, self._waiting = self._waiting, None
            return work
