"""The page of glossaries: which are found first, and the keyboard's way to switch them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from PySide6.QtWidgets import QListWidget, QListWidgetItem

_POINTS: Final = 12.5
_LARGE: Final = 15.0
_MARGIN: Final = (32, 18, 24, 10)
_SIDE: Final = 28
_TARGET: Final = 34
"""The least height of a row, in pixels at 100 %."""

HOW: Final = (
    "Space switches a glossary on or off, Esc closes. What is off is still found, after the rest."
)

_SWITCHES: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Switched(NamedTuple):
    """A glossary by its name, and whether it is switched on."""

    name: str
    is_on: bool

    @property
    def line(self) -> str:
        """What its row says."""
        return f"{'on' if self.is_on else 'off'}  ·  {self.name}"


class GlossariesPage(QWidget):
    """Lists the glossaries and lets each be switched; every other key goes on to the booth."""

    closed = Signal()
    switched = Signal(str)
    """The name of a glossary that shall be on where it is off, or off where it is on."""
    said = Signal(str)
    """The row that was chosen or switched: for assistive technology."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[Switched, ...] = ()
        self._list: QListWidget | None = None
        self.setAccessibleName(self.tr("Glossaries"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What the rows say."""
        return tuple(row.line for row in self._rows)

    def show_glossaries(self, rows: Sequence[Switched]) -> None:
        """Show these glossaries; the row that was chosen stays so."""
        self._rows = tuple(rows)
        made = self._made()
        chosen = max(made.currentRow(), 0)
        made.clear()
        made.addItems([row.line for row in rows])
        made.setCurrentRow(min(chosen, len(rows) - 1))
        self._dress(made)
        self._tell()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        if self._list is not None:
            self._dress(self._list)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: small enough for any window."""
        return QSize(200, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: choose, switch, close; all else goes on."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or self._list is None:
            event.ignore()
        elif key in _SWITCHES:
            self._switch(self._list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif (step := _STEPS.get(Qt.Key(key))) is not None:
            there = self._list.currentRow() + step
            self._list.setCurrentRow(min(max(there, 0), len(self._rows) - 1))
            self._tell()
        else:
            event.ignore()

    def _made(self) -> "QListWidget":
        """Return the list, made when it is first shown."""
        if self._list is None:
            from PySide6.QtWidgets import QFrame, QListWidget

            self._line = plain_label(HOW, wraps=True)
            self._list = QListWidget()
            self._list.setFrameShape(QFrame.Shape.NoFrame)
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.itemClicked.connect(self._clicked)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(self._line)
            column.addWidget(self._list, 1)
        return self._list

    def _dress(self, made: "QListWidget") -> None:
        look = self._look
        self.setPalette(look.palette("panel", "dim"))
        self._line.setFont(look.font(_POINTS))
        self._line.setContentsMargins(*(look.pixels(side) for side in _MARGIN))
        made.setPalette(look.palette("panel"))
        made.setFont(look.font(_LARGE))
        made.setViewportMargins(look.pixels(_SIDE), 0, look.pixels(_SIDE), 0)
        for at in range(made.count()):
            made.item(at).setSizeHint(QSize(0, look.pixels(_TARGET)))

    def _clicked(self, item: "QListWidgetItem") -> None:
        if self._list is not None:
            self._switch(self._list.row(item))

    def _switch(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self.switched.emit(self._rows[at].name)

    def _tell(self) -> None:
        at = self._list.currentRow() if self._list is not None else -1
        if 0 <= at < len(self._rows):
            self.said.emit(self._rows[at].line)
