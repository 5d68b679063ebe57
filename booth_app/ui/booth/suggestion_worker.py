"""Suggestions without making the window wait: one thread, one place to wait, the newest wins."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from booth_app.languages import Lang

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.translation.suggestions import Phrase, Suggestions


class SuggestionWorker(QThread):
    """Answers the newest request and forgets all older ones; the window stops it when it closes.

    `opened` makes the suggestions at the first request. What the glossary and the meeting know is
    asked in the thread that calls `request`, which owns them; only the machine works in this one.
    A request that is known or withheld without the machine is answered at once.
    """

    suggested = Signal(object)
    """The Suggestion for the newest request, never for an older one."""
    failed = Signal(str)
    """Why there is none: a fault of the program's, in one sentence."""
    _answered = Signal(int, object)
    _broke = Signal(int, object)

    def __init__(self, opened: "Callable[[], Suggestions]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._suggestions: Suggestions | None = None
        self._changed = threading.Condition()
        self._waiting: Phrase | None = None
        self._newest = 0
        self._is_ending = False
        self._answered.connect(self._pass_on)
        self._broke.connect(self._pass_on_fault)

    def request(self, text: str, source: Lang, target: Lang) -> None:
        """Ask for a suggestion; whatever was asked before is forgotten."""
        self.forget()
        if self._suggestions is None:
            self._suggestions = self._opened()
        phrase = self._suggestions.phrase(text, source, target)
        if phrase.ready is not None:
            self.suggested.emit(phrase.ready)
            return
        with self._changed:
            self._waiting = phrase
            self._changed.notify()
        if not self.isRunning() and not self._is_ending:
            self.start(QThread.Priority.LowPriority)

    def forget(self) -> None:
        """Drop what waits, and the answer of what is under way."""
        with self._changed:
            self._newest += 1
            self._waiting = None

    def stop(self) -> None:
        """End the thread, whatever it is at; a translation under way is left to itself."""
        self.forget()
        with self._changed:
            self._is_ending = True
            self._changed.notify()
        self.wait()

    def run(self) -> None:
        """Override QThread.run."""
        while work := self._next():
            self._answer(*work)

    def _next(self) -> "tuple[int, Phrase] | None":
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._is_ending)
            phrase, self._waiting = self._waiting, None
            return None if phrase is None else (self._newest, phrase)

    def _answer(self, number: int, phrase: "Phrase") -> None:
        from booth_app.translation.loaded_models import Stopped

        assert self._suggestions is not None
        try:
            suggestion = self._suggestions.answer(phrase, lambda: number != self._newest)
        except Stopped:
            return
        except Exception as fault:
            self._broke.emit(number, fault)  # raised where all faults of ours are
        else:
            self._answered.emit(number, suggestion)

    def _pass_on(self, number: int, suggestion: object) -> None:
        """Run in the window's thread, where an answer may arrive after a newer request."""
        if number == self._newest:
            self.suggested.emit(suggestion)

    def _pass_on_fault(self, number: int, fault: Exception) -> None:
        if number == self._newest:
            self.failed.emit(f"The suggestion failed: {fault or type(fault).__name__}")
        raise fault
