"""The agenda at the left: all items, the current one as a bar, a cursor for "we are here"."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from booth_app.languages import Lang
from booth_app.meeting.clock import Agenda
from booth_app.meeting.meeting import Meeting
from booth_app.ui.booth.agenda_delegate import LEFT, AgendaDelegate
from booth_app.ui.booth.agenda_model import AgendaModel, Index, Row, rows
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.booth.words import UNVERIFIED, Words
from booth_app.ui.theme import Look

_SMALL = 9.75
_NARROWEST = 120
"""Pixels below which the list has not got its width yet."""


class AgendaPanel(QWidget):
    """Shows where the room is. It moves a cursor over the items; what that means is said outside.

    `cursor_moved` carries the id of the item that the person points at, by key or by mouse.
    """

    cursor_moved = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Agenda")
        self._shown: tuple[Meeting, Agenda, Lang] | None = None
        self._current: str = ""
        self._model = AgendaModel(self)
        self._delegate = AgendaDelegate(look, self)
        self._heading = Words(self, most_lines=1)
        self._list = _quiet_list(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.clicked.connect(self._point_at)
        self._list.viewport().installEventFilter(self)
        self._legend = Words(self, most_lines=2)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._above.addWidget(self._heading)
        self._below.addWidget(self._legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(self._above)
        layout.addWidget(self._list, 1)
        layout.addLayout(self._below)
        self.setAutoFillBackground(True)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette("panel"))
        left, right, gap = (look.pixels(n) for n in (LEFT, 12, 6))
        self._above.setContentsMargins(left, look.pixels(16), right, gap)
        self._below.setContentsMargins(left, gap, right, gap)
        for words in (self._heading, self._legend):
            words.wear(look)
        self._say_heading()
        make_thin(self._list.verticalScrollBar(), look)
        self._delegate.wear(look)
        self._fit()

    def show_agenda(self, meeting: Meeting, agenda: Agenda, target: Lang) -> None:
        """Show `agenda` with its texts in `target`; nothing is done where nothing changed."""
        if self._shown == (meeting, agenda, target):
            return
        self._shown = (meeting, agenda, target)
        new = rows(meeting, agenda, target)
        current = agenda.now.item.id if agenda.now else ""
        if not self._model.show_rows(new):
            return
        self._say_heading()
        self._legend.say(*_legend(new), sign="diamond")
        moved = current != self._current
        if moved:
            self._current = current
            self._delegate.cursor = None
        self._fit(bring_into_view=moved)

    def chosen(self) -> str:
        """Return the id of the item that the person points at; empty: at none."""
        at = self._delegate.cursor
        return "" if at is None else self._model.row(at).item

    def move_cursor(self, step: int) -> None:
        """Point `step` items further down, or up where it is negative; from the current one."""
        count = self._model.rowCount()
        start = self._delegate.cursor
        start = (self._model.current or 0) if start is None else start
        if count:
            self._point_at(self._model.index(min(max(start + step, 0), count - 1)))

    def clear_cursor(self) -> None:
        """Point at nothing."""
        self._delegate.cursor = None
        self._list.selectionModel().clear()
        self._list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: lay the rows out anew when the list's size changes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: the thin line to what stands beside it."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("line"))
        painter.end()

    def _say_heading(self) -> None:
        heading = "Agenda" if self._model.rowCount() else "No agenda"
        self._heading.say(Run(heading, _SMALL, "faint", bold=True))

    def _point_at(self, index: Index) -> None:
        self._delegate.cursor = index.row()
        self._list.selectionModel().setCurrentIndex(
            self._model.index(index.row()), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self._bring_into_view()
        self._list.viewport().update()
        self.cursor_moved.emit(self.chosen())

    def _fit(self, *, bring_into_view: bool = True) -> None:
        """Lay out for the width there is; the whole title comes where all rows keep in sight."""
        viewport = self._list.viewport()
        if viewport.width() < _NARROWEST:
            return
        self._delegate.lay_out_for(viewport.width())
        all_rows = [self._model.row(at) for at in range(self._model.rowCount())]
        tall = self._delegate.height(all_rows, roomy=True)
        self._delegate.roomy = tall <= viewport.height()
        self._list.doItemsLayout()
        if bring_into_view:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll, at once, to the item pointed at or else to the current one with its next."""
        at = self._delegate.cursor if self._delegate.cursor is not None else self._model.current
        if at is None:
            return
        index = self._model.index(at)
        box, seen = self._list.visualRect(index), self._list.viewport().rect()
        if at == self._model.current and at + 1 < self._model.rowCount():
            with_next = box.united(self._list.visualRect(self._model.index(at + 1)))
            box = with_next if with_next.height() <= seen.height() else box
        if box.height() > seen.height():
            self._list.scrollTo(index, QListView.ScrollHint.PositionAtTop)
        elif not seen.contains(box):
            self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)


def _quiet_list(parent: QWidget) -> QListView:
    """Return a list that takes no keys: the look-up field has them."""
    view = QListView(parent)
    # One made here: asked for Qt's own, PySide6 looks through all widgets for its type, 17 ms.
    view.setViewport(QWidget())
    view.setAccessibleName("Agenda items")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setSelectionMode(QListView.SelectionMode.NoSelection)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setMinimumSize(1, 1)
    return view


def _legend(new: list[Row]) -> tuple[Run, ...]:
    if all(row.is_verified or row.is_past for row in new):
        return ()
    return (Run(UNVERIFIED, _SMALL, "dim"),)
