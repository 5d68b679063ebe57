"""Approving all that is listed: counted first, done beside the window, undone in one step."""

from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from booth_app.editing.approving import Approving, Waiting
from booth_app.editing.edits import Step
from booth_app.editing.survey import Numbers
from booth_app.termbase import StoreFault
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.counted import counted
from booth_app.ui.editor.beside import Beside
from booth_app.ui.editor.editing_desk import READ_ONLY, EditingDesk
from booth_app.ui.editor.editor_wording import approval_done, approval_question

_MOST: Final = 5
"""How many times many approvals can be undone: what each changed is kept in memory."""


class ManyApprovals(QObject):
    """Asked once it counts and says so; asked for the same once more it approves."""

    told = Signal(str)
    progressed = Signal(int, int)
    """How many concepts are approved, of how many."""
    approved = Signal()
    """Approvals were given, or taken back."""

    def __init__(self, desk: EditingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Numbers | None = None
        self._approving: Approving | None = None
        self._is_running = False
        self._done: list[tuple[Approving, Step | None]] = []
        self._words = ("", "")
        self._working = Beside((StoreFault,), self)
        self._working.answered.connect(self._take)
        self._working.failed.connect(self._fail)

    @property
    def undoable(self) -> bool:
        """Whether the last thing that was done and is not undone was to approve many."""
        return bool(self._done) and self._done[-1][1] is self._desk.edits.last

    def ask(self, numbers: Numbers, key: str, undo_key: str) -> None:
        """Count what would be approved of these concepts of the survey, or approve it.

        `key` and `undo_key` are named to the person.
        """
        survey = self._desk.survey
        if self._is_running or survey is None:
            return
        if not self._desk.can_save:
            self.told.emit(READ_ONLY)
            return
        self._words = (key, undo_key)
        asked = self._asked
        if self._approving and asked is not None and np.array_equal(asked, numbers):
            self._run(self._approving)
            return
        ids, glossary = partial(survey.ids, numbers.copy()), self._desk.glossary
        approving = Approving(
            self._desk.termbase,
            lambda: [ConceptKey(glossary, id_) for id_ in ids()],
            self._desk.person,
        )
        self._asked, self._approving = numbers.copy(), approving
        self._working.ask(lambda: ("waiting", approving.waiting()))

    def leave(self) -> bool:
        """Leave what was counted unapproved, or stop approving; tell whether there was any."""
        was, self._asked = self._asked is not None or self._is_running, None
        if self._is_running and self._approving is not None:
            self._approving.cancel()
        return was

    def undo(self) -> None:
        """Take the last approvals back that are not."""
        if self._done:
            approving, _ = self._done.pop()
            self._working.ask(lambda: ("undone", approving.undo()))

    def forget(self) -> None:
        """Forget what was counted: something else was done."""
        self._asked = None

    def stop(self) -> None:
        """End what is under way."""
        if self._approving is not None:
            self._approving.cancel()
        self._working.stop()

    def _run(self, approving: Approving) -> None:
        self._asked, self._is_running = None, True
        self._working.ask(lambda: ("done", approving.run(self.progressed.emit)))

    def _fail(self, why: str) -> None:
        self._is_running = False
        self.told.emit(why)

    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        what, answered = answer
        if isinstance(answered, Waiting) and what == "waiting":
            if not answered.terms:
                self._asked = None
            self.told.emit(approval_question(answered, self._words[0]))
            return
        self._is_running = False
        if isinstance(answered, Waiting):
            self._note()
            self.told.emit(approval_done(answered, self._words[1]))
        else:
            self.told.emit(f"The approvals of {counted(answered, 'concept')} are taken back.")
        self.approved.emit()

    def _note(self) -> None:
        """Let these approvals come behind all that was done before, on the way back."""
        assert self._approving is not None
        self._desk.edits.part()
        self._done = [*self._done, (self._approving, self._desk.edits.last)][-_MOST:]
