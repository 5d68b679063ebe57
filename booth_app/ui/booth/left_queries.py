"""The queries that were left: the arrows walk back through them, those in vain are told."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from booth_app.ui.booth.answer_area import AnswerArea
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import LookUp
from booth_app.ui.booth.walk_back import WalkBack


class LeftQueries(QObject):
    """Judges a query when it is left, by what `area` answered; one walked back to is none anew."""

    looked_up = Signal(str)
    """A query that found something."""
    missed = Signal(str)
    """A query that found nothing, told once however it is typed on."""

    def __init__(self, parent: QObject, area: AnswerArea) -> None:
        super().__init__(parent)
        self._area = area
        self._walk = WalkBack()
        self._missed = ""

    def walk_through(self, looked_up: Sequence[str]) -> None:
        """Walk back through these look-ups from now on, the last one last."""
        self._walk = self._walk.through(tuple(looked_up))

    def follow(self, text: str) -> None:
        """Take `text` as what stands in the field: what else is typed ends a walk."""
        if not self._walk.is_at(text):
            self._walk = self._walk.left()
        if self._missed not in text:
            self._missed = ""

    def walked(self, step: int, text: str) -> WalkBack | None:
        """Return where the walk has come to from a field that shows `text`; None: no further."""
        walk = self._walk.walked(step, text)
        if walk == self._walk:
            return None
        self._walk = walk
        return walk

    def leave(self, shown: Found) -> None:
        """Have the query remembered, or counted as missed."""
        if not isinstance(shown.entry, LookUp) or self._walk.is_under_way:
            return
        if self._area.has_found:
            self.looked_up.emit(shown.entry.text)
        else:
            self.miss(shown)

    def miss(self, shown: Found) -> None:
        """Tell of a look-up on the screen that found nothing, once."""
        if self._area.found_nothing and shown.query != self._missed:
            self._missed = shown.query
            self.missed.emit(shown.query)
