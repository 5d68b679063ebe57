"""The history of a concept: every change, two states compared, any of them taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.termbase import Change
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.block_delegate import BlockDelegate, Index
from booth_app.ui.editor.history_model import CHANGE, HistoryModel
from booth_app.ui.editor.history_wording import ChangeLine, lines, signed
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
    change_taken_back = Signal(object)
    """The `Change` that is to be undone, later ones kept."""
    state_wanted = Signal(object)
    """The `Change` after which the concept was as it is to be again."""
    batch_taken_back = Signal(str)
    """The batch (an import, a release) that is to be undone as a whole."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._heading = QLabel(self.tr("History"))
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._model = HistoryModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName(self.tr("Changes, newest first"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = BlockDelegate(_fill, look, self)
        self._list.setItemDelegate(self._delegate)
        self._buttons = {
            "compare": QPushButton(self.tr("&Compare with now")),
            "undo": QPushButton(self.tr("Take this &back")),
            "state": QPushButton(self.tr("As it was &then")),
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

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show these changes, which come oldest first."""
        self._delegate.forget()
        self._model.show_changes(changes)
        if changes:
            self._list.setCurrentIndex(self._model.index(0))
        self._follow_current()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self._heading.setFont(look.font(_HEADING, bold=True))
        palette = look.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.color("faint"))
        self._heading.setPalette(palette)
        self._delegate.wear(look)
        make_thin(self._list.verticalScrollBar(), look)
        for button in self._buttons.values():
            button.setFont(look.font(_SMALL))
        self._list.doItemsLayout()

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)
        for pair in (("compare", "undo"), ("state", "batch")):
            row = QHBoxLayout()
            for name in pair:
                row.addWidget(self._buttons[name])
            column.addLayout(row)

    def _connect(self) -> None:
        selection = self._list.selectionModel()
        selection.currentChanged.connect(self._follow_current)
        self._list.activated.connect(self._compare)
        self._buttons["compare"].clicked.connect(self._compare)
        self._buttons["undo"].clicked.connect(self._take_back)
        self._buttons["state"].clicked.connect(self._want_state)
        self._buttons["batch"].clicked.connect(self._take_batch_back)

    @property
    def _current(self) -> Change | None:
        return self._model.change(self._list.currentIndex().row())

    def _follow_current(self, *_: QModelIndex) -> None:
        """Offer only what can be done with the current change."""
        change, newest = self._current, self._list.currentIndex().row() == 0
        self._buttons["compare"].setEnabled(change is not None and not newest)
        self._buttons["undo"].setEnabled(change is not None and change.before is not None)
        earlier = change is not None and change.after is not None and not newest
        self._buttons["state"].setEnabled(earlier)
        whole = change is not None and change.origin in ("import", "release")
        self._buttons["batch"].setEnabled(whole)

    def _compare(self) -> None:
        if (change := self._current) is not None:
            self.comparison_wanted.emit(change)

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
    for line in lines(change):
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
