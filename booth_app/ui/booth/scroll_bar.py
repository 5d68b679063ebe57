"""A scroll bar that keeps quiet beside the text it belongs to."""

from PySide6.QtWidgets import QScrollBar

from booth_app.ui.theme import Look

_WIDTH = 6
_IS_WATCHED = "is_watched"


def make_thin(bar: QScrollBar, look: Look) -> None:
    """Make an upright `bar` a thin strip in the colours of `look`, without arrows.

    One that is always there shows nothing while there is nothing to scroll.
    """
    width = look.pixels(_WIDTH)
    if not bar.property(_IS_WATCHED):
        bar.setProperty(_IS_WATCHED, True)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
    bar.setEnabled(bar.maximum() > bar.minimum())
    bar.setStyleSheet(
        f"QScrollBar:vertical {{ width: {width}px; background: transparent; }}"
        f"QScrollBar::handle:vertical {{ background: {look.theme.line}; min-height: 24px; }}"
        "QScrollBar::handle:vertical:disabled { background: transparent; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
