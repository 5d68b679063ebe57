"""Places the booth's panels: the bar above, agenda, words, and who speaks; folds when narrow."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from booth_app.languages import Lang
from booth_app.ui.booth.agenda_panel import AgendaPanel
from booth_app.ui.booth.clock_bar import ClockBar
from booth_app.ui.booth.keys import COMMANDS
from booth_app.ui.booth.keys_page import KeysPage
from booth_app.ui.booth.look_up_panel import LookUpPanel
from booth_app.ui.booth.message_line import MessageLine
from booth_app.ui.booth.notes_panel import NotesPanel
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.booth.speaker_card import SpeakerCard
from booth_app.ui.theme import Look

_AGENDA: Final = (306, 0.25)
_SIDE: Final = (330, 0.26)
"""A column's width in pixels at 100 %, and the share of the window it may take at most."""
_WORDS: Final = 420
"""The least width of the words between them, in pixels at 100 %."""

_SMALLEST: Final = QSize(340, 300)


class BoothView(QWidget):
    """The panels in their places. It connects nothing: the main window does."""

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._look = look
        self.clock = ClockBar(look)
        self.agenda = AgendaPanel(look)
        self.words = LookUpPanel(look, target, floor)
        self.speaker = SpeakerCard(look)
        self.notes = NotesPanel(look)
        self.message = MessageLine(look)
        self.keys = KeysPage(look)
        self._side = _column(self.speaker, self.notes)
        self._place()
        self._dress(look)

    def wear(self, look: Look) -> None:
        """Dress every panel in `look`."""
        for panel in (self.clock, self.agenda, self.words, self.speaker, self.notes):
            panel.wear(look)
        self.message.wear(look)
        self.keys.wear(look)
        self._dress(look)
        self._fold()

    def _dress(self, look: Look) -> None:
        """Dress what is the view's own."""
        self._look = look
        self.setPalette(look.palette())
        palette = look.palette()
        palette.setColor(palette.ColorRole.Window, look.color("panel"))
        self._side.setPalette(palette)
        make_thin(self._side.verticalScrollBar(), look)

    def speak(self, target: Lang, floor: Lang) -> None:
        """Tell the panels that print languages which to print."""
        self.clock.speak(target, floor)
        self.words.speak(target, floor)

    def show_keys(self) -> None:
        """Show the page of keys over the words, or take it away."""
        if self.keys.isVisible():
            self.hide_keys()
        else:
            self.keys.show_commands(COMMANDS)
            self.words.hide()

    def hide_keys(self) -> None:
        """Take the page of keys away."""
        self.keys.hide()
        self.words.show()
        self.words.focus_field()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: columns fold, so they keep no window wide."""
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: fold the columns that have no room."""
        super().resizeEvent(event)
        self._fold()

    def _place(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.agenda)
        columns.addWidget(self.words, 1)
        columns.addWidget(self.keys, 1)
        columns.addWidget(self._side)
        rows = QVBoxLayout(self)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.clock)
        rows.addLayout(columns, 1)
        rows.addWidget(self.message)
        self.setAutoFillBackground(True)

    def _fold(self) -> None:
        """Give each column its width; who speaks goes first, then the agenda."""
        scale, width = self._look.scale, self.width()
        agenda = round(min(_AGENDA[0] * scale, _AGENDA[1] * width))
        side = round(min(_SIDE[0] * scale, _SIDE[1] * width))
        least = round(_WORDS * scale)
        self._side.setVisible(width - agenda - side >= least)
        self.agenda.setVisible(width - agenda >= least)
        self.agenda.setFixedWidth(agenda)
        self._side.setFixedWidth(side)


def _column(*panels: QWidget) -> QScrollArea:
    """Return the panels one below the other; what has no room is reached with the wheel."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # Always there, thin as it is: text that is set anew beside a bar that comes costs twice.
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setAutoFillBackground(True)
    return area
