"""A scroll bar that keeps quiet beside the text it belongs to."""

from PySide6.QtWidgets import QScrollBar

from booth_app.ui.theme import Look

_WIDTH = 6


def make_thin(bar: QScrollBar, look: Look) -> None:
    """Make an upright `bar` a thin strip in the colours of `look`, without arrows."""
    width = look.pixels(_WIDTH)
    bar.setStyleSheet(
        f"QScrollBar:vertical {{ width: {width}px; background: transparent; }}"
        f"QScrollBar::handle:vertical {{ background: {look.theme.line}; min-height: 24px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
