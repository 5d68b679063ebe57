"""What the details of a term show: all of it that its row has no room for."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from booth_app.languages import Lang
from booth_app.terminology.concept import Term
from booth_app.terminology.fields import Field
from booth_app.ui.editor.choice_field import ChoiceField
from booth_app.ui.editor.form_words import (
    ATTESTED_CHOICES,
    HINTS,
    TERM_LABELS,
    approved_by,
    listed,
    term_name,
)
from booth_app.ui.editor.labelled_fields import LabelledFields
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.plain_words import PlainWords
from booth_app.ui.editor.text_field import TextField

_IN_LANGUAGE: Final = frozenset({"forms", "context"})
"""Fields that are written in the language of the term."""
_GROWING: Final = frozenset({"forms", "usage_note", "context"})


class TermDetails(LabelledFields):
    """Fields of one term, who approved it, and what a file said that Booth has no field for."""

    edited = Signal(Field, object)
    grew = Signal()

    def __init__(self, parent: QWidget, lang: Lang) -> None:
        super().__init__(parent)
        self._lang = lang
        self.fields: dict[str, TextField | LineField | ChoiceField] = {}
        for name, label in TERM_LABELS.items():
            field = self._made(name)
            field.edited.connect(self.edited)
            if isinstance(field, TextField):
                field.grew.connect(self.grew)
            self.fields[name] = field
            self.add(name, label, field)
        self._approval = PlainWords(self, 9.0, "dim")
        self._extra = PlainWords(self, 9.0, "dim")
        self.add("approval", "Approval", self._approval)
        self.add("extra", "From the file", self._extra)

    def show_term(self, term: Term, number: int) -> None:
        """Show `term`, which is number `number` of its language, from 1."""
        called = term_name(self._lang, number)
        for name, field in self.fields.items():
            bound = Field("term", self._lang, term.id, name)
            aloud = f"{called}: {TERM_LABELS[name].lower()}"
            if isinstance(field, TextField):
                field.bind(bound, aloud, self._lang if name in _IN_LANGUAGE else None)
            else:
                field.bind(bound, aloud)
            field.show_value(getattr(term, name) or "")
        self._approval.say(approved_by(term))
        self._extra.say(listed(term.extra))

    def set_read_only(self, *, read_only: bool) -> None:
        """Take no typing, or take it again."""
        for field in self.fields.values():
            field.set_read_only(read_only=read_only)

    def _made(self, name: str) -> TextField | LineField | ChoiceField:
        if name == "attested":
            return ChoiceField(self, ATTESTED_CHOICES)
        if name in _GROWING:
            field: TextField | LineField = TextField(self, breaks=True)
        else:
            field = LineField(self, framed=True)
        field.show_hint(HINTS.get(name, ""))
        return field
