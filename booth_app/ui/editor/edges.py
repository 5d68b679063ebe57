"""Fields and boxes whose edge can be seen on every ground."""

from PySide6.QtGui import QPalette

from booth_app.ui.theme import Look


def edged(look: Look) -> QPalette:
    """Return the look's palette for a field or a box to tick.

    The style draws an edge darker than the window; on a dark one it was not seen.
    """
    return look.palette("text")
