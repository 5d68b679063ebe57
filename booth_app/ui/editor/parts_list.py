"""Traps and external references: parts of a concept that have several texts each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from booth_app.editing.new_parts import new_trap
from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Reference, Trap
from booth_app.ui.editor.draft import complete
from booth_app.ui.editor.part_row import Kind, PartRow
from booth_app.ui.editor.plain_words import PlainWords
from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.theme import Look

_GAP: Final = 5
_CAPTION: Final = 8.0


TRAPS: Final = Kind(
    "trap",
    "trap",
    new_trap,
    {
        "term": "word or term",
        "languages": "in languages, such as fr es",
        "status": "what it rests on",
        "trap": "what goes wrong",
        "advice": "what to say instead",
    },
    frozenset({"trap", "advice"}),
)
REFERENCES: Final = Kind(
    "reference",
    "reference",
    lambda: Reference("", ""),
    {"system": "system, such as IATE", "id": "id there"},
)


_MOST: Final = 20
"""Parts that are shown; files bring hundreds."""


class PartsList(QWidget):
    """Shows parts of one kind, each with its texts, and adds another.

    A part that does not yet say what it needs stays in the list alone.
    """

    edited = Signal(tuple)
    """All parts that say what they need, as they are now."""
    grew = Signal()

    def __init__(self, parent: QWidget, kind: Kind, look: Look) -> None:
        super().__init__(parent)
        self._kind, self._look = kind, look
        self._known: tuple[Any, ...] = ()
        self._parts: list[Any] = []
        self._read_only = False
        self._problem = ""
        self.rows: list[PartRow] = []
        self.add = QuietButton(f"+ {kind.word}", self)
        self.add.setAccessibleName(f"New {kind.word}")
        self.add.clicked.connect(self._begin)
        self._more = PlainWords(self, 9.0, "faint")
        self.wear(look)

    def show_parts(self, parts: Sequence[Any], *, is_same: bool) -> None:
        """Show `parts`; `is_same`: of the concept that is shown already."""
        if is_same and tuple(parts) == complete(self._parts, self._known):
            self._known = tuple(parts)
            return  # what is shown, and perhaps one that is only begun
        if not is_same and not parts and not self._parts:
            self._known = ()
            return
        self._known, self._parts = tuple(parts), list(parts)
        self._show()

    def settle(self) -> None:
        """Show a trap that was emptied as it is kept, now that nobody is typing in it."""
        kept = {part.id: part for part in self._known if isinstance(part, Trap)}
        for at, part in enumerate(self._parts):
            if isinstance(part, Trap) and part.id in kept and not part.trap.strip():
                self._parts[at] = kept[part.id]
        self._show()

    def show_problem(self, problem: str) -> None:
        """Frame the texts that are wrong; empty text frees them."""
        self._problem = problem
        for row in self.rows:
            row.show_problem(problem)

    def stops(self) -> list[QWidget]:
        """Return the widgets that Tab stops at, in their order."""
        return [*(widget for row in self.rows for widget in row.stops()), self.add]

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self._read_only = read_only
        self.add.setVisible(not read_only)
        for row in self.rows:
            row.set_read_only(read_only=read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.add.wear(look)
        self._more.wear(look)
        for row in self.rows:
            row.wear(look)

    def height_for(self, width: int) -> int:
        """Lay the parts out for this width; return the pixels of height that they take."""
        gap, y = self._look.pixels(_GAP), 0
        for row in self.rows:
            if not row.isHidden():
                height = row.height_for(width)
                row.setGeometry(0, y, width, height)
                y += height + gap
        if not self._more.isHidden():
            height = self._more.height_for(width)
            self._more.setGeometry(0, y, width, height)
            y += height
        if not self.add.isHidden():
            height = self.add.height_for(width)
            self.add.setGeometry(0, y, self.add.natural_width(), height)
            y += height
        return y

    def _show(self) -> None:
        more = len(self._parts) - _MOST
        self._more.say(f"and {more} more, not shown" if more > 0 else "")
        while len(self.rows) < min(len(self._parts), _MOST):
            row = PartRow(self, self._kind, self._look)
            row.set_read_only(read_only=self._read_only)
            row.edited.connect(self._set)
            row.removed.connect(self._remove)
            row.grew.connect(self.grew)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(self._parts))
            if at < len(self._parts):
                row.show_part(self._parts[at], at + 1)
        self.grew.emit()

    def _begin(self) -> None:
        at = min(len(self._parts), _MOST - 1)
        self._parts.insert(at, self._kind.new())
        self._show()
        self.rows[at].stops()[0].setFocus()

    def _set(self, number: int, name: str, text: str) -> None:
        value: Any = text
        if name == "languages":
            words = text.replace(",", " ").split()
            value = tuple(lang for lang in LANGUAGES if lang in words)
        self._parts[number - 1] = replace(self._parts[number - 1], **{name: value})
        self.edited.emit(complete(self._parts, self._known))

    def _remove(self, number: int) -> None:
        if not self._read_only:
            del self._parts[number - 1]
            self._show()
            self.add.setFocus()
            self._known = complete(self._parts, ())
            self.edited.emit(self._known)
