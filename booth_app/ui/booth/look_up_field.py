"""The one field: text, a quiet hint at its far end, and no key taken that a command needs."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from booth_app.ui.booth.fewer_words import fewer_words
from booth_app.ui.booth.field_entry import FIELD_LIMIT
from booth_app.ui.booth.harmless import harmless, unisolated
from booth_app.ui.booth.key_presses import writes
from booth_app.ui.theme import FAMILIES, Look

_POINTS: Final = 19.5
_HINT_POINTS: Final = 10.5
_INSET: Final = 16
_MEASURED: Final = 200
"""Characters whose height is measured: more are not in sight."""
_HINT_SHARES: Final = (0.35, 0.55)
"""The part of the field a hint may take in any case, and at most."""

AWAY: Final = "another window has the keyboard"
"""What the field says while nothing that is typed reaches it."""
_AWAY_PROMPTS: Final = (AWAY, "the keyboard is elsewhere", "not here")

_SIGNS: Final = "=+@"
"""The first characters that ask for something else than a look-up."""
_EDITING: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End)
"""Keys that edit a text that was let go, where all of it would be deleted or left otherwise."""

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class LookUpField(QLineEdit):
    """A line edit that keeps only keys that write or move in it; the rest are the window's."""

    walked = Signal(int)
    """Arrow up (-1) or down (1)."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hint = ""
        self._prompts: Sequence[str] = ("",)
        self._is_away = False
        self._is_let_go = False
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
            self.setAccessibleDescription(AWAY if self._is_away else hint)
            self._make_room()

    def show_keyboard(self, *, is_here: bool) -> None:
        """Turn grey and say so while the keyboard writes elsewhere."""
        if self._is_away == is_here:
            self._is_away = not is_here
            self.setAccessibleDescription(self._hint if is_here else AWAY)
            self.wear(self._look)

    def show_prompts(self, prompts: Sequence[str]) -> None:
        """Say the first of `prompts` there is room for while the field is empty."""
        self._prompts = prompts
        self._make_room()

    def let_go(self) -> bool:
        """Make the text look selected: a letter replaces it, Backspace or an arrow edits it.

        Tell whether there is any that was not let go already.
        """
        if not self.text() or self._is_untouched:
            return False
        self.selectAll()
        self._is_let_go = True
        return True

    def begin_with(self, sign: str) -> None:
        """Put `sign`, one of `=`, `+` and `@`, before the text in place of another; go on typing.

        Boards that write a sign with AltGr, or not at all, reach it by a command.
        """
        text = self.text().lstrip(_SIGNS + " ")
        self.setText(f"{sign} {text}" if sign == "+" else sign + text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        theme = look.theme
        self.setPalette(look.palette())
        background, color, border = theme.panel, theme.text, theme.focus
        if self._is_away:
            background, color, border = theme.background, theme.faint, theme.line
        self.setStyleSheet(
            f"QLineEdit {{ background: {background}; color: {color};"
            f" placeholder-text-color: {theme.faint};"
            f" border: 2px solid {theme.line}; border-radius: {look.pixels(8)}px; }}"
            f"QLineEdit {{ selection-background-color: {theme.line};"
            f" selection-color: {theme.text}; }}"
            f"QLineEdit:focus {{ border-color: {border}; }}"
        )
        self._make_room()

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
            event.setAccepted(writes(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: arrows walk, Enter enters, what does not write goes on.

        On X11 a line edit has Ctrl+E, Ctrl+U and others of its own, and it writes digits with Alt.
        """
        key, held = event.key(), event.modifiers() & (_ALT | _CONTROL | _SHIFT)
        if self._is_untouched and not held and key in _EDITING:
            self.deselect()
            self._is_let_go = False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif writes(event) or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held):
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
        if not (hint := self._fitting_hint()):
            return
        with QPainter(self) as painter:
            painter.setFont(self._look.font(_HINT_POINTS))
            painter.setPen(self._look.color("faint"))
            inset = self._look.pixels(_INSET)
            box = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
            side = Qt.AlignmentFlag.AlignLeft if self._runs_left() else Qt.AlignmentFlag.AlignRight
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(box, flags, hint)

    @property
    def _is_untouched(self) -> bool:
        """Whether the text was let go and nothing was done to it since."""
        return self._is_let_go and self.selectedText() == self.text()

    def _tidy(self, text: str) -> None:
        """Keep control and bidi-override characters out of the field."""
        self._is_let_go = False
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
        self._fit_prompt()
        hint = QFontMetrics(self._look.font(_HINT_POINTS)).horizontalAdvance(self._fitting_hint())
        room = inset + hint + gap if hint else inset
        left, right = (room, inset) if rtl else (inset, room)
        if (margins := QMargins(left, 0, right, -self._excess())) != self.textMargins():
            self.setTextMargins(margins)  # lays out the whole window again
        self.update()

    def _excess(self) -> int:
        """Return how much taller letters of both scripts make the line than the font says.

        Qt centres that line by its height and the font's letters in it, so that they jump up; as
        much room below the field puts them back.
        """
        if self.text().isascii():
            return 0
        layout = QTextLayout(self.text()[:_MEASURED], self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return max(0, round(line.height()) - self.fontMetrics().height())

    def _fit_prompt(self) -> None:
        if self.text() and (self.placeholderText() in _AWAY_PROMPTS) == self._is_away:
            return  # nobody sees it
        prompts = _AWAY_PROMPTS if self._is_away else self._prompts
        metrics, room = QFontMetrics(self.font()), self.width() - 2 * self._look.pixels(_INSET)
        fitting = (each for each in prompts if metrics.horizontalAdvance(each) <= room)
        prompt = next(fitting, prompts[-1])
        if prompt != self.placeholderText():
            self.setPlaceholderText(prompt)

    def _fitting_hint(self) -> str:
        """Return the words of the hint there is room for, in an empty field all or nothing."""
        metrics = QFontMetrics(self._look.font(_HINT_POINTS))
        hint = AWAY if self._is_away else self._hint
        if self.text():
            room = self._hint_room()
            fitting = next(
                (s for s in fewer_words(hint) if metrics.horizontalAdvance(s) <= room), ""
            )
            return fitting if 2 * len(unisolated(fitting)) > len(hint.split(" · ")[0]) else ""
        prompt = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText())
        room = self.width() - prompt - self._look.pixels(2 * _INSET + 24)
        return hint if metrics.horizontalAdvance(hint) <= room and not self._is_away else ""

    def _hint_room(self) -> int:
        """Return the pixels a hint may take beside the text: those it leaves, a third at least."""
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        left = self.width() - text - self._look.pixels(2 * _INSET + 16)
        least, most = (int(self.width() * share) for share in _HINT_SHARES)
        return min(most, max(least, left))

    def _runs_left(self) -> bool:
        """Whether the text begins at the right edge: Qt goes by its first strong character."""
        strong = (unicodedata.bidirectional(character) for character in self.text())
        return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)
