"""What a form shows of the concept as a whole, below its languages."""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.fields import Field
from booth_app.ui.editor.concept_finder import Concepts
from booth_app.ui.editor.draft import refusal
from booth_app.ui.editor.form_words import HINTS, listed
from booth_app.ui.editor.labelled_fields import LabelledFields
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.parts_list import REFERENCES, TRAPS, PartsList
from booth_app.ui.editor.plain_words import PlainWords
from booth_app.ui.editor.relations_row import RelationsRow
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.theme import Look

_NAMES: Final = {"trap": "traps", "relation": "related", "reference": "external"}


class ConceptPart(LabelledFields):
    """Note, traps, relations, subject field, date, references, and what a file brought."""

    edited = Signal(Field, object)
    links_edited = Signal(str, tuple)
    """`traps`, `related` or `external`, with all of them."""
    concept_wanted = Signal(ConceptKey)
    grew = Signal()

    def __init__(self, parent: QWidget, concepts: Concepts, look: Look) -> None:
        super().__init__(parent)
        self.note = TextField(self, breaks=True)
        self.subject = LineField(self, framed=True)
        self.since = LineField(self, framed=True)
        self.traps = PartsList(self, TRAPS, look)
        self.related = RelationsRow(self, concepts, look)
        self.external = PartsList(self, REFERENCES, look)
        self._extra = PlainWords(self, 9.0, "dim")
        self.add("note", "Note for the booth", self.note)
        self.add("traps", "Traps", self.traps)
        self.add("related", "Related", self.related)
        self.add("subject", "Subject field", self.subject)
        self.add("since", "In use since", self.since)
        self.add("external", "References", self.external)
        self.add("extra", "From the file", self._extra)
        self._connect()
        self.wear(look)

    def show_concept(self, concept: Concept, *, is_same: bool) -> None:
        """Show what `concept` says as a whole; `is_same`: it is shown already."""
        self.note.show_value(concept.note)
        self.subject.show_value(concept.subject)
        if not (is_same and refusal(self.since.field, str(self.since.value))):
            self.since.show_value(concept.since)  # a refused date stands as typed, with why
        self.traps.show_parts(concept.traps, is_same=is_same)
        self.external.show_parts(concept.external, is_same=is_same)
        self.related.show_relations(concept.key, concept.related)
        self._extra.say(listed(concept.extra))

    def show_faults(self, problems: Mapping[Field, str]) -> None:
        """Say what is wrong with the concept as a whole, each thing where it is wrong."""
        named: dict[str, list[str]] = {}
        for field, problem in problems.items():
            name = _NAMES.get(field.part, field.name if field.part == "concept" else "")
            if name:
                named.setdefault(name, []).append(problem)
        self.show_problems({name: "\n".join(said) for name, said in named.items()})

    def field(self, field: Field) -> QWidget:
        """Return the widget of a field of the concept."""
        name = _NAMES.get(field.part, field.name)
        number = int(field.name) if field.part in _NAMES and field.name.isdigit() else 0
        part = self.part(name) or self.note
        if isinstance(part, PartsList):
            rows = part.rows[number : number + 1]
            return rows[0].stops()[0] if rows else part.add
        if isinstance(part, RelationsRow):
            return (*part.chips[number : number + 1], part.add)[0]
        return part

    def stops(self) -> Iterator[QWidget]:
        """Yield the widgets that Tab stops at, in their order."""
        for _, part in self.parts():
            if isinstance(part, PartsList | RelationsRow):
                yield from part.stops()
            elif part is not self._extra:
                yield part

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        for field in (self.note, self.subject, self.since):
            field.set_read_only(read_only=read_only)
        for part in (self.traps, self.related, self.external):
            part.set_read_only(read_only=read_only)

    def _connect(self) -> None:
        names = {"note": "Note for the booth", "subject": "Subject field", "since": "In use since"}
        for name, aloud in names.items():
            field = self.part(name)
            if isinstance(field, TextField | LineField):
                field.bind(Field("concept", name=name), aloud)
                field.show_hint(HINTS.get(name, ""))
                field.edited.connect(self.edited)
        self.note.grew.connect(self.grew)
        for name in ("traps", "related", "external"):
            part = self.part(name)
            if isinstance(part, PartsList | RelationsRow):
                part.edited.connect(lambda links, n=name: self.links_edited.emit(n, links))
                part.grew.connect(self.grew)
        self.related.concept_wanted.connect(self.concept_wanted)
