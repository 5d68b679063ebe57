"""The first start: its line under the field, until it is answered and something else is done."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # most starts are not the first
    from booth_app.ui.booth.welcome_line import WelcomeLine


class FirstStart(QObject):
    """Asks in one line, at the end of `column`, for the target language and what is read."""

    target_chosen = Signal(str)
    reading_switched = Signal(str)
    example_tried = Signal(str)

    def __init__(self, panel: QWidget, column: QVBoxLayout) -> None:
        super().__init__(panel)
        self._column = column
        self._reads: Sequence[Lang] = LANGUAGES
        self._line: WelcomeLine | None = None

    def ask(self, look: Look, keys: Mapping[Lang, str], reading_keys: Mapping[Lang, str]) -> None:
        """Show the line; the keys are those that set the target, and switch what is read."""
        if self._line is not None:
            return
        from booth_app.ui.booth.welcome_line import WelcomeLine

        self._line = WelcomeLine(look, keys, reading_keys)
        self._line.show_reads(self._reads)
        self._line.target_chosen.connect(self.target_chosen)
        self._line.reading_switched.connect(self.reading_switched)
        self._line.example_tried.connect(self.example_tried)
        self._column.addWidget(self._line)

    def answer(self, target: Lang) -> None:
        """Mark `target` as chosen; the line stays for what is read."""
        if self._line is not None:
            self._line.show_target(target)

    def read(self, reads: Sequence[Lang]) -> None:
        """Show what is read."""
        self._reads = reads
        if self._line is not None:
            self._line.show_reads(reads)

    def leave(self) -> None:
        """Take the line away where it is answered: something else is done."""
        if self._line is not None and self._line.is_answered:
            self._line.hide()
            self._line.deleteLater()
            self._line = None

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        if self._line is not None:
            self._line.wear(look)
