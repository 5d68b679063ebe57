"""Two states of a concept held against each other, and two concepts that become one."""

from PySide6.QtCore import QObject

from booth_app.editing.joining_two import made_one
from booth_app.editing.taking_back import as_it_was
from booth_app.termbase import Change
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.editor import sides_page
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.field_rows import beside, chosen_values, compared
from booth_app.ui.editor.form_words import title
from booth_app.ui.editor.value_words import moment
from booth_app.ui.theme import Look

_MERGED = "The two are one now; what led to the other leads here. {key} parts them again."
_HOW_TO_MERGE = (
    "Left and Right choose whose value counts; an empty one leaves it out. Enter makes them one."
)


class SideBySide(QObject):
    """The pages on which states and concepts stand side by side, and what is done there."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._comparison, self._merge = sides_page.comparison(), sides_page.merge()
        self._change: Change | None = None
        self._two: tuple[ConceptKey, ConceptKey] | None = None
        window.comparison_wanted.connect(self.compare)
        window.two_wanted.connect(self.compare_two)
        window.merge_wanted.connect(self.merge)
        for page in (self._comparison, self._merge):
            page.closed.connect(window.show_desk)
        self._comparison.acted.connect(lambda _action: self._take_field_back())
        self._merge.acted.connect(lambda _action: self._make_one())
        self.wear(look)

    def compare(self, change: Change) -> None:
        """Hold the state after a change against today's."""
        heading = f"As it was on {moment(change.at)}"
        self._compare(heading, change, self._window.editor.concept, ("Then", "Now"))

    def compare_two(self, earlier: Change, later: Change) -> None:
        """Hold the states after two changes against each other."""
        first, second = moment(earlier.at), moment(later.at)
        self._compare(f"From {first} to {second}", earlier, later.after, (first, second))

    def merge(self, kept: ConceptKey, other: ConceptKey) -> None:
        """Show two concepts side by side, to become one."""
        desk = self._window.desk
        own, others = desk.concept(kept), desk.concept(other)
        if own is None or others is None:
            self._window.tell("One of the two is gone.")
            return
        self._two = (kept, other)
        names = [title(one, desk.languages) for one in (own, others)]
        rows = beside(own, others, desk.called)
        self._merge.show_rows("Make two concepts one", _HOW_TO_MERGE, rows, names)
        self._window.show_page(self._merge)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        for page in (self._comparison, self._merge):
            page.wear(look)

    def _compare(
        self, heading: str, then: Change, now: Concept | None, names: tuple[str, str]
    ) -> None:
        self._change = then
        rows = compared(then.after, now, self._window.desk.called)
        how = "Enter gives the concept the value of the left column again."
        if not rows:
            how = "The two states say the same."
        self._comparison.show_rows(heading, how, rows, names)
        self._window.show_page(self._comparison)

    def _take_field_back(self) -> None:
        row, change, now = self._comparison.current, self._change, self._window.editor.concept
        if row is None or change is None or change.after is None or now is None:
            return
        self._window.editor.save(as_it_was(now, change.after, row.field))
        self._window.show_desk()
        self._window.tell(f"Taken back: {row.name}.")

    def _make_one(self) -> None:
        if self._two is None:
            return
        termbase, (kept, other) = self._window.desk.termbase, self._two
        chosen = chosen_values(self._merge.rows)
        stored = self._window.editor.together(
            "merging", lambda: made_one(termbase, kept, other, chosen), kept, other
        )
        if stored is not None:
            self._window.show_desk()
            self._window.open_concept(stored.key)
            self._window.tell(_MERGED.format(key=self._window.keys.shown("undo")))
