"""One piece of long work at a time in the editor's window, with its page of progress."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject

from booth_app.exchange.file_writing import FileUnwritable
from booth_app.exchange.report import FileUnreadable
from booth_app.jobs import JobFailed
from booth_app.termbase import StoreFault
from booth_app.terminology.glossary_writing import UnwritableGlossaryError
from booth_app.ui.editor.desk_work import DeskWork, Work
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.work_page import WorkPage
from booth_app.ui.printing import NotPrinted
from booth_app.ui.theme import Look

FAULTS: Final = (
    *(FileUnreadable, FileUnwritable, JobFailed, StoreFault, NotPrinted),
    UnwritableGlossaryError,
)
"""What work tells in a sentence; anything else is a mistake of ours."""


class Working(QObject):
    """Runs work beside the window and shows how far it is; the next one waits for its end."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._page = WorkPage(look)
        self._work: DeskWork | None = None
        self._done: Callable[[Any], object] = lambda _result: None
        self._refused: Callable[[str], object] = self._refuse
        self._is_over = False
        self._page.cancel_wanted.connect(self._cancel)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None and self._work.isRunning()

    def start(
        self,
        heading: str,
        work: Work,
        done: Callable[[Any], object],
        cancel: Callable[[], object] | None = None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Do `work` under a heading, then `done` with what it returned, in the window's thread.

        What it refuses is told at the desk, unless `refused` takes it. Without `cancel` it is
        done in a moment, and none is offered.
        """
        if self.is_busy:
            self._window.tell("Something else is being done; wait for it, or cancel it.")
            return
        running = DeskWork(work, cancel or (lambda: None), FAULTS, self, _in_words)
        running.began.connect(self._page.show_step)
        running.progressed.connect(self._page.show_progress)
        # Slots of this object: a bare function would be called in the thread of the work.
        running.completed.connect(self._complete)
        running.failed.connect(self._fail)
        running.cancelled.connect(self._end_cancelled)
        self._done, self._refused = done, refused or self._refuse
        self._work = running
        self._page.begin(heading, can_cancel=cancel is not None)
        self._window.show_page(self._page)
        running.start()

    def stop(self) -> None:
        """End what is being done: the window closes, and nothing is shown of it any more."""
        self._is_over = True
        if self._work is not None:
            self._work.stop()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._page.wear(look)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _complete(self, result: object) -> None:
        if self._waited():
            self._done(result)

    def _fail(self, sentence: str) -> None:
        if self._waited():
            self._refused(sentence)

    def _end_cancelled(self) -> None:
        if self._waited():
            self._refuse("Cancelled: nothing was changed.")

    def _waited(self) -> bool:
        """Wait for the thread, which has done its work, so that the next one can begin.

        Tell whether the end is to be shown: the term base may be closed once the window is.
        """
        if self._work is not None:
            self._work.wait()
        return not self._is_over

    def _refuse(self, sentence: str) -> None:
        self._window.show_desk()
        self._window.tell(sentence)


def _in_words(fault: Exception) -> str:
    """Return what went wrong, and what to do where a file could not be written."""
    if isinstance(fault, FileUnwritable):
        return f"{fault}. Make room there, or choose another place."
    return str(fault)
