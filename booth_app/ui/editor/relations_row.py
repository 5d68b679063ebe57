"""The concepts a concept is related to, as chips; another one is found by its term."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from booth_app.terminology.concept import ConceptKey, Relation
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.editor.concept_finder import ConceptFinder, Concepts
from booth_app.ui.editor.field_keys import row_action
from booth_app.ui.editor.form_words import RELATION_TYPES, title
from booth_app.ui.editor.plain_words import PlainWords
from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.theme import Look

_GAP: Final = 6
_MOST: Final = 40
"""Relations that are shown; files bring hundreds."""
_HOW: Final = "Enter opens it, Alt+PgUp and Alt+PgDn change how they are related, Del removes it"


class RelationsRow(QWidget):
    """Shows relations; says when they are changed, and when one is to be followed."""

    edited = Signal(tuple)
    """All relations, as they are now."""
    concept_wanted = Signal(ConceptKey)
    grew = Signal()

    def __init__(self, parent: QWidget, concepts: Concepts, look: Look) -> None:
        super().__init__(parent)
        self._concepts, self._look = concepts, look
        self._key = ConceptKey("", "")
        self._related: tuple[Relation, ...] = ()
        self._read_only = False
        self.chips: list[QuietButton] = []
        self.add = QuietButton("+ link", self, chip=True)
        self.add.setAccessibleName("Link to another concept")
        self.finder = ConceptFinder(self, concepts)
        self.finder.hide()
        self._more = PlainWords(self, 9.0, "faint")
        self.add.clicked.connect(lambda: self.finder.open_for(self._key))
        self.finder.chosen.connect(self._link)
        self.finder.closed.connect(self._close)
        self.finder.grew.connect(self.grew)
        self.wear(look)

    def show_relations(self, key: ConceptKey, related: tuple[Relation, ...]) -> None:
        """Show what the concept `key` is related to."""
        if key != self._key:
            self.finder.hide()
        if (key, related) == (self._key, self._related):
            return
        self._key, self._related = key, related
        more = len(related) - _MOST
        self._more.say(f"and {more} more, not shown" if more > 0 else "")
        while len(self.chips) < min(len(related), _MOST):
            self.chips.append(self._chip(len(self.chips)))
        for chip, relation in zip(self.chips, related, strict=False):
            self._show(chip, relation)
        for at, chip in enumerate(self.chips):
            chip.setVisible(at < len(related))
        self.grew.emit()

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the relations to whoever only hears it."""
        for widget in (self.add, *self.chips):
            widget.setAccessibleDescription(problem or ("" if widget is self.add else _HOW))

    def stops(self) -> list[QWidget]:
        """Return the widgets that Tab stops at, in their order."""
        return [*self.chips, self.add, self.finder.field]

    def set_read_only(self, *, read_only: bool) -> None:
        """Change nothing, or change again."""
        self._read_only = read_only
        self.add.setVisible(not read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.finder.wear(look)
        self._more.wear(look)
        for chip in (*self.chips, self.add):
            chip.wear(look)

    def height_for(self, width: int) -> int:
        """Lay the chips out for this width; return the pixels of height that they take."""
        gap, x, y = self._look.pixels(_GAP), 0, 0
        line = self.add.height_for(width)
        for chip in (*self.chips, self.add):
            if chip.isHidden():
                continue
            wide = min(chip.natural_width(), width)
            if x and x + wide > width:
                x, y = 0, y + line + gap
            chip.setGeometry(x, y, wide, line)
            x += wide + gap
        y += line
        if not self._more.isHidden():
            height = self._more.height_for(width)
            self._more.setGeometry(0, y, width, height)
            y += height
        if not self.finder.isHidden():
            height = self.finder.height_for(width)
            self.finder.setGeometry(0, y + gap, width, height)
            y += height + gap
        return y

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: another kind of relation, by the keys of a status."""
        action = row_action(event)
        at = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        if action not in ("status up", "status down") or at < 0 or self._read_only:
            super().keyPressEvent(event)
            return
        kinds = [*RELATION_TYPES]
        kind = self._related[at].type
        if kind not in kinds:
            kinds.insert(0, kind)
        place = kinds.index(kind) + (1 if action == "status down" else -1)
        self._change(at, replace(self._related[at], type=kinds[place % len(kinds)]))

    def _chip(self, at: int) -> QuietButton:
        chip = QuietButton("", self, role="dim", chip=True)
        chip.wear(self._look)
        chip.setAccessibleDescription(_HOW)
        chip.setToolTip(_HOW)
        chip.clicked.connect(
            lambda: self.concept_wanted.emit(self._key._replace(id=self._related[at].to))
        )
        chip.removed.connect(lambda: self._change(at, None))
        return chip

    def _show(self, chip: QuietButton, relation: Relation) -> None:
        other = self._concepts.concept(self._key._replace(id=relation.to))
        called = title(other) if other else f"{harmless(relation.to)} (not in this glossary)"
        words = f"{harmless(relation.type).replace('_', ' ')}: {called}"
        chip.show_words(words)
        chip.setAccessibleName(f"Related concept, {words}")

    def _link(self, id_: str) -> None:
        if all(relation.to != id_ for relation in self._related):
            self.edited.emit((*self._related, Relation(id_)))

    def _close(self) -> None:
        held = self.finder.field.hasFocus()
        self.finder.hide()
        if held:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grew.emit()

    def _change(self, at: int, relation: Relation | None) -> None:
        if self._read_only:
            return
        related = list(self._related)
        related[at : at + 1] = [relation] if relation else []
        self.edited.emit(tuple(related))
        if relation is None and not self.chips[at].isVisible():
            (self.chips[at - 1] if at else self.add).setFocus()
