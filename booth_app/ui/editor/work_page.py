"""The page that says how far long work is, and lets it be cancelled."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.theme import Look

_HEADING: Final = 15.0
_TEXT: Final = 11.0
_MARGIN: Final = 24
_WIDTH: Final = 420


class WorkPage(QWidget):
    """Shows what is done to what, a bar, and a button that cancels; so does Esc."""

    cancel_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Progress of the work"))
        self._heading, self._step = plain_label(wraps=True), plain_label(wraps=True)
        self._is_cancelled = self._can_cancel = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._button = QPushButton(self.tr("&Cancel"))
        self._button.clicked.connect(self._cancel)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for widget in (self._heading, self._step, self._bar):
            self._column.addWidget(widget)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(2)
        self.wear(look)

    def begin(self, heading: str, *, can_cancel: bool = True) -> None:
        """Show that work has begun; where it cannot be cancelled, that is not offered."""
        self._can_cancel = can_cancel
        self._button.setVisible(can_cancel)
        self.setFocusProxy(self._button if can_cancel else None)  # type: ignore[arg-type]
        self._heading.setText(harmless(heading))
        self._step.clear()
        self._bar.setRange(0, 0)
        self._is_cancelled = False

    def show_step(self, step: str) -> None:
        """Say what is being done now."""
        self._step.setText(harmless(step))
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done."""
        self._bar.setRange(0, 1_000 if total else 0)
        if total:
            self._bar.setValue(min(1_000 * done // total, 1_000))

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        self._heading.setFont(look.font(_HEADING, bold=True))
        for widget in (self._step, self._bar, self._button):
            widget.setFont(look.font(_TEXT))
        margin = look.pixels(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._bar.setMaximumWidth(look.pixels(_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: Esc cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _cancel(self) -> None:
        """Ask for it once; the button keeps the keyboard, which would be nowhere else."""
        if self._is_cancelled or not self._can_cancel:
            return
        self._is_cancelled = True
        self._step.setText(self.tr("Cancelling …"))
        self.cancel_wanted.emit()
