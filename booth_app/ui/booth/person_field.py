"""The field in which the person writes what they know of a speaker: sound, form of address."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.meeting.meeting import Person
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.key_presses import writes
from booth_app.ui.theme import FAMILIES, Look

What = Literal["say_as", "address"]

_LONGEST: Final = 120
_POINTS: Final = 12.75
_HINT_POINTS: Final = 9.75
_INSET: Final = 8
_ASKED: Final[dict[What, str]] = {
    "say_as": "how {} is said",
    "address": "how {} is addressed",
}
_HINTS: Final[dict[What, str]] = {"say_as": "said", "address": "form of address"}


class PersonField(QLineEdit):
    """One line about a person: Enter keeps it, Esc leaves it.

    `entered` carries the person's name, what was asked, the language it is in and the text.
    """

    entered = Signal(str, str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self._look: Look | None = None
        self._person = ""
        self._what: What = "say_as"
        self._lang: Lang = "en"
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        theme = look.theme
        self.setStyleSheet(
            f"background: {theme.background}; color: {theme.text};"
            f" border: {look.pixels(2)}px solid {theme.focus};"
            f" border-radius: {look.pixels(6)}px;"
            f" padding: {look.pixels(4)}px {look.pixels(_INSET)}px;"
            f" selection-background-color: {theme.focus};"
            f" selection-color: {theme.background};"
        )
        self._make_room()

    def open(self, person: Person, what: What, lang: Lang, text: str) -> None:
        """Ask `what` of `person`, in `lang`, with `text` as what is known."""
        self._person, self._what, self._lang = person.name, what, lang
        asked = _ASKED[what].format(harmless(person.name_in(lang)))
        self.setPlaceholderText(asked)
        self.setAccessibleName(asked)
        self.setLocale(QLocale(lang))
        self.setText(text)
        self._make_room()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Override QLineEdit.event: Enter and Esc are this field's, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: Enter keeps, Esc leaves, commands go on."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif _ends(event):
            self.hide()
            self.entered.emit(self._person, self._what, self._lang, harmless(self.text()).strip())
        elif writes(event) or event.matches(QKeySequence.StandardKey.Undo):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QLineEdit.paintEvent: at the end, quietly, what the text is."""
        super().paintEvent(event)
        if self._look is None or not self.text():  # an empty field asks in full
            return
        inset = self._look.pixels(_INSET + 4)
        box = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
        side = Qt.AlignmentFlag.AlignLeft if self._runs_left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        with QPainter(self) as painter:
            painter.setFont(self._look.font(_HINT_POINTS))
            painter.setPen(self._look.color("faint"))
            painter.drawText(box, flags, _HINTS[self._what])

    @property
    def _runs_left(self) -> bool:
        return self._what == "address" and self._lang in RIGHT_TO_LEFT

    def _make_room(self) -> None:
        """Keep the text clear of the hint."""
        if self._look is None:
            return
        font = self._look.font(_POINTS)
        if self._runs_left:  # Qt centres a line by the first family, whose letters are not shown
            font.setFamilies(FAMILIES[::-1])
        self.setFont(font)
        metrics = QFontMetrics(self._look.font(_HINT_POINTS))
        room = metrics.horizontalAdvance(_HINTS[self._what]) + self._look.pixels(_INSET)
        left, right = (room, 0) if self._runs_left else (0, room)
        self.setTextMargins(left, 0, right, 0)


def _ends(event: QEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
    return isinstance(event, QKeyEvent) and event.key() in keys and not event.modifiers()
