"""A ring around what has the keyboard on a page: lists, choices and boxes show it too little."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from booth_app.ui.theme import Look

_LINE: Final = 2
_OUTSIDE: Final = 3
_ROUND: Final = 4
"""Pixels at 100 %: the line, how far outside it runs, and its corners."""
_MOVING: Final = (
    *(QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide),
    QEvent.Type.LayoutRequest,
)


class KeyboardRing(QWidget):
    """Lies over `parent`, which holds `pages`, and rings what has the keyboard on some of them."""

    def __init__(self, pages: QStackedWidget, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._pages = pages
        self._over = parent
        self._without: tuple[QWidget, ...] = ()
        self._watched: list[QWidget] = []
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.wear(look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        # The keyboard may be on a page before that is the current one.
        pages.currentChanged.connect(lambda _at: self._follow(None, QApplication.focusWidget()))

    def leave_out(self, *pages: QWidget) -> None:
        """Ring nothing on these pages: they show by themselves where the keyboard is."""
        self._without = pages

    def wear(self, look: Look) -> None:
        """Take the look's colours."""
        self._look = look
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: move with what is ringed."""
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        look = self._look
        line = look.pixels(_LINE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), line))
            inside = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.drawRoundedRect(inside, look.pixels(_ROUND), look.pixels(_ROUND))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched, self._around = [], None
        if now is not None and self._is_ringed(now):
            self._around = over = now
            while over is not self._pages:
                over.installEventFilter(self)
                self._watched.append(over)
                over = over.parentWidget() or self._pages
        self._place()

    def _is_ringed(self, widget: QWidget) -> bool:
        page = self._pages.currentWidget()
        return page is not None and page not in self._without and page.isAncestorOf(widget)

    def _place(self) -> None:
        around = self._around
        seen = around.visibleRegion().boundingRect() if around is not None else QRect()
        if around is None or seen.isEmpty():
            self.hide()
            return
        out = self._look.pixels(_OUTSIDE)
        corner = around.mapTo(self._over, seen.topLeft())
        self.setGeometry(QRect(corner, seen.size()).adjusted(-out, -out, out, out))
        self.show()
        self.raise_()
