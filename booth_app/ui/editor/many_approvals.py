"""Approving all that is listed: counted first, done beside the window, undone in one step."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from booth_app.editing.approving import Approving, Waiting
from booth_app.termbase import StoreFault
from booth_app.terminology.concept import ConceptKey
from booth_app.ui.editor.beside import Beside
from booth_app.ui.editor.editing_desk import READ_ONLY, EditingDesk
from booth_app.ui.editor.editor_wording import approval_done, approval_question


class ManyApprovals(QObject):
    """Asked once it counts and says so; asked for the same once more it approves."""

    told = Signal(str)
    approved = Signal()
    """Approvals were given, or taken back."""

    def __init__(self, desk: EditingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Sequence[ConceptKey] | None = None
        self._approving: Approving | None = None
        self._is_done = False
        self._words = ("", "")
        self._working = Beside((StoreFault,), self)
        self._working.answered.connect(self._take)
        self._working.failed.connect(self.told)

    @property
    def undoable(self) -> bool:
        """Whether the last thing done here was to approve many."""
        return self._is_done

    def ask(self, keys: Sequence[ConceptKey], key: str, undo_key: str) -> None:
        """Count what would be approved, or approve it; `key` and `undo_key` are named."""
        if not self._desk.can_save:
            self.told.emit(READ_ONLY)
            return
        self._words = (key, undo_key)
        if self._asked == keys and self._approving is not None:
            approving, self._asked = self._approving, None
            self.told.emit(f"Approving {len(keys):,} concepts …")
            self._working.ask(lambda: ("done", approving.run()))
            return
        approving = Approving(self._desk.termbase, keys, self._desk.person)
        self._asked, self._approving, self._is_done = keys, approving, False
        self._working.ask(lambda: ("waiting", approving.waiting()))

    def leave(self) -> bool:
        """Leave what was counted unapproved; tell whether anything was."""
        was, self._asked = self._asked is not None, None
        return was

    def undo(self) -> None:
        """Take the approvals back."""
        approving, self._is_done = self._approving, False
        if approving is not None:
            self._working.ask(lambda: ("undone", approving.undo()))

    def forget(self) -> None:
        """Let something else be the last thing that was done."""
        self._is_done = False
        self._asked = None

    def stop(self) -> None:
        """End what is under way."""
        if self._approving is not None:
            self._approving.cancel()
        self._working.stop()

    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        what, counted = answer
        if isinstance(counted, Waiting) and what == "waiting":
            if not counted.terms:
                self._asked = None
            self.told.emit(approval_question(counted, self._words[0]))
            return
        if isinstance(counted, Waiting):
            self._is_done = True
            self.told.emit(approval_done(counted, self._words[1]))
        else:
            self.told.emit(f"The approvals of {counted:,} concepts are taken back.")
        self.approved.emit()
