"""Long work of the editor's desk in a thread of its own, with progress and cancel."""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.jobs import JobCancelled

Told = Callable[[str], None]
"""Takes the name of a step, in words."""
Counted = Callable[[int, int], None]
"""Takes how much is done, and of how much; 0 where that is not known."""
Work = Callable[[Told, Counted], object]

_T = TypeVar("_T")


class Stoppable:
    """A walk through many things that another thread may end."""

    def __init__(self) -> None:
        self._is_stopped = threading.Event()

    def stop(self) -> None:
        """End it at the next thing."""
        self._is_stopped.set()

    def through(self, things: Iterable[_T]) -> Iterator[_T]:
        """Yield `things`. Raises JobCancelled once it is stopped."""
        for thing in things:
            self.check()
            yield thing

    def counted(self, told: Counted) -> Counted:
        """Return what passes on how much is done to `told`; it raises JobCancelled likewise."""

        def tell(done: int, total: int) -> None:
            self.check()
            told(done, total)

        return tell

    def check(self) -> None:
        """Raise JobCancelled once it is stopped."""
        if self._is_stopped.is_set():
            raise JobCancelled("It was stopped.")


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
        in_words: Callable[[Exception], str] = str,
    ) -> None:
        """`in_words` makes the sentence of a fault."""
        super().__init__(parent)
        self._work = work
        self._cancel = cancel
        self._faults = faults
        self._in_words = in_words

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
            self.failed.emit(self._in_words(fault))
        except Exception:
            self.failed.emit("Booth made a mistake; nothing was changed by this work.")
            raise
        else:
            self.completed.emit(done)
