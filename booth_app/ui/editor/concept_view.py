"""The editor's list of concepts as a view: rows of one height, in any number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from booth_app.ui.booth.key_presses import writes


class ConceptView(QTableView):
    """The list itself: keys that do not move in it go on to the window.

    It is a table of one column: to lay 250,000 rows of one height out takes it no time, where a
    QListView takes half a second.
    """

    entered = Signal()
    """Enter: on to the concept."""
    typed = Signal(str)
    """A letter: for the look-up field."""

    def __init__(self) -> None:
        super().__init__()
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Concepts")

    def set_row_height(self, pixels: int) -> None:
        """Give every row this height."""
        self.verticalHeader().setDefaultSectionSize(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: no search by first letters, only keys that move."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moving = (
            *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
            *(Qt.Key.Key_Home, Qt.Key.Key_End),
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        elif event.key() in moving and not held:
            super().keyPressEvent(event)
        elif writes(event) and event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Override QTableView.focusNextPrevChild: Tab goes on to the concept, as Enter does."""
        if next:
            self.entered.emit()
        return not self.hasFocus() or super().focusNextPrevChild(next)
