"""A job of `jobs.py` as signals, so that the window hears of it in its own thread."""

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.jobs import Job, JobCancelled, JobFailed, Progress


class JobRunner(QThread):
    """Runs one job; held by the window, which calls `stop` before it closes.

    Exactly one of `completed`, `failed` and `cancelled` ends it. `faults` are the exceptions with
    which the work tells faults of the world; any other is shown too, and raised.
    """

    progressed = Signal(int, int)
    """How much is done, and of how much; 0 where that is not known."""
    delivered = Signal(object)
    """A piece of the result."""
    completed = Signal()
    failed = Signal(str)
    """Why there is no more: one sentence."""
    cancelled = Signal()

    def __init__(
        self,
        job: Job[object],
        faults: tuple[type[Exception], ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._faults: tuple[type[Exception], ...] = (JobFailed, *faults)

    def stop(self) -> None:
        """Cancel the job and wait for the thread, which is a matter of milliseconds."""
        self._job.cancel()
        self.wait()

    def run(self) -> None:
        """Override QThread.run."""
        try:
            for piece in self._job.pieces(self._tell):
                self.delivered.emit(piece)
        except JobCancelled:
            self.cancelled.emit()
        except self._faults as fault:
            self.failed.emit(str(fault))
        except Exception as fault:
            self.failed.emit(f"The work failed: {fault or type(fault).__name__}")
            raise
        else:
            self.completed.emit()

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress.done, progress.total)
