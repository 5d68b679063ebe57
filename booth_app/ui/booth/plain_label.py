"""Labels that show words as they stand, whoever wrote them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(words: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return a label of `words` that takes no markup in them for markup.

    `wraps`: it breaks them into lines where it is too narrow.
    """
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label
