"""The queries that are left: by a pause, by Enter or Esc, or by an arrow that walks to others."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from booth_app.ui.booth.answer_area import AnswerArea
from booth_app.ui.booth.field_entry import LookUp
from booth_app.ui.booth.field_hint import LET_GO, walk_hint
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.booth.walk_back import WalkBack


class LeftQueries(QObject):
    """Judges a query of `field` when it is left, by what `area` answered.

    One that was walked back to is none anew.
    """

    looked_up = Signal(str)
    """A query that found something."""
    missed = Signal(str)
    """A query that found nothing, told once however it is typed on."""

    def __init__(self, field: LookUpField, area: AnswerArea) -> None:
        super().__init__(field)
        self._field, self._area = field, area
        self._walk = WalkBack()
        self._missed = ""
        self._rest = QTimer(self, singleShot=True, interval=3_000)
        self._rest.timeout.connect(self.let_go)

    def walk_through(self, looked_up: Sequence[str]) -> None:
        """Walk back through these look-ups from now on, the last one last."""
        self._walk = self._walk.through(tuple(looked_up))

    def pause_after(self, seconds: float) -> None:
        """Let a query go so long after its last key."""
        self._rest.setInterval(round(seconds * 1_000))

    def follow(self, text: str) -> None:
        """Take `text` as what stands in the field: what else is typed ends a walk."""
        if not self._walk.is_at(text):
            self._walk = self._walk.left()
        if self._missed not in text:
            self._missed = ""

    def await_rest(self, *, looked_up: bool) -> None:
        """Let what was just typed go after a pause, where it was looked up."""
        if looked_up:
            self._rest.start()
        else:
            self._rest.stop()

    def let_go(self) -> None:
        """Leave the query: the answer stays, the next letter begins another."""
        self._rest.stop()
        if self._field.let_go():
            self.leave()
            self._field.show_hint(LET_GO)

    def walk(self, step: int) -> None:
        """Leave the query and show the look-up `step` further on, back where it is negative."""
        self.leave()
        walk = self._walk.walked(step, self._field.text())
        if walk == self._walk:
            return
        self._walk = walk
        self._field.setText(walk.text)
        self._rest.stop()
        self._field.let_go()
        if walk.is_under_way:
            self._field.show_hint(walk_hint(walk.place, walk.total))

    def leave(self) -> None:
        """Have the query remembered, or counted as missed."""
        shown = self._area.shown
        if not isinstance(shown.entry, LookUp) or self._walk.is_under_way:
            return
        if self._area.has_found:
            self.looked_up.emit(shown.entry.text)
        else:
            self.miss()

    def miss(self) -> None:
        """Tell of a look-up on the screen that found nothing, once."""
        query = self._area.shown.query
        if self._area.found_nothing and query != self._missed:
            self._missed = query
            self.missed.emit(query)
