"""Opens the term base and the meetings beside the window, so that the window paints first."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThread, Signal

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meeting.meeting import Meeting
    from booth_app.meetings import Meetings
    from booth_app.termbase import Termbase


class Opened(NamedTuple):
    """What was opened. `meetings` is None as long as nothing can be stored.

    `meeting`, where there is one, is the meeting the term base follows already.
    """

    termbase: "Termbase"
    meetings: "Meetings | None" = None
    meeting: "Meeting | None" = None


class Opening(QThread):
    """Runs one function in a thread of its own and announces what became of it.

    `steps` is called with the two announcements below as callables; it returns nothing. A fault
    that it raises as one of `faults` is announced with its sentence; any other is ours and goes
    to the last-resort handler.
    """

    ready = Signal(object)
    """An `Opened`; may come more than once, each time able to do more."""
    told = Signal(str)
    """A sentence for the person."""
    failed = Signal(str)
    """Why nothing, or nothing more, can be opened."""

    def __init__(
        self,
        steps: Callable[[Callable[[object], None], Callable[[str], None]], None],
        faults: Callable[[], type[Exception]],
    ) -> None:
        super().__init__()
        self._steps = steps
        self._faults = faults

    def run(self) -> None:
        """Override QThread.run: do the steps."""
        try:
            self._steps(self.ready.emit, self.told.emit)
        except self._faults() as fault:
            self.failed.emit(str(fault))
