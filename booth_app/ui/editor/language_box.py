"""The box of one language: its terms, each in its row, and its definition."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.terminology.concept import LanguageSection
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.fields import Field
from booth_app.terminology.problem import Span
from booth_app.ui.editor.form_words import HEADINGS, HINTS, listed, standing
from booth_app.ui.editor.labelled_fields import FormPart
from booth_app.ui.editor.plain_words import PlainWords, ProblemWords
from booth_app.ui.editor.quiet_button import QuietButton
from booth_app.ui.editor.term_row import TermRow
from booth_app.ui.editor.term_rows import TermRows
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import Look

_PAD: Final = 12
_GAP: Final = 9
_SECTION_FIELDS: Final = ("definition", "definition_source")


class LanguageBox(QWidget):
    """Shows one language section; rows are kept and used again, by term as long as it is there."""

    edited = Signal(Field, object)
    entered = Signal(str, int)
    acted = Signal(str, str)
    term_wanted = Signal()
    grew = Signal()

    def __init__(self, parent: QWidget, lang: Lang, look: Look) -> None:
        super().__init__(parent)
        self.lang, self._look = lang, look
        self._rows = TermRows(self, lang, look)
        self._section = LanguageSection()
        self._problems: Mapping[Field, str] = {}
        self._of_terms: dict[str, dict[str, str]] = {}
        self._spans: Mapping[Field, Sequence[Span]] = {}
        self._heading = PlainWords(self, 10.5, "dim", bold=True)
        self._standing = PlainWords(self, 9.0, "dim")
        self.add = QuietButton("+ term", self)
        self.definition = TextField(self, breaks=True, flat=True)
        self.source = TextField(self, flat=True)
        self._extra = PlainWords(self, 9.0, "faint")
        self._problem = ProblemWords(self)
        self._set_up()
        self.wear(look)

    @property
    def rows(self) -> list[TermRow]:
        """The rows that terms have so far, in the order of the terms."""
        return self._rows.shown

    @property
    def is_done(self) -> bool:
        """Whether every term has its row, and no row of another concept is left to be put away."""
        return self._rows.is_done

    def show_section(self, section: LanguageSection, *, is_same: bool) -> None:
        """Show `section`; `is_same`: of the concept that is shown already."""
        self._section = section
        self._rows.show_terms(section.terms, is_same=is_same)
        self._show_rest()
        if is_same:
            self.show_problems(self._problems, self._spans)

    def build(self, count: int) -> None:
        """Give the next `count` terms their rows, or put rows away that are not needed."""
        self._rows.build(count)

    def row(self, id_: str) -> TermRow | None:
        """Return the row of the term `id_`, made where it was not yet; None: no such term."""
        return self._rows.row(id_)

    def show_problems(
        self, problems: Mapping[Field, str], spans: Mapping[Field, Sequence[Span]]
    ) -> None:
        """Say what is wrong with this language, each thing where it is wrong."""
        self._problems, self._spans = problems, spans
        self._of_terms = {}
        for field, problem in problems.items():
            if field.part == "term" and field.lang == self.lang:
                self._of_terms.setdefault(field.id, {})[field.name] = problem
        for row in self.rows:
            self._show_faults(row)
        missing, *others = (self._of_section(name) for name in ("", *_SECTION_FIELDS))
        self.add.setAccessibleDescription(missing)
        for part, problem in zip((self.definition, self.source), others, strict=True):
            part.show_problem(problem)
        self._source_shown()
        if self._problem.say("\n".join(filter(None, (missing, *others)))):
            self.update()
            self.grew.emit()

    def stops(self) -> Iterator[QWidget]:
        """Yield the widgets that Tab stops at, in their order."""
        for row in self.rows:
            yield from row.stops()
        yield from (self.add, self.definition, self.source)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        self._rows.set_read_only(read_only=read_only)
        self.definition.set_read_only(read_only=read_only)
        self.source.set_read_only(read_only=read_only)
        self.add.setVisible(not read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        words = (self._heading, self._standing, self._extra, self._problem)
        dressed: list[FormPart] = [*words, self.add, self.definition, self.source]
        for part in dressed:
            part.wear(look)
        self._rows.wear(look)

    def height_for(self, width: int) -> int:
        """Lay the box out for this width; return the pixels of height that it takes."""
        pad, gap = self._look.pixels(_PAD), self._look.pixels(_GAP)
        inner = width - 2 * pad
        y = self._look.pixels(_PAD - 2)
        y += self._lay_heading(y, inner, pad) + gap // 2
        for row in self.rows:
            height = row.height_for(inner)
            row.setGeometry(pad, y, inner, height)
            y += height + gap
        if not self.add.isHidden():
            wide, height = self.add.natural_width(), self.add.height_for(0)
            self.add.setGeometry(width - pad - wide if self._is_rtl else pad, y, wide, height)
            y += height + gap // 2
        parts: tuple[PlainWords | TextField, ...]
        parts = (self.definition, self.source, self._extra, self._problem)
        for part in parts:
            if not part.isHidden():
                height = part.height_for(inner)
                part.setGeometry(pad, y, inner, height)
                y += height
        return y + self._look.pixels(_PAD - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent: the box, heavier where its terms are missing."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_missing = bool(self._of_section("")) and not self.rows
            color = self._look.color("warning" if is_missing else "line")
            painter.setPen(QPen(color, 2 if is_missing else 1))
            painter.setBrush(self._look.color("panel"))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, self._look.pixels(8), self._look.pixels(8))

    @property
    def _is_rtl(self) -> bool:
        return self.lang in RIGHT_TO_LEFT

    def _set_up(self) -> None:
        language = LANGUAGE_WORDS[self.lang]
        self.setAccessibleName(language)
        self.add.setAccessibleName(f"New {language} term")
        self.add.clicked.connect(self.term_wanted)
        self._heading.say(HEADINGS[self.lang])
        self._rows.edited.connect(self.edited)
        self._rows.entered.connect(self.entered)
        self._rows.acted.connect(self.acted)
        self._rows.grew.connect(self.grew)
        self._rows.added.connect(self._show_faults)
        for name, field in (("definition", self.definition), ("definition_source", self.source)):
            aloud = f"{language} {HINTS[name]}"
            lang = self.lang if name == "definition" else None
            field.bind(Field("section", self.lang, "", name), aloud, lang, from_right=self._is_rtl)
            field.show_hint(HINTS[name])
            field.edited.connect(self.edited)
            field.grew.connect(self.grew)
        self.definition.textChanged.connect(self._source_shown)

    def _show_rest(self) -> None:
        self._standing.say(standing(self._section))
        self.definition.show_value(self._section.definition)
        self.source.show_value(self._section.definition_source)
        self._source_shown()
        self._extra.say(listed(self._section.extra))

    def _source_shown(self) -> None:
        """Show the source of the definition where there is a definition, or a source."""
        fault = self._of_section("definition_source")
        is_wanted = bool(self.definition.value or self.source.value or fault)
        if self.source.isHidden() == is_wanted:
            self.source.setVisible(is_wanted)
            self.grew.emit()

    def _of_section(self, name: str) -> str:
        """Return what is wrong with a field of the section, empty: with the language as a whole."""
        return self._problems.get(Field("section", self.lang, "", name), "")

    def _show_faults(self, row: TermRow) -> None:
        row.show_problems(self._of_terms.get(row.id, {}))
        row.show_spans(self._spans.get(row.text.field, ()))

    def _lay_heading(self, y: int, inner: int, pad: int) -> int:
        side = self._standing.natural_width()
        height = self._heading.height_for(inner)
        self._heading.setGeometry(pad, y, inner - side, height)
        self._standing.setGeometry(pad + inner - side, y + self._look.pixels(2), side, height)
        if self._is_rtl:
            self._heading.setGeometry(pad + side, y, inner - side, height)
            sides = Qt.AlignmentFlag
            self._heading.setAlignment(sides.AlignRight | sides.AlignAbsolute | sides.AlignTop)
            self._standing.setGeometry(pad, y + self._look.pixels(2), side, height)
        return height
