"""Concepts like the one that is being typed: to open, to link, or to merge the two."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.editing.similar import Similar
from booth_app.languages import LANGUAGES, RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.paragraph import ARABIC_LEADING, ROW, Row, Run
from booth_app.ui.booth.words import Words
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.rows_view import RowsView
from booth_app.ui.editor.similar_model import SIMILAR, SimilarModel
from booth_app.ui.theme import Look

_HEADING: Final = 10.5
_TEXT: Final = 11.0
_SMALL: Final = 9.5
_LONGEST: Final = 160
"""Characters of a term that a row shows."""

_ARABIC: Final = Row(right_to_left=True, leading=ARABIC_LEADING, most_lines=2)
_QUOTED: Final = re.compile("“([^”]*)”")
_LATIN: Final = ROW._replace(most_lines=2)


class SimilarPanel(QWidget):
    """Lists similar concepts, each with why; takes no room while there is none.

    In the list Enter opens the current one, L links it, M merges it with the one that is open.
    """

    concept_wanted = Signal(object)
    """The `ConceptKey` to be opened."""
    link_wanted = Signal(object)
    """The `ConceptKey` to be related to."""
    merge_wanted = Signal(object)
    """The `ConceptKey` to be made one with the open concept."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Similar concepts"))
        self._glossary = ""
        self._heading = Words(self, most_lines=1)
        self._model = SimilarModel()
        self._rows = RowsView(self._model, self._fill, look, self)
        self._rows.setAccessibleName(self.tr("Similar concepts: Enter opens, L links, M merges"))
        self._keys = Words(self, gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._heading, self._rows, self._keys):
            column.addWidget(part)
        self._connect()
        self.wear(look)
        self.show_similar((), "")

    @property
    def shown(self) -> list[Similar]:
        """What is listed, the likest first."""
        rows = range(self._model.rowCount())
        return [found for row in rows if (found := self._model.similar(row)) is not None]

    def show_similar(self, found: Sequence[Similar], glossary: str) -> None:
        """Show `found`; of those that are not of `glossary` it is said which they are of."""
        self._glossary = glossary
        if list(found) != self.shown:
            self._model.show_found(found)
        self._heading.say(Run(self.tr("Similar concepts"), _HEADING, "faint", bold=True))
        self._keys.say(Run(self.tr("Enter opens · L links · M merges"), _SMALL, "faint"))
        self.setVisible(bool(found))

    def limit(self, pixels: int) -> None:
        """Give the list of similar concepts at most this height."""
        self._rows.limit(pixels)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        for words in (self._heading, self._keys):
            words.wear(look)
        self._rows.wear(look)

    def _connect(self) -> None:
        self._rows.chosen.connect(self._want_concept)
        self._rows.add_key(Qt.Key.Key_L, self._want_link)
        self._rows.add_key(Qt.Key.Key_M, self._want_merge)

    @property
    def _current(self) -> Similar | None:
        return self._model.similar(self._rows.row)

    @property
    def _own(self) -> Similar | None:
        """The current concept, None where it is of another glossary: nothing binds the two."""
        found = self._current
        return found if found and found.concept.glossary == self._glossary else None

    def _want_concept(self) -> None:
        if found := self._current:
            self.concept_wanted.emit(found.concept.key)

    def _want_link(self) -> None:
        if found := self._own:
            self.link_wanted.emit(found.concept.key)

    def _want_merge(self) -> None:
        if found := self._own:
            self.merge_wanted.emit(found.concept.key)

    def _fill(self, block: Block, index: Index) -> None:
        found: Similar | None = index.data(SIMILAR)
        if found is None:
            return
        row = _ARABIC if found.lang in RIGHT_TO_LEFT else _LATIN
        block.set([Run(harmless(found.term[:_LONGEST]), _TEXT, "text")], row)
        block.gap(1)
        runs = [Run(harmless(found.why), _SMALL, "warning")]
        if other := _otherwise_named(found):
            runs.insert(0, Run(f"{isolated(other)}  ", _SMALL, "text"))
        if found.differs:
            runs.append(Run(f"  {_set_apart(found.differs)}", _SMALL, "dim"))
        if found.concept.glossary != self._glossary:
            runs.append(Run(f"  in {isolated(found.concept.glossary)}", _SMALL, "faint"))
        block.set(runs)


def _otherwise_named(found: Similar) -> str:
    """Return what the concept is called first, where it was found by another term."""
    terms = (found.concept.section(lang).preferred for lang in LANGUAGES)
    first = next((term.text for term in terms if term), "")
    return "" if first == found.term else first[:_LONGEST]


def _set_apart(text: str) -> str:
    """Return `text` with what it quotes isolated: the quotes may run either way."""
    return _QUOTED.sub(lambda quoted: f"“{isolated(quoted[1])}”", text)
