"""Finds the concept a relation leads to, while its term is typed."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from booth_app.languages import LANGUAGES
from booth_app.termbase import Hit
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.form_words import title
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.theme import Look

_MOST: Final = 8
_ASKED: Final = 40
"""Answers asked for: those of other glossaries and the concept itself are left out."""
_POINTS: Final = 10.0
_NOTHING: Final = "No concept of this glossary is found by that."


class Concepts(Protocol):
    """What a form asks of the term base."""

    def look_up(self, text: str, limit: int = 10, /) -> Sequence[Hit]:
        """Return at most `limit` answers to `text`, best first."""

    def concept(self, key: ConceptKey) -> Concept | None:
        """Return the concept `key`; None where there is none."""


class ConceptFinder(QWidget):
    """A field over the concepts it finds: arrows choose, Enter takes, Esc closes."""

    chosen = Signal(str)
    """The id of the concept that was taken."""
    closed = Signal()
    grew = Signal()

    def __init__(self, parent: QWidget | None, concepts: Concepts) -> None:
        super().__init__(parent)
        self._concepts = concepts
        self._key = ConceptKey("", "")
        self._look: Look | None = None
        self.field = _FindField(self)
        self.found = QListWidget(self)
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setAccessibleName("Concepts found")
        self.found.itemClicked.connect(self._take)
        self.field.setPlaceholderText("find a concept by any of its terms")
        self.field.setAccessibleName("Find a related concept")
        self.field.edited.connect(self._find)
        self.field.walked.connect(self._walk)
        self.field.confirmed.connect(lambda: self._take(self.found.currentItem()))
        self.field.closed.connect(self.closed)

    def open_for(self, key: ConceptKey, text: str = "") -> None:
        """Look for another concept of the glossary of `key`, by `text` to begin with."""
        self._key = key
        self.field.settle(text)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._find()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.field.wear(look)
        self.found.setFont(look.font(_POINTS))
        self.found.setPalette(look.palette())

    def height_for(self, width: int) -> int:
        """Lay the field and what it found out; return the pixels of height that they take."""
        line = self.field.height_for(width)
        self.field.setGeometry(0, 0, width, line)
        count = self.found.count()
        self.found.setVisible(count > 0)
        row = self.found.sizeHintForRow(0) if count else 0
        self.found.setGeometry(0, line + 2, width, count * row + 4)
        return line + (count * row + 6 if count else 0)

    def _find(self) -> None:
        self.found.clear()
        text = str(self.field.value).strip()
        hits = self._concepts.look_up(text[:200], _ASKED) if text else ()
        own = [hit.concept for hit in hits if hit.concept and hit.glossary == self._key.glossary]
        for concept in [one for one in own if one.id != self._key.id][:_MOST]:
            item = QListWidgetItem(_line(concept))
            item.setData(Qt.ItemDataRole.UserRole, concept.id)
            self.found.addItem(item)
        if text and not self.found.count():
            nothing = QListWidgetItem(_NOTHING)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(nothing)
        self._walk(1)
        self.grew.emit()

    def _walk(self, way: int) -> None:
        count = self.found.count()
        if count:
            at = min(max(self.found.currentRow() + way, 0), count - 1)
            self.found.setCurrentRow(at)
            self.field.setAccessibleDescription(self.found.item(at).text())

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.closed.emit()


class _FindField(LineField):
    """The field in which a concept is looked for."""

    walked = Signal(int)
    confirmed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, framed=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override LineField.keyPressEvent: arrows walk, Enter takes, Esc closes."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QLineEdit.focusOutEvent: whoever goes elsewhere looks for nothing."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.closed.emit()


def _line(concept: Concept) -> str:
    """Return what a concept is called, and what in another language."""
    first = title(concept)
    said = (concept.section(lang).preferred for lang in LANGUAGES)
    others = [harmless(term.text) for term in said if term and harmless(term.text) != first]
    return f"{first} — {others[0]}" if others else first
