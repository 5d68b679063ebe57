"""A plain editor that shows what is invisible in a text by marks, each typed and deleted whole."""

from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from booth_app.terminology.counted import counted
from booth_app.ui.editor.visible import MARK_LENGTH, mark_before, typed, visible

LONGEST: Final = 10_000
"""Characters of a text that can be typed in here; Qt lays longer ones out for seconds."""


class MarkedEdit(QPlainTextEdit):
    """Takes plain text; what is copied from it are the characters, not their marks.

    Where `breaks` is False pasted breaks become spaces.
    """

    def __init__(self, parent: QWidget, *, breaks: bool) -> None:
        super().__init__(parent)
        self.breaks = breaks
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the window undoes, across fields and saves
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def raw(self) -> str:
        """The words in it with their marks; unlike toPlainText, it keeps no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def put(self, shown: str) -> None:
        """Put `shown` in place of what stands there, unheard; cursor and selection stay."""
        cursor = self.textCursor()
        at, anchor = cursor.position(), cursor.anchor()
        if len(shown) > LONGEST:
            more = f"{counted(len(shown) - LONGEST, 'more character')}, too long to be changed here"
            shown = f"{shown[:LONGEST]} … ({more})"
        self.blockSignals(True)
        self.setPlainText(shown)
        self.blockSignals(False)
        last = self.document().characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(at, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def delete_mark(self) -> bool:
        """Delete the mark before the cursor whole; tell whether there was one."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return False
        moved = QTextCursor.MoveOperation.PreviousCharacter
        cursor.movePosition(moved, QTextCursor.MoveMode.KeepAnchor, MARK_LENGTH)
        if not mark_before(cursor.selectedText()):
            return False
        cursor.removeSelectedText()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override QPlainTextEdit.wheelEvent: the form scrolls where the field does not."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QPlainTextEdit.insertFromMimeData: plain text, breaks where they are wanted."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if not self.breaks:
            text = " ".join(line for line in text.split("\n") if line)
        shown = visible(text, one_line=not self.breaks)
        if len(shown) + self.document().characterCount() > LONGEST:
            QApplication.beep()
        else:
            self.textCursor().insertText(shown)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Override QPlainTextEdit.createMimeDataFromSelection: the characters, not their marks."""
        data = QMimeData()
        data.setText(typed(self.textCursor().selectedText().replace("\u2029", "\n")))
        return data
