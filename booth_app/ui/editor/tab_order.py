"""Where Tab goes in a form whose fields come and go."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def next_stop(form: QWidget, stops: Iterable[QWidget], *, forward: bool) -> QWidget | None:
    """Return where Tab goes on: to the next of `stops` of `form`, else to what is beside it.

    None where it has nowhere to go.
    """
    open_stops = [stop for stop in stops if takes_focus(stop)]
    here = QApplication.focusWidget()
    if here in open_stops:
        at = open_stops.index(here) + (1 if forward else -1)
        if 0 <= at < len(open_stops):
            return open_stops[at]
    return _beside(form, forward=forward)


def takes_focus(widget: QWidget) -> bool:
    """Tell whether Tab can stop at `widget` now."""
    can = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(can) and widget.isVisible() and widget.isEnabled()


def _beside(form: QWidget, *, forward: bool) -> QWidget | None:
    """Return the first widget outside `form` that Qt's own order comes to."""
    start: QWidget | None = form.focusWidget() or form
    widget = start
    while widget is not None:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is start or widget is None:
            return None
        if not form.isAncestorOf(widget) and widget is not form and takes_focus(widget):
            return widget
    return None
