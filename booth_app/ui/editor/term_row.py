"""One term's row: its text, status and type, where it was read, and its details below."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.terminology.concept import Term
from booth_app.terminology.fields import TEXT, Field, Value
from booth_app.terminology.problem import Span
from booth_app.ui.editor.choice_field import ChoiceField
from booth_app.ui.editor.field_keys import ROW_KEYS, row_action
from booth_app.ui.editor.form_words import (
    HINTS,
    STATUS_CHOICES,
    TYPE_CHOICES,
    approval,
    term_name,
)
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.plain_words import ProblemWords
from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.editor.row_places import RowPlaces
from booth_app.ui.editor.term_details import TermDetails
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import Look

_GAP: Final = 6
_BLANK: Final = "A term needs a text; {key} deletes the term."


class TermRow(QWidget):
    """Shows one term; says what is edited, and by name what else is asked for."""

    edited = Signal(Field, object)
    entered = Signal(str, int)
    """Enter in the text of the term of this id: 1 on, -1 back."""
    acted = Signal(str, str)
    """The name of an action on the row, and the term's id."""
    grew = Signal()

    def __init__(self, parent: QWidget, lang: Lang, look: Look) -> None:
        super().__init__(parent)
        self.id, self._number = "", 0
        self._lang, self._look = lang, look
        self._term: Term | None = None
        self._laid = (0, 0)
        self._faults: Mapping[str, str] = {}
        self._read_only = self._is_touched = False
        is_rtl = lang in RIGHT_TO_LEFT
        self.text, self.source = TextField(self), TextField(self, flat=True)
        self.status = ChoiceField(self, STATUS_CHOICES, from_right=is_rtl)
        kind = ChoiceField(self, TYPE_CHOICES, from_right=is_rtl)
        region, register = LineField(self), LineField(self)
        self.fields: dict[str, TextField | LineField | ChoiceField] = {
            TEXT: self.text,
            "status": self.status,
            "type": kind,
            "source": self.source,
            "region": region,
            "register": register,
        }
        self.more = QuietButton("", self, role="dim")
        small = (region, register, self.more)
        self._places = RowPlaces(self.text, self.status, kind, self.source, small, is_rtl)
        self.details: TermDetails | None = None
        self._problem = ProblemWords(self)
        self._connect()
        self.wear(look)

    def show_term(self, term: Term, number: int) -> None:
        """Show `term`, which is number `number` of its language, from 1."""
        if term == self._term and number == self._number and not self._is_touched:
            return
        self._is_touched = False
        if term.id != self.id:
            self.open_details(is_open=False)
        if term.id != self.id or number != self._number:
            self._bind(term.id, number)
        self._term = term
        for name, field in self.fields.items():
            field.show_value(getattr(term, "text" if name == TEXT else name) or "")
        self._show_more()
        if self.details and not self.details.isHidden():
            self.details.show_term(term, number)
        self._laid = (0, 0)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Frame the fields that are wrong, by name, and say why; nothing of the others."""
        if problems == self._faults:
            return
        self._faults = dict(problems)
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        is_open = self.details is not None and not self.details.isHidden()
        if self.details and is_open:
            self.details.show_problems({n: p for n, p in problems.items() if n not in self.fields})
        shown = (p for n, p in problems.items() if n in self.fields or not is_open)
        self._say("\n".join(shown))

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Underline these characters of the text."""
        self.text.underline(spans)

    def ask_for_text(self) -> None:
        """Say that a term needs a text."""
        self._say(_BLANK.format(key=ROW_KEYS["delete"]))

    def open_details(self, *, is_open: bool) -> None:
        """Open the details of the term, or close them."""
        if is_open and self._term:
            if self.details is None:
                self._make_details()
            if self.details:
                self.details.show_term(self._term, self._number)
                self.details.show()
        elif self.details and not self.details.isHidden():
            if self.details.isAncestorOf(self.focusWidget() or self):
                self.text.setFocus()
            self.details.hide()
        self._show_more()
        faults, self._faults = self._faults, {}
        self.show_problems(faults)
        self._grow()

    def field(self, name: str) -> QWidget | None:
        """Return the widget of a field of the term, its details opened where it stands there."""
        if name in self.fields:
            return self.fields[name]
        self.open_details(is_open=True)
        return self.details.fields.get(name) if self.details else None

    def stops(self) -> list[QWidget]:
        """Return the widgets that Tab stops at, in their order."""
        found: list[QWidget] = [*self.fields.values(), self.more]
        if self.details and not self.details.isHidden():
            found += self.details.fields.values()
        return found

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self._read_only = read_only
        for field in self.fields.values():
            field.set_read_only(read_only=read_only)
        if self.details:
            self.details.set_read_only(read_only=read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for part in (*self.fields.values(), self.more, self._problem):
            part.wear(look)
        if self.details:
            self.details.wear(look)
        self._laid = (0, 0)

    def height_for(self, width: int) -> int:
        """Lay the row out for this width; return the pixels of height that it takes."""
        if self._laid[0] != width:
            self._laid = (width, self._lay_out(width))
        return self._laid[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent: what a key does with the term, see ROW_KEYS."""
        action = row_action(event)
        if action is None:
            super().keyPressEvent(event)
        elif action == "details":
            self.open_details(is_open=self.details is None or self.details.isHidden())
        elif self._read_only:
            event.accept()
        elif action in ("status up", "status down"):
            self.status.step(-1 if action == "status up" else 1)
        else:
            self.acted.emit(action, self.id)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._edit)
            if isinstance(field, TextField):
                field.grew.connect(self._grow)
            elif isinstance(field, LineField):
                field.textChanged.connect(self._grow)
        self.text.entered.connect(lambda way: self.entered.emit(self.id, way))
        self.source.entered.connect(lambda way: self.entered.emit(self.id, way))
        for name in ("source", "region", "register"):
            field = self.fields[name]
            if not isinstance(field, ChoiceField):
                field.show_hint(HINTS[name])
        self.more.clicked.connect(
            lambda: self.open_details(is_open=self.details is None or self.details.isHidden())
        )

    def _make_details(self) -> None:
        details = self.details = TermDetails(self, self._lang)
        details.wear(self._look)
        details.set_read_only(read_only=self._read_only)
        details.edited.connect(self._edit)
        details.grew.connect(self._grow)

    def _bind(self, id_: str, number: int) -> None:
        self.id, self._number = id_, number
        called = term_name(self._lang, number)
        for name, field in self.fields.items():
            bound = Field("term", self._lang, id_, name)
            aloud = called if name == TEXT else f"{called}: {name}"
            if isinstance(field, TextField):
                written = self._lang if name == TEXT else None
                field.bind(bound, aloud, written, from_right=self._lang in RIGHT_TO_LEFT)
            else:
                field.bind(bound, aloud)

    def _show_more(self) -> None:
        if self._term:
            is_open = self.details is not None and not self.details.isHidden()
            said = approval(self._term)
            self.more.show_words(f"{said} {'▴' if is_open else '▾'}")
            doing = "close" if is_open else "open"
            called = term_name(self._lang, self._number)
            self.more.setAccessibleName(f"{called}: {said.lstrip('●◐ ')}, {doing} details")
            self.more.setToolTip(f"Details ({ROW_KEYS['details']})")

    def _edit(self, field: Field, value: Value) -> None:
        self._is_touched = True
        self.edited.emit(field, value)

    def _say(self, problem: str) -> None:
        if self._problem.say(problem):
            self._grow()

    def _grow(self) -> None:
        self._laid = (0, 0)
        self.grew.emit()

    def _lay_out(self, width: int) -> int:
        gap = self._look.pixels(_GAP)
        y = self._places.lay_out(width, self._look)
        for part in (self._problem, self.details):
            if part and not part.isHidden():
                height = part.height_for(width - 2 * gap)
                part.setGeometry(gap, y + 2, width - 2 * gap, height)
                y += height + 2
        return y
