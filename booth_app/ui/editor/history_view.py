"""The history of a concept: every change, two states compared, any of them taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.termbase import Change
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.block_list import BlockList
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.editor.history_model import CHANGE, IS_HELD, LINES, HistoryModel
from booth_app.ui.editor.history_wording import ChangeLine, signed
from booth_app.ui.editor.value_words import Called, by_id
from booth_app.ui.theme import Look

_HEADING: Final = 10.5
_TEXT: Final = 11.0
_SMALL: Final = 9.5
_LONGEST: Final = 160
"""Characters of a value that a line of history shows; the comparison shows all."""


class HistoryView(QWidget):
    """Lists the changes, newest first; what can be done with the current one are buttons."""

    comparison_wanted = Signal(object)
    """The `Change` whose state is to be held against today's."""
    two_wanted = Signal(object, object)
    """Two `Change`s, the earlier first, whose states are to be held against each other."""
    change_taken_back = Signal(object)
    """The `Change` that is to be undone, later ones kept."""
    state_wanted = Signal(object)
    """The `Change` after which the concept was as it is to be again."""
    batch_taken_back = Signal(str)
    """The batch (an import, a release) that is to be undone as a whole."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._heading = plain_label(self.tr("History"))
        self._model = HistoryModel()
        self._list = BlockList(self._model, _fill, look, self)
        self._list.setAccessibleName(self.tr("Changes, newest first"))
        # Always there: rows measured before it comes would be too low beside it.
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._buttons = {
            "compare": QPushButton(self.tr("&Compare with now")),
            "undo": QPushButton(self.tr("Ta&ke this back")),
            "hold": QPushButton(self.tr("&Hold to compare")),
            "state": QPushButton(self.tr("Go back &to this")),
            "batch": QPushButton(self.tr("Take the whole &import back")),
        }
        self._set_out()
        self._connect()
        self.wear(look)
        self.show_changes(())

    @property
    def changes(self) -> int:
        """How many changes are shown."""
        return self._model.rowCount()

    def show_changes(self, changes: Sequence[Change], called: Called = by_id) -> None:
        """Show these changes, which come oldest first; `called` names related concepts.

        An earlier one that was come to stays the current one while it is among them.
        """
        current = self._current if self._list.row > 0 else None
        self._list.blocks.forget()
        self._model.show_changes(changes, called)
        if changes:
            self._list.setCurrentIndex(self._model.index(self._model.row_of(current)))
        self._follow_current()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self._heading.setFont(look.font(_HEADING, bold=True))
        self._heading.setPalette(look.palette(words="faint"))
        self._list.wear(look)
        for button in self._buttons.values():
            button.setFont(look.font(_SMALL))
        self._list.doItemsLayout()

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        # It has what is left, so that nothing pushes the buttons out of sight.
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._list, 1)
        column.addWidget(ButtonRows(tuple(self._buttons.values()), self))

    def _connect(self) -> None:
        selection = self._list.selectionModel()
        selection.currentChanged.connect(self._follow_current)
        self._list.chosen.connect(lambda _row: self._buttons["compare"].click())
        self._buttons["compare"].clicked.connect(self._compare)
        self._buttons["undo"].clicked.connect(self._take_back)
        self._list.add_key(Qt.Key.Key_Space, self._buttons["hold"].click)
        self._buttons["hold"].clicked.connect(self._hold)
        self._buttons["state"].clicked.connect(self._want_state)
        self._buttons["batch"].clicked.connect(self._take_batch_back)

    @property
    def _current(self) -> Change | None:
        return self._model.change(self._list.currentIndex().row())

    def _follow_current(self, *_: QModelIndex) -> None:
        """Offer only what can be done with the current change."""
        change, held = self._current, self._model.held
        is_earlier = change is not None and self._list.row > 0
        is_held = change is not None and change is held
        compare, hold = self._buttons["compare"], self._buttons["hold"]
        compare.setText(self.tr("&Compare the two") if held else self.tr("&Compare with now"))
        compare.setEnabled(change is not None and not is_held if held else is_earlier)
        hold.setText(self.tr("&Hold no more") if is_held else self.tr("&Hold to compare"))
        hold.setEnabled(self.changes > 1)
        self._buttons["undo"].setEnabled(change is not None and change.before is not None)
        was_there = change is not None and change.after is not None
        self._buttons["state"].setEnabled(is_earlier and was_there)
        whole = change is not None and change.origin in ("import", "release")
        self._buttons["batch"].setVisible(whole)

    def _hold(self) -> None:
        """Hold the current state, so that the next one is compared with it; or hold none again."""
        self._model.hold(None if self._model.held is self._current else self._current)
        self._list.blocks.forget()
        self._list.doItemsLayout()
        self._follow_current()

    def _compare(self) -> None:
        change, held = self._current, self._model.held
        if change is None:
            return
        if held is None:
            self.comparison_wanted.emit(change)
        else:
            self.two_wanted.emit(*sorted((change, held), key=lambda one: one.seq))

    def _take_back(self) -> None:
        if (change := self._current) is not None:
            self.change_taken_back.emit(change)

    def _want_state(self) -> None:
        if (change := self._current) is not None:
            self.state_wanted.emit(change)

    def _take_batch_back(self) -> None:
        if (change := self._current) is not None:
            self.batch_taken_back.emit(change.batch)


def _fill(block: Block, index: Index) -> None:
    change: Change | None = index.data(CHANGE)
    if change is None:
        return
    if index.data(IS_HELD):
        block.set([Run("● held to compare", _SMALL, "focus", bold=True)])
    for line in index.data(LINES):
        block.set(_runs(line))
    block.gap(1)
    block.set([Run(harmless(signed(change)), _SMALL, "faint")])


def _runs(line: ChangeLine) -> list[Run]:
    runs = [Run(harmless(line.name), _TEXT, "text", bold=True)]
    if line.after:
        runs.append(Run(f"  {_set_apart(line.after, line)}", _TEXT, "ok"))
    if line.before:
        removed = "" if line.after else "  removed"
        runs.append(Run(f"{removed}  was {_set_apart(line.before, line)}", _TEXT, "faint"))
    return runs


def _set_apart(text: str, line: ChangeLine) -> str:
    """Return the value, isolated where it runs the other way, or may."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return isolated(short) if line.lang in RIGHT_TO_LEFT else f"“{harmless(short)}”"
