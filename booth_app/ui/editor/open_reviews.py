"""The reviews that are not done with: gone on with, or ended, and that taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from booth_app.editing.reviews import Review, Reviews
from booth_app.termbase import Termbase
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.value_words import moment
from booth_app.ui.theme import Look

_HOW: Final = "Decisions were kept; go on where you left."
_NONE: Final = "Nothing waits."
_ENDED: Final = "ended · Go on opens it again"


class OpenReviews(QObject):
    """Lists the reviews of a term base. What is ended stays listed until the window is closed."""

    wanted = Signal(object)
    """The `Review` that is to be gone on with."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self.page = ChoicePage("Open reviews", {"open": "&Go on", "end": "&End it"}, look)
        self._window = window
        self._listed: Sequence[Review] = ()
        self._ended: list[Review] = []
        self.page.acted.connect(self._act)

    @property
    def _termbase(self) -> Termbase:
        return self._window.desk.termbase

    def show(self) -> None:
        """List them, the newest first."""
        found = [*Reviews(self._termbase).open_ones(), *self._ended]
        self._listed = sorted(found, key=lambda one: (one.at, one.id), reverse=True)
        how = _HOW if self._listed else _NONE
        self.page.show_lines("Open reviews", how, [self._line(one) for one in self._listed])
        self._window.show_page(self.page)

    def _line(self, review: Review) -> str:
        said = (f"{review.file} into {review.glossary}", moment(review.at), review.person)
        return " · ".join((*said, _ENDED) if review in self._ended else said)

    def _act(self, action: str, at: int) -> None:
        review = self._listed[at]
        is_ended = review in self._ended
        if action == "open":
            if is_ended:
                Reviews(self._termbase).open_again(review)
                self._ended.remove(review)
            self.wanted.emit(review)
        elif not is_ended:
            Reviews(self._termbase).end(review)
            self._ended.append(review)
            self.show()
