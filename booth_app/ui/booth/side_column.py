"""The column at the right: panels one below the other; the bio gives way first, then it scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.booth.speaker_card import SpeakerCard
from booth_app.ui.theme import Look


class SideColumn(QScrollArea):
    """Shows the speaker's card above the other panels.

    Where all of it has no room the card's bio is folded; what still has none is reached with the
    wheel or by `page_on`, which also unfolds the bio.
    """

    def __init__(self, card: SpeakerCard, *below: QWidget) -> None:
        super().__init__()
        self._card = card
        self._unfolded = False
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for panel in (card, *below):
            self._column.addWidget(panel)
        self._column.addStretch(1)
        # One made here: asked for Qt's own, PySide6 looks through all widgets for its type, which
        # took 16 ms of the first paint.
        self.setViewport(QWidget())
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Always there, thin as it is: text that is set anew beside a bar that comes costs twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.setAccessibleName("Speaker and notes")
        self._inside.installEventFilter(self)

    def wear(self, look: Look) -> None:
        """Take the look's colours."""
        self.setPalette(look.palette("panel"))
        make_thin(self.verticalScrollBar(), look)

    def insert(self, panel: QWidget) -> None:
        """Put a further panel directly below the card."""
        self._column.insertWidget(1, panel)

    def page_on(self) -> None:
        """Unfold the bio, then scroll a page down with each call; from the end back as it was."""
        bar = self.verticalScrollBar()
        if self._card.is_bio_folded:
            self._unfold(unfolded=True)
        elif bar.value() < bar.maximum():
            bar.setValue(bar.value() + round(bar.pageStep() * 0.9))
        else:
            self._unfold(unfolded=False)
            bar.setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: fold or unfold when a panel says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea.resizeEvent: fold or unfold for the height there is."""
        super().resizeEvent(event)
        self._fit()

    def _unfold(self, *, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        height = self._column.heightForWidth(width) + self._card.height_spared(width)
        self._card.fold_bio(folded=height > self.viewport().height() and not self._unfolded)
