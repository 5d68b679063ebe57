"""Places the booth's panels: the bar above, agenda, words, and who speaks; docks when narrow."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from booth_app.languages import Lang
from booth_app.ui.booth.agenda_panel import AgendaPanel
from booth_app.ui.booth.clock_bar import ClockBar
from booth_app.ui.booth.docked_line import DockedLine
from booth_app.ui.booth.docked_terms import DockedTerms
from booth_app.ui.booth.glossaries_page import GlossariesPage
from booth_app.ui.booth.key_presses import writes
from booth_app.ui.booth.keys import Command
from booth_app.ui.booth.keys_page import KeysPage
from booth_app.ui.booth.look_up_panel import LookUpPanel
from booth_app.ui.booth.message_line import MessageLine
from booth_app.ui.booth.notes_panel import NotesPanel
from booth_app.ui.booth.side_column import SideColumn
from booth_app.ui.booth.speaker_card import SpeakerCard
from booth_app.ui.docking import DOCKED_BELOW
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.termbase import ItemRow
    from booth_app.ui.booth.glossaries_page import Switched
    from booth_app.ui.booth.item_wording import ItemPair
    from booth_app.ui.booth.pins_panel import PinsPanel

_AGENDA: Final = (306, 0.25)
_SIDE: Final = (330, 0.26)
"""A column's width in pixels at 100 %, and the share of the window it may take at most."""
_WORDS: Final = 420
"""The least width of the words between them, in pixels at 100 %."""

_WORDS_HEIGHT: Final = 570
_LINE_HEIGHT: Final = 240
"""The least height of the words, in pixels at 100 %: above docked terms, above the two lines."""
_MOST_TERMS: Final = 4
_LOW: Final = 330
"""The height of the view, in pixels at 100 %, under which the bar keeps to one row."""

_SMALLEST: Final = QSize(340, 300)


class BoothView(QWidget):
    """The panels in their places. It connects nothing: the main window does.

    Where a column has no room two lines under the words say who speaks and what is now and next;
    docked, the item's first terms stand under them. `docked` says that the window became narrow
    enough for that, or no longer is.
    """

    docked = Signal(bool)

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._look = look
        self.clock = ClockBar(look)
        self.agenda = AgendaPanel(look)
        self.words = LookUpPanel(look, target, floor)
        self.speaker = SpeakerCard(look)
        self.notes = NotesPanel(look)
        self.line = DockedLine(look)
        self.terms = DockedTerms(look, target, floor)
        self.terms.hide()
        self.message = MessageLine(look)
        self.keys = KeysPage(look)
        self.glossaries = GlossariesPage(look)
        self.pins: PinsPanel | None = None
        self._is_docked = False
        self._rows_below = 0
        self._item: tuple[str, tuple[ItemRow, ...]] = ("", ())
        self.side = SideColumn(self.speaker, self.notes)
        self._place()
        self._dress(look)

    def wear(self, look: Look) -> None:
        """Dress every panel in `look`."""
        for panel in (self.clock, self.agenda, self.words, self.speaker, self.notes):
            panel.wear(look)
        for part in (self.line, self.terms, self.message, *self._pages, self.pins):
            if part is not None:
                part.wear(look)
        self._dress(look)
        self._fold()

    def _dress(self, look: Look) -> None:
        """Dress what is the view's own."""
        self._look = look
        self.setPalette(look.palette())
        self.side.wear(look)
        side, below = look.pixels(14), look.pixels(8)
        self._above_line.setContentsMargins(side, 0, side, below)

    def speak(self, target: Lang, floor: Lang, *, on_relay: bool = False) -> None:
        """Tell the panels that print languages which to print; `floor` is the one heard."""
        self.clock.speak(target, floor, on_relay=on_relay)
        self.words.speak(target, floor)
        self.terms.speak(target, floor)
        self._share_item()

    def show_item(self, title: str, rows: "Sequence[ItemRow]") -> None:
        """Show the terms and names of the item called `title`."""
        self._item = (title, tuple(rows))
        self.terms.show_rows(rows)
        self._share_item()

    def show_pins(self, pairs: "Sequence[ItemPair]") -> None:
        """Show the pins beside the words; where no column is there, above the item's terms."""
        if self.pins is None:
            from booth_app.ui.booth.pins_panel import PinsPanel

            self.pins = PinsPanel(self._look)
            self.side.insert(self.pins)
        self.pins.show_pins(pairs)
        self._place_pins()

    def show_keys(self, commands: Sequence[Command]) -> None:
        """Show the page of keys over the words, or take it away."""
        if not self.keys.isVisible():
            self.keys.show_commands(commands)
        self._turn_to(self.keys)

    def show_glossaries(self, rows: "Sequence[Switched]") -> None:
        """Show the page of glossaries over the words, or take it away."""
        if not self.glossaries.isVisible():
            self.glossaries.show_glossaries(rows)
        self._turn_to(self.glossaries)

    def hide_page(self) -> None:
        """Take away the page that stands over the words."""
        for page in self._pages:
            page.hide()
        self.words.show()
        self.words.focus_field()
        self._fold()

    def take_key(self, event: QKeyEvent) -> None:
        """Type in the field what was pressed elsewhere and writes; a page makes room for it."""
        if writes(event):
            if self._has_page:
                self.hide_page()
            self.words.take_key(event)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: columns fold, so they keep no window wide."""
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: fold the columns that have no room."""
        super().resizeEvent(event)
        self._fold()

    @property
    def _pages(self) -> tuple[KeysPage, GlossariesPage]:
        return self.keys, self.glossaries

    @property
    def _has_page(self) -> bool:
        return not all(page.isHidden() for page in self._pages)

    def _turn_to(self, page: QWidget) -> None:
        """Show `page` over the words; take it away where it is there already."""
        if page.isVisible():
            self.hide_page()
            return
        for other in (self.words, *self._pages):
            other.hide()
        page.show()
        page.setFocus()
        self._fold()

    def _place(self) -> None:
        self._above_line = QHBoxLayout()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.words, 1)
        for page in self._pages:
            middle.addWidget(page, 1)
        middle.addLayout(self._above_line)
        middle.addWidget(self.line)
        middle.addWidget(self.terms)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.agenda)
        columns.addLayout(middle, 1)
        columns.addWidget(self.side)
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
        is_docked = width < DOCKED_BELOW
        self.clock.keep_low(low=self.height() < self._look.pixels(_LOW))
        has_agenda = width - agenda >= least and not is_docked
        has_side = width - agenda - side >= least and not is_docked and self.keys.isHidden()
        self._house_field(has_side=has_side)
        self.side.setVisible(has_side)
        self.agenda.setVisible(has_agenda)
        self.agenda.setFixedWidth(agenda)
        self.side.setFixedWidth(side)
        self._fold_below(has_agenda=has_agenda, has_side=has_side)
        self._place_pins()
        if is_docked != self._is_docked:
            self._is_docked = is_docked
            self.docked.emit(is_docked)

    def _place_pins(self) -> None:
        here = self.pins is not None and self.side.isHidden()
        self.words.item.show_pins(self.pins.pairs if self.pins is not None and here else ())

    def _share_item(self) -> None:
        """Show with the words what does not stand under them all the time."""
        title, rows = self._item
        below = self.terms.shown
        self.words.show_item(title, [row for row in rows if row not in below] if below else rows)

    def _house_field(self, *, has_side: bool) -> None:
        """Put the field for what is known of the speaker beside where the speaker is shown."""
        is_here = self._above_line.indexOf(self.speaker.field) >= 0
        if has_side and is_here:
            self.speaker.take_field_back()
        elif not has_side and not is_here:
            self._above_line.addWidget(self.speaker.field)

    def _fold_below(self, *, has_agenda: bool, has_side: bool) -> None:
        """Give the lines under the words what height the words can spare."""
        room = self.height() - self.clock.heightForWidth(self.width()) - self.line.height()
        has_line = not has_side and room >= self._look.pixels(_LINE_HEIGHT)
        spare = room - self._look.pixels(_WORDS_HEIGHT)
        rows = min(_MOST_TERMS, max(0, spare // self.terms.step))
        self.line.setVisible(has_line)
        rows = rows if has_line and not has_agenda else 0
        if rows != self._rows_below:
            self._rows_below = rows
            self.terms.take_rows(rows)
            self.terms.setVisible(rows > 0)
            self._share_item()
