"""What a page holds, scrolled where the page is too low for it: large type on a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.passing_area import PassingArea
from booth_app.ui.theme import Look


class TallArea(PassingArea):
    """Shows one widget as wide as it is itself; what has the keyboard is always in sight."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._inside = inside
        self.setWidget(inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def wear(self, look: Look) -> None:
        """Take the look's colours."""
        self.setPalette(look.palette())
        make_thin(self.verticalScrollBar(), look)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)
