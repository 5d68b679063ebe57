"""The page on which a person says what each column of a table holds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from booth_app.exchange.columns import Column, corrected
from booth_app.languages import LANGUAGES
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.button_rows import ButtonRows
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_SMALL: Final = 9.5
_MARGIN: Final = 18
_BETWEEN: Final = 8
_SAMPLES: Final = 3
_LONGEST: Final = 80
"""Characters of a cell that are shown."""

_LANGUAGE_PARTS: Final = (
    ("terms", ""),
    ("synonyms", "synonym:"),
    ("acronyms", "short:"),
    ("definition", "definition:"),
    ("source of the definition", "definition_source:"),
    ("source", "source:"),
    ("usage note", "usage_note:"),
    ("context", "context:"),
    ("status", "status:"),
)
_OTHER_PARTS: Final = (
    ("concept’s id", "id"),
    ("subject field", "subject"),
    ("note for the booth", "note"),
    ("definition", "definition"),
    ("source", "source"),
    ("language of the row", "lang"),
    ("status of the row’s term", "status"),
    ("region of the row’s term", "region"),
    ("row numbers", "row number"),
)
_UNREAD: Final = (
    ("something else: kept under its header", "extra"),
    ("nothing: left out", "ignore"),
)

_CHOICES: Final = (
    *((f"{LANGUAGE_WORDS[lang]}: terms", lang) for lang in LANGUAGES),
    *_OTHER_PARTS,
    *(
        (f"{LANGUAGE_WORDS[lang]}: {words}", f"{part}{lang}")
        for lang in LANGUAGES
        for words, part in _LANGUAGE_PARTS[1:]
    ),
    *_UNREAD,  # last: a letter typed in an unread column goes on to what is first in the list
)
"""What a column can be said to hold, in words and as the readers take it."""
_FROM_LEFT: Final = "\u200e"
"""Keeps cells in the order of the rows, whatever the first of them is written in."""
_NO_LANGUAGE: Final = "Say of one column at least which language its terms are in."
_HOW: Final = (
    "A column that is only suggested is not read until you say here what it holds. What you say"
    " is remembered for every table with the same header."
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnMapper(QWidget):
    """Shows each column with some of its cells and what it is taken for; all can be corrected."""

    mapped = Signal(dict)
    """From a column's number to what the person says it holds, as `columns.corrected` takes it."""
    refused = Signal(str)
    """Why the file cannot be read so: one sentence."""
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns of the table"))
        self._look = look
        self._columns: tuple[Column, ...] = ()
        self._choices: list[QComboBox] = []
        self._heading = _label("")
        self._how = _label(_HOW)
        for label in (self._heading, self._how):
            label.setWordWrap(True)
        self._accept = QPushButton(self.tr("&Read the file like this"))
        close = QPushButton(self.tr("C&lose"))
        self._accept.clicked.connect(self._announce)
        close.clicked.connect(self.closed)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout(self)
        for widget in (self._heading, self._how):
            self._column.addWidget(widget)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(ButtonRows((self._accept, close)))
        self.wear(look)

    @property
    def choices(self) -> list[QComboBox]:
        """What each column is said to hold, column by column."""
        return list(self._choices)

    def show_columns(
        self, file: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]
    ) -> None:
        """Show these columns of `file`, with cells from the first of `rows`."""
        self._heading.setText(harmless(f"What do the columns of {file} hold?"))
        self._columns = tuple(columns)
        self._choices = []
        table = QWidget()
        grid = QGridLayout(table)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(self._look.pixels(_MARGIN))
        grid.setVerticalSpacing(self._look.pixels(_BETWEEN))
        for at, column in enumerate(self._columns):
            samples = [row[at] for row in rows if at < len(row) and row[at].strip()][:_SAMPLES]
            self._add(grid, at, column, samples)
        grid.setRowStretch(len(self._columns), 1)
        self._area.setWidget(table)
        self.wear(self._look)
        if self._choices:
            self.setFocusProxy(self._choices[0])
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        for label in self.findChildren(QLabel):
            label.setFont(look.font(_SMALL if label.objectName() == "small" else _TEXT))
        self._heading.setFont(look.font(_HEADING, bold=True))
        for control in (*self.findChildren(QComboBox), *self.findChildren(QPushButton)):
            control.setFont(look.font(_TEXT))
        make_thin(self._area.verticalScrollBar(), look)
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc closes, Enter in a column reads."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and not isinstance(self.focusWidget(), QPushButton):
            self._announce()
        else:
            super().keyPressEvent(event)

    def _add(self, grid: QGridLayout, at: int, column: Column, samples: Sequence[str]) -> None:
        header = column.header.strip() or self.tr("no header")
        choice = _choice(column)
        choice.setAccessibleName(f"Column {at + 1}, {harmless(header)}")
        self._choices.append(choice)
        is_doubted = not column.certain and column.part not in ("ignore", "extra")
        doubt = self.tr("Only suggested: ") if is_doubted else ""
        cells = " · ".join(isolated(cell[:_LONGEST]) for cell in samples)
        name = _label(f"{at + 1}. {isolated(header[:_LONGEST])}")
        name.setBuddy(choice)
        grid.addWidget(name, at, 0)
        grid.addWidget(choice, at, 1)
        told = filter(None, (_FROM_LEFT + cells if cells else "", f"{doubt}{column.why}"))
        grid.addWidget(_label("\n".join(told), small=True), at, 2)

    def _announce(self) -> None:
        """Tell what the columns hold, once one of them has terms of a language."""
        chosen = [str(choice.currentData()) for choice in self._choices]
        taken = corrected(self._columns, {str(at): said for at, said in enumerate(chosen, 1)})
        if not any(column.is_language or column.part == "lang" for column in taken):
            self.refused.emit(_NO_LANGUAGE)
            return
        self.mapped.emit(
            {
                str(at): said
                for at, (column, said) in enumerate(zip(self._columns, chosen, strict=True), 1)
                if said != column.as_correction or not column.certain
            }
        )


def _choice(column: Column) -> QComboBox:
    """Return the choice of a column, at what it is taken for; what is unusual is one more."""
    choice = QComboBox()
    for words, said in _CHOICES:
        choice.addItem(words, said)
    taken = column.as_correction
    if choice.findData(taken) < 0:
        choice.insertItem(0, harmless(taken.replace("_", " ").replace(":", ": ")), taken)
    choice.setCurrentIndex(choice.findData(taken))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(18)
    return choice


def _label(text: str, *, small: bool = False) -> QLabel:
    """Return a label of `text`, which is harmless; a small one breaks where it must."""
    label = plain_label(text, wraps=small)
    label.setObjectName("small" if small else "")
    return label
