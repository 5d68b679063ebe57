"""A list of painted rows: Enter in it is its own, and where the keyboard is can be seen."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.block_delegate import BlockDelegate, Fill
from booth_app.ui.editor.passing_area import COMMANDING
from booth_app.ui.theme import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BlockList(QListView):
    """Shows a list model's rows as blocks of text."""

    chosen = Signal(int)
    """The row in which Enter was pressed, or that was double-clicked."""

    def __init__(
        self, model: QAbstractItemModel, fill: Fill, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts: dict[int, Callable[[], None]] = {}
        self.blocks = BlockDelegate(fill, look, self)
        self.setItemDelegate(self.blocks)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._choose)

    @property
    def row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def add_key(self, key: Qt.Key, act: Callable[[], None]) -> None:
        """Have `key` by itself do `act` while the list has the keyboard."""
        self._acts[key] = act

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.blocks.wear(look)
        make_thin(self.verticalScrollBar(), look)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QListView.focusInEvent: the current row is what is come to."""
        super().focusInEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QListView.keyPressEvent: Enter by itself chooses, keys of its own do theirs.

        Commands are the window's. Qt would take Enter for the list's with any key held, and pass it
        on as well: Ctrl+Enter then opened another concept and approved that one.
        """
        act = None if event.modifiers() else self._acts.get(event.key())
        if act is not None:
            act()
        elif event.modifiers() & COMMANDING:
            event.ignore()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        elif self.row >= 0:
            self.chosen.emit(self.row)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
