"""What a concept's form holds, laid out for its width: title, languages side by side, the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.fields import Field
from booth_app.terminology.problem import Span
from booth_app.ui.editor.concept_finder import Concepts
from booth_app.ui.editor.concept_part import ConceptPart
from booth_app.ui.editor.form_words import title
from booth_app.ui.editor.labelled_fields import FormPart
from booth_app.ui.editor.language_box import LanguageBox
from booth_app.ui.editor.plain_words import PlainWords, ProblemWords
from booth_app.ui.theme import Look

_MARGIN: Final = 22
_GAP: Final = 14
_TWO_COLUMNS: Final = 540
"""Pixels of type at 100 % from which two languages stand side by side."""
_STRETCH: Final = 150
"""Pixels by which a box is made as high as the one beside it; a wider gap stays open."""
_STEP: Final = 3
"""Rows that are made in one step, so that the window answers in between."""


class FormBody(QWidget):
    """Places the parts of the form; knows nothing of what is stored."""

    def __init__(self, concepts: Concepts, look: Look) -> None:
        super().__init__()
        self._look = look
        self._order: tuple[Lang, ...] = LANGUAGES
        self.title = PlainWords(self, 15.0, "text", bold=True)
        self.facts = PlainWords(self, 10.5, "dim")
        self.problem = ProblemWords(self)
        self.boxes = {lang: LanguageBox(self, lang, look) for lang in LANGUAGES}
        self.whole = ConceptPart(self, concepts, look)
        self.wear(look)

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages in the order of their boxes."""
        return self._order

    def put_first(self, languages: Sequence[Lang]) -> None:
        """Show these languages before the others."""
        self._order = tuple(dict.fromkeys((*languages, *LANGUAGES)))

    def show_concept(self, concept: Concept, *, is_same: bool) -> None:
        """Show `concept`; `is_same`: its key is shown already."""
        self.show_title(concept)
        for lang, box in self.boxes.items():
            box.show_section(concept.section(lang), is_same=is_same)
        self.whole.show_concept(concept, is_same=is_same)

    def show_title(self, concept: Concept) -> None:
        """Call the concept by the term to say."""
        self.title.say(title(concept, self._order))

    def show_faults(
        self, problems: Mapping[Field, str], spans: Mapping[Field, Sequence[Span]]
    ) -> None:
        """Say what is wrong, each thing where it is wrong."""
        for box in self.boxes.values():
            box.show_problems(problems, spans)
        self.whole.show_faults(problems)
        self.problem.say(problems.get(Field("concept"), ""))

    @property
    def is_done(self) -> bool:
        """Whether every term has its row, and every row a term."""
        return all(box.is_done for box in self.boxes.values())

    def build(self) -> bool:
        """Make the next few rows, or put a few away; tell whether more is to be done."""
        for lang in self._order:
            if not self.boxes[lang].is_done:
                self.boxes[lang].build(_STEP)
                break
        return not self.is_done

    def field(self, field: Field) -> QWidget | None:
        """Return the widget of `field`, opened where it is closed; None where it has none."""
        if field.lang is None:
            return self.whole.field(field)
        box = self.boxes[field.lang]
        if field.part == "term":
            row = box.row(field.id)
            return row.field(field.name) or row.text if row else box.add
        if field.name in ("definition", "definition_source"):
            return box.definition if field.name == "definition" else box.source
        return box.rows[0].text if box.rows else box.add

    def stops(self) -> Iterator[QWidget]:
        """Yield the widgets that Tab stops at, in their order."""
        for lang in self._order:
            yield from self.boxes[lang].stops()
        yield from self.whole.stops()

    def first_stop(self, seen_from: QWidget | None, step: int) -> QWidget | None:
        """Return where the next part begins (`step` 1) or the one before (-1).

        The parts are the languages' boxes and what all have in common, the first after the last.
        """
        parts: list[LanguageBox | ConceptPart] = [self.boxes[lang] for lang in self._order]
        parts.append(self.whole)
        within = (at for at, part in enumerate(parts) if seen_from and part.isAncestorOf(seen_from))
        at = next(within, -1 if step > 0 else 0)
        return next(iter(parts[(at + step) % len(parts)].stops()), None)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        for box in self.boxes.values():
            box.set_read_only(read_only=read_only)
        self.whole.set_read_only(read_only=read_only)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        words: list[FormPart] = [self.title, self.facts, self.problem]
        for part in (*words, *self.boxes.values(), self.whole):
            part.wear(look)

    def height_for(self, width: int) -> int:
        """Lay everything out for this width; return the pixels of height that it takes."""
        margin, gap = self._look.pixels(_MARGIN), self._look.pixels(_GAP)
        inner, y = width - 2 * margin, self._look.pixels(_MARGIN - 6)
        for part in (self.title, self.facts, self.problem):
            if not part.isHidden():
                height = part.height_for(inner)
                part.setGeometry(margin, y, inner, height)
                y += height + 2
        y = self._lay_boxes(y + gap // 2, inner, margin, gap)
        height = self.whole.height_for(inner)
        self.whole.setGeometry(margin, y + gap // 2, inner, height)
        return y + height + 2 * gap

    def _lay_boxes(self, y: int, inner: int, margin: int, gap: int) -> int:
        count = 2 if inner >= self._look.pixels(_TWO_COLUMNS) else 1
        width = (inner - (count - 1) * gap) // count
        boxes = [self.boxes[lang] for lang in self._order]
        for start in range(0, len(boxes), count):
            line = boxes[start : start + count]
            heights = [box.height_for(width) for box in line]
            most = max(heights)
            for at, (box, own) in enumerate(zip(line, heights, strict=True)):
                height = most if most - own <= self._look.pixels(_STRETCH) else own
                box.setGeometry(margin + at * (width + gap), y, width, height)
            y += most + gap
        return y
