"""The page of what waits from the booth: each line can go into any concept."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from booth_app.terminology.concept import ConceptKey
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.concept_finder import ConceptFinder, Concepts
from booth_app.ui.theme import Look

TITLE: Final = "Inbox: what came from the booth"
_ACTIONS: Final = {
    "accept": "Into the &open concept",
    "another": "Into &another…",
    "form": "As a for&m of its term",
    "new": "A &new concept",
    "dismiss": "&Dismiss",
}


class InboxPage(ChoicePage):
    """Shows the lines over what can be done with the current one.

    *Into another* looks for the concept by its terms; Esc there leads back to the lines.
    """

    concept_chosen = Signal(int, str)
    """Which line goes into which concept, by id."""

    def __init__(self, concepts: Concepts, look: Look, parent: QWidget | None = None) -> None:
        self.finder = ConceptFinder(None, concepts)
        super().__init__(TITLE, _ACTIONS, look, parent)
        self.finder.field.setAccessibleName("Find the concept it belongs to")
        self.finder.hide()
        self._column.insertWidget(self._column.count() - 1, self.finder)
        self.finder.grew.connect(self._lay_out)
        self.finder.closed.connect(self._close_finder)
        self.finder.chosen.connect(
            lambda id_: self.concept_chosen.emit(self.lines.currentRow(), id_)
        )

    def find_concept(self, glossary: str, text: str) -> None:
        """Look for the concept of `glossary` that the current line belongs to, by `text` first."""
        self.finder.open_for(ConceptKey(glossary, ""), text)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        super().wear(look)
        self.finder.wear(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: what is found is laid out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.finder.isHidden():
            margins = self._column.contentsMargins()
            width = self.width() - margins.left() - margins.right()
            self.finder.setFixedHeight(self.finder.height_for(width))

    def _close_finder(self) -> None:
        self.finder.hide()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
