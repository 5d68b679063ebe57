"""The bar at the top: target, meeting, turn, delay and the meeting's clock."""

from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple, get_args

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import LANGUAGES, NAMES, Lang
from booth_app.meeting.meeting import Meeting, wording
from booth_app.meeting.turns import Cue, Turn, minutes_and_seconds
from booth_app.ui.booth.agenda_model import clock_face, delay_words
from booth_app.ui.booth.bar_rows import FORMS, LOW_FORMS, Part, Placing
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.shapes import Sign
from booth_app.ui.booth.words import UNVERIFIED, Words
from booth_app.ui.theme import Look, Role

_LARGE: Final = 22.5
_MIDDLE: Final = 15.0
_TEXT: Final = 11.25
_OTHERS: Final = 10.5
_SMALL: Final = 9.75

_TURN_WORDS: Final[dict[Cue, tuple[str, str]]] = {
    "": ("left of", "left"),
    "two minutes": ("last 2 minutes of", "last 2 min"),
    "last minute": ("last minute of", "last min"),
    "over": ("over", "over"),
}
_SPARE: Final = 0.97
"""The part of the room that shrunk type takes: its width is not quite in step with its size."""
_ENGLISH: Final = QLocale(QLocale.Language.English)


class TimeShown(NamedTuple):
    """The meeting's time in its own zone; `elsewhere` the person's, where that differs."""

    now: datetime
    elsewhere: datetime | None = None
    delay: int = 0


class ClockBar(QWidget):
    """Shows what is always in sight. Where it is narrow its parts fold, and it grows taller.

    It has no clock of its own: `show_time` and `show_turn` are called once a second, and cost
    nothing while the words stay the same. `seal_asked`: somebody clicked the seal.
    """

    seal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Target, turn and time")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoFillBackground(True)
        self._height = 0
        self._cue: Cue = ""
        self._words: dict[Part, Words] = {
            part: Words(self, most_lines=1) for part in get_args(Part)
        }
        self._placing = Placing(self._words)
        self._is_low = False
        seal = Run("offline", _SMALL, "dim")
        self._words["seal"].say(seal, sign="offline", about="nothing leaves this computer")
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._asked_look = look
        self.setPalette(look.palette("panel"))
        self._fit_type()
        self._place()

    def speak(self, target: Lang, floor: Lang, *, on_relay: bool = False) -> None:
        """Show the target large, the others small, the one heard marked; on relay that is said."""
        name = self._words["target"]
        name.say(Run(target.upper(), _LARGE, "text", bold=True), sign="onward")
        name.setAccessibleName(f"Target language: {NAMES[target]}")
        self._words["others"].say(*_others(target, floor, on_relay))
        self._place()

    def show_meeting(self, meeting: Meeting | None, target: Lang, *, rehearsal: bool) -> None:
        """Show the title and, in words, whether this is a rehearsal; nothing without a meeting."""
        if meeting is None:
            self._words["title"].say()
            self._words["mode"].say()
        else:
            lang, title = wording(meeting.title, target) or (target, None)
            sign: Sign | None = "diamond" if title and not title.verified else None
            spans = [Run(title.text, _TEXT, "text", bold=True)] if title else []
            about = UNVERIFIED if sign else ""
            self._words["title"].say(*spans, lang=lang, sign=sign, about=about)
            day = _ENGLISH.toString(
                QDate(meeting.day.year, meeting.day.month, meeting.day.day), "d MMMM yyyy"
            )
            mode = f"Rehearsal of {day}" if rehearsal else f"Today, {day}"
            self._words["mode"].say(Run(mode, _SMALL, "dim"))
        zone = meeting.zone_label if meeting else ""
        self._words["zone"].say(Run(zone, _TEXT, "dim"))
        self._place()

    def show_time(self, time: TimeShown) -> None:
        """Show the meeting's clock, the person's own time and the delay."""
        own = time.elsewhere
        here = f"{clock_face(own, time.now.date())} here" if own else ""
        changed = self._words["clock"].say(Run(f"{time.now:%H:%M}", _LARGE, "text", bold=True))
        changed |= self._words["elsewhere"].say(Run(here, _TEXT, "dim"))
        changed |= self._words["delay"].say(Run(delay_words(time.delay), _TEXT, "dim"))
        if changed:
            self._place()

    def show_turn(self, turn: Turn, ticks: float) -> None:
        """Show what is left of the turn at `ticks`; its last minutes by words, weight and frame."""
        left = turn.seconds_left(ticks)
        self._cue = turn.cue(ticks)
        if left is None:
            figures, long, short = "", f"turn of {turn.minutes} min not started", ""
        else:
            figures = minutes_and_seconds(left)
            long, short = _TURN_WORDS[self._cue]
            long = f"{long} {'my turn' if turn.mine else 'the partner’s turn'}"
            if not turn.mine:
                short = f"{short}, partner" if self._cue else "partner"
        role: Role = "panel" if self._cue == "over" else "text"
        quiet: Role = role if self._cue else "dim"
        bold = self._cue in ("last minute", "over")
        changed = self._words["turn"].say(Run(figures, _MIDDLE, role, bold=True))
        changed |= self._words["turn_words"].say(Run(long, _SMALL, quiet, bold))
        changed |= self._words["turn_short"].say(Run(short, _SMALL, quiet, bold))
        if changed:
            self._place()

    def keep_low(self, *, low: bool) -> None:
        """Keep to one row, whatever that leaves out, or show all that belongs to the width."""
        if low != self._is_low:
            self._is_low = low
            self._placing = Placing(self._words, LOW_FORMS if low else FORMS)
            self._fit_type()
            self._place()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget.hasHeightForWidth: always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget.heightForWidth: the height of the rows that `width` asks for."""
        return self._placing.at(width, self._look).height

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint: as tall as its width asks for."""
        return QSize(self._look.pixels(600), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: it never widens a window."""
        return QSize(1, self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: fold or unfold."""
        super().resizeEvent(event)
        if self._look != self._asked_look or event.size().width() < event.oldSize().width():
            self._fit_type()
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mousePressEvent: a click on the seal asks what it says."""
        seal = self._words["seal"]
        if seal.isVisible() and self._around(seal.geometry(), 10, 8).contains(event.position()):
            self.seal_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: the seal's and the turn's frames, the line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seal = self._words["seal"]
        if seal.isVisible():
            painter.setPen(QPen(self._look.color("line"), 1))
            box = self._around(seal.geometry(), 10, 3)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self._cue:
            self._paint_cue(painter)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))
        painter.end()

    def _fit_type(self) -> None:
        """Wear the look asked for, in smaller type where even target and clock have no room."""
        self._wear_words(self._asked_look)
        beyond = self._placing.overflow(self.width(), self._look)
        if beyond > 1:
            scale = self._asked_look.scale
            fitting = max(scale / beyond * _SPARE, min(scale, 1.0))
            self._wear_words(replace(self._asked_look, scale=fitting))

    def _wear_words(self, look: Look) -> None:
        self._look = look
        for words in self._words.values():
            words.wear(look)

    def _place(self) -> None:
        places = self._placing.at(max(self.width(), 1), self._look)
        for part, words in self._words.items():
            if part in places.boxes:
                words.setGeometry(places.boxes[part])
            words.setVisible(part in places.boxes)
        if places.height != self._height:
            self._height = places.height
            self.updateGeometry()
        self.update()

    def _paint_cue(self, painter: QPainter) -> None:
        """Frame the turn: thin for the last two minutes, thick for the last, filled once over."""
        shown = [self._words[part] for part in ("turn", "turn_words", "turn_short")]
        boxes = [words.geometry() for words in shown if words.isVisible()]
        if not boxes:
            return
        text = self._look.color("text")
        width = self._look.pixels(3 if self._cue == "last minute" else 1)
        painter.setPen(QPen(text, max(1, width)))
        if self._cue == "over":
            painter.setBrush(text)
        box = self._around(boxes[0].united(boxes[-1]), 9, 3)
        painter.drawRoundedRect(box, 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _around(self, box: QRect, across: int, above: int) -> QRectF:
        dx, dy = self._look.pixels(across), self._look.pixels(above)
        return QRectF(box).adjusted(-dx + 0.5, -dy + 0.5, dx - 0.5, dy - 0.5)


def _others(target: Lang, floor: Lang, on_relay: bool) -> list[Run]:
    """Return the languages that are not the target; the floor's first, as "from FR"."""
    word = "relay from" if on_relay else "from"
    others = sorted((lang for lang in LANGUAGES if lang != target), key=lambda lang: lang != floor)
    spans: list[Run] = []
    for lang in others:
        if spans:
            spans.append(Run(" · ", _OTHERS, "faint"))
        is_floor = lang == floor
        spans.append(Run(f"{word} {lang.upper()}" if is_floor else lang.upper(), _OTHERS, "dim"))
    return spans
