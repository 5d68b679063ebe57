"""How a field lays its text out: in which direction, how high, and what is underlined in it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QTextEdit

from booth_app.languages import RIGHT_TO_LEFT, Lang

MOST_LINES: Final = 40
"""A longer text scrolls in its field, so that what comes after it stays within reach."""
_SEEN: Final = 300 * MOST_LINES
"""Characters that can be seen at once: what comes after them changes no height."""


def text_option(lang: Lang | None, *, from_right: bool) -> QTextOption:
    """Return how text of `lang` runs, None: as its letters do.

    `from_right`: it stands at the right. Qt's plain documents do not turn the sides round for a
    language that runs from there.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    directions = Qt.LayoutDirection
    if lang is not None:
        is_rtl = lang in RIGHT_TO_LEFT
        option.setTextDirection(directions.RightToLeft if is_rtl else directions.LeftToRight)
    if from_right or lang in RIGHT_TO_LEFT:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option


def lines_height(text: str, font: QFont, option: QTextOption, width: float) -> tuple[float, int]:
    """Return the height of `text` in lines of this width, in pixels, as a plain document has it.

    And how many lines that are: at most `MOST_LINES`.
    """
    height, lines = 0.0, 0
    for paragraph in text[:_SEEN].split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while lines < MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            height += line.height()
            lines += 1
        layout.endLayout()
    return height, lines


def underlined(
    cursor: QTextCursor, before: str, fault: str, color: QColor
) -> QTextEdit.ExtraSelection:
    """Return the mark for `fault`, which stands behind `before` in the document of `cursor`."""
    last = cursor.document().characterCount() - 1
    cursor.setPosition(min(_units(before), last))
    cursor.setPosition(min(_units(before + fault), last), QTextCursor.MoveMode.KeepAnchor)
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(color)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, style
    return mark


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
