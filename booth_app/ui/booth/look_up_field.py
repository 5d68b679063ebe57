"""The one field: text, a quiet hint at its far end, and no key taken that a command needs."""

import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from booth_app.ui.booth.field_entry import FIELD_LIMIT
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.theme import FAMILIES, Look

_POINTS: Final = 19.5
_HINT_POINTS: Final = 10.5
_INSET: Final = 16
_HINT_SHARE: Final = 0.55
"""The part of the field a hint may take."""

_MOVING: Final = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
)
_CLIPBOARD: Final = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier


class LookUpField(QLineEdit):
    """A line edit that keeps only keys that write or move in it; the rest are the window's."""

    walked = Signal(int)
    """Arrow up (-1) or down (1)."""

    taken_back = Signal()
    """Ctrl+Z, where no command of the window took it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hint = ""
        self.setMaxLength(FIELD_LIMIT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Look up"))
        self.textChanged.connect(self._tidy)
        self.wear(look)

    @property
    def hint(self) -> str:
        """What the quiet hint says."""
        return self._hint

    def show_hint(self, hint: str) -> None:
        """Show `hint` at the end of the field where the text does not run."""
        if hint != self._hint:
            self._hint = hint
            self.setAccessibleDescription(hint)
            self._make_room()

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        theme = look.theme
        self.setPalette(look.palette())
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.panel}; color: {theme.text};"
            f" placeholder-text-color: {theme.faint};"
            f" border: 2px solid {theme.line}; border-radius: {look.pixels(8)}px; }}"
            f"QLineEdit:focus {{ border-color: {theme.focus}; }}"
        )
        self._make_room()

    def writes(self, event: QKeyEvent) -> bool:
        """Whether the key writes into the field or moves in it, and so is the field's own."""
        pressed = event.modifiers() & (_CONTROL | _ALT | _META)
        if event.key() in _MOVING:
            return not pressed & (_ALT | _META)
        if pressed == _CONTROL:
            return event.key() in _CLIPBOARD
        # Control and Alt together are AltGr where a layout needs it to write @ or =.
        writable = not pressed or pressed == _CONTROL | _ALT
        return writable and bool(event.text()) and event.text().isprintable()

    def sizeHint(self) -> QSize:
        """Override QLineEdit.sizeHint."""
        height = QFontMetrics(self._look.font(_POINTS)).height() + self._look.pixels(20)
        return QSize(self._look.pixels(400), height)

    def minimumSizeHint(self) -> QSize:
        """Override QLineEdit.minimumSizeHint."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Override QLineEdit.event: leave to the window's commands what does not write here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self.writes(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: arrows walk, Esc clears, unknown keys go on."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & (_ALT | _CONTROL):
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.clear()
        elif key == Qt.Key.Key_Z and event.modifiers() == _CONTROL:
            self.taken_back.emit()
        elif self.writes(event) or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QLineEdit.resizeEvent."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QLineEdit.paintEvent: the hint stands where the text does not begin."""
        super().paintEvent(event)
        if not self._hint:
            return
        with QPainter(self) as painter:
            painter.setFont(self._look.font(_HINT_POINTS))
            painter.setPen(self._look.color("faint"))
            inset = self._look.pixels(_INSET)
            box = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
            side = Qt.AlignmentFlag.AlignLeft if self._runs_left() else Qt.AlignmentFlag.AlignRight
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(box, flags, self._fitting_hint())

    def _tidy(self, text: str) -> None:
        """Keep control and bidi-override characters out of the field."""
        tidy = harmless(text).replace("\ufffd", "")
        if tidy != text:
            place = self.cursorPosition() - (len(text) - len(tidy))
            self.setText(tidy)
            self.setCursorPosition(max(0, place))
        self._make_room()

    def _make_room(self) -> None:
        """Keep text and hint apart, each at its end, and the text's letters at middle height."""
        inset, gap = self._look.pixels(_INSET), self._look.pixels(12)
        rtl = self._runs_left()
        font = self._look.font(_POINTS)
        if rtl:  # Qt centres a line by the first family, whose letters are not the ones shown.
            font.setFamilies(FAMILIES[::-1])
        if font != self.font():
            self.setFont(font)
        hint = QFontMetrics(self._look.font(_HINT_POINTS)).horizontalAdvance(self._fitting_hint())
        room = inset + hint + gap if hint else inset
        left, right = (room, inset) if rtl else (inset, room)
        self.setTextMargins(left, 0, right, 0)
        self.update()

    def _fitting_hint(self) -> str:
        """Return as much of the hint as there is room for, in an empty field all or nothing."""
        metrics = QFontMetrics(self._look.font(_HINT_POINTS))
        if self.text():
            room = int(self.width() * _HINT_SHARE)
            return metrics.elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        prompt = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText())
        room = self.width() - prompt - self._look.pixels(2 * _INSET + 24)
        return self._hint if metrics.horizontalAdvance(self._hint) <= room else ""

    def _runs_left(self) -> bool:
        """Whether the text begins at the right edge: Qt goes by its first strong character."""
        strong = (unicodedata.bidirectional(character) for character in self.text())
        return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)
