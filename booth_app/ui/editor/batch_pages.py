"""What was imported into a glossary, and the way back from it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from booth_app.editing.taking_back import StoredBatch, TakingBack
from booth_app.terminology.counted import counted
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.review_wording import BatchCounts, taken_back_line
from booth_app.ui.editor.value_words import moment
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_HOW: Final = "Enter takes it back; what was changed since stays."
_CALLED: Final = {"merge": "two concepts made one", "import": "a file", "release": "a release"}


class BatchPages(QObject):
    """Lists what came in as a whole, and takes it back as a whole."""

    def __init__(self, window: EditorWindow, working: Working, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._batches: Sequence[StoredBatch] = ()
        self.page = ChoicePage("Imports", {"back": "&Take it back"}, look)
        self.page.closed.connect(window.show_desk)
        self.page.acted.connect(lambda _action, at: self.take_back(self._batches[at].id))
        window.answer("take_back", self.show_batches)
        window.batch_taken_back.connect(self.take_back)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.page.wear(look)

    def show_batches(self) -> None:
        """List what changed the glossary as a whole, the newest first."""
        glossary = self._window.desk.glossary
        taking_back = TakingBack(self._window.desk.termbase)

        def work(told: Told, _counted: Counted) -> list[StoredBatch]:
            told("looking …")
            found = taking_back.batches(glossary)
            return [one for one in found if one.origin in ("import", "release", "merge")]

        def done(batches: list[StoredBatch]) -> None:
            self._batches = batches
            how = _HOW if batches else "No file was imported here, and nothing merged."
            lines = [_batch_line(one) for one in batches]
            self.page.show_lines(f"What came into {glossary} as a whole", how, lines)
            self._window.show_page(self.page)

        self._working.start(f"Looking for imports into {glossary}", work, done)

    def take_back(self, batch: str) -> None:
        """Take a whole batch back."""
        taking = TakingBack(self._window.desk.termbase).of_batch(self._window.desk.glossary, batch)

        def work(told: Told, _counted: Counted) -> BatchCounts:
            return taking.run(lambda step: told(f"{step} …"))

        def done(counts: BatchCounts) -> None:
            self._window.show_desk()
            self._window.tell(taken_back_line(counts))

        self._working.start("Taking an import back", work, done, taking.cancel)


def _batch_line(one: StoredBatch) -> str:
    back = " · taken back" if one.taken_back else ""
    called = one.note or _CALLED.get(one.origin, one.origin)
    signed = f"{called} · {moment(one.at)} · {one.person}"
    return f"{signed} · {counted(one.concepts, 'concept')}{back}"
