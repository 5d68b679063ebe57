"""Asks the machine for the phrase in the field, once the hand rests, and shows what comes of it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.translation.suggestions import Suggestion
    from booth_app.ui.booth.suggestion_strip import SuggestionStrip

PAUSE_MS: Final = 350
"""The pause in typing after which the machine is asked for a phrase."""


class AskingMachine(QObject):
    """One phrase at a time: a later one, or anything else that is typed, ends it.

    `changed` says that the strip came, went, or takes another height.
    """

    wanted = Signal(str)
    changed = Signal()

    def __init__(self, panel: QWidget, look: Look) -> None:
        super().__init__(panel)
        self._panel, self._look = panel, look
        self._strip: SuggestionStrip | None = None
        self._phrase = ""
        self._asked = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.ask)

    @property
    def strip(self) -> "SuggestionStrip":
        """The strip that says what the machine says; made when it is first needed."""
        if self._strip is None:
            from booth_app.ui.booth.suggestion_strip import SuggestionStrip

            self._strip = SuggestionStrip(self._look, self._panel)
        return self._strip

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        if self._strip is not None:
            self._strip.wear(look)

    def wait_for(self, phrase: str) -> None:
        """Ask for `phrase` after a pause; empty: for nothing. What was asked before has ended."""
        self._end()
        self._phrase = phrase
        if phrase:
            self._pause.start()

    def ask(self) -> None:
        """Ask for the phrase now."""
        self._pause.stop()
        if self._phrase:
            self.expect(self._phrase)
            self.wanted.emit(self._phrase)

    def expect(self, phrase: str) -> None:
        """Say that the machine works on `phrase`, and show what comes of it."""
        self._asked = phrase
        self.strip.show_waiting(phrase)
        self.changed.emit()

    def show_suggestion(self, suggestion: "Suggestion") -> None:
        """Show a suggestion, unless something else was typed or asked since."""
        if self._asked and suggestion.source == self._asked:
            self.strip.show_suggestion(suggestion)
            self.changed.emit()

    def place(self, left: int, bottom: int, width: int) -> int:
        """Lay the strip over what ends at `bottom`; return how many pixels of it are covered."""
        if self._strip is None:
            return 0
        height = self._strip.height_for(width)
        self._strip.setGeometry(left, bottom - height, width, height)
        self._strip.raise_()
        return 0 if self._strip.words is None else height + self._look.pixels(8)

    def _end(self) -> None:
        self._pause.stop()
        self._asked = ""
        if self._strip is not None and self._strip.words is not None:
            self._strip.dismiss()
            self.changed.emit()
