"""What keys do with whole terms: begin, delete, move, and walk from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from booth_app.editing.new_parts import new_term
from booth_app.languages import Lang
from booth_app.ui.editor.draft import Draft
from booth_app.ui.editor.form_body import FormBody
from booth_app.ui.editor.term_row import TermRow
from booth_app.ui.editor.typed_concept import TypedConcept


@dataclass(frozen=True)
class TermActions:
    """Changes the draft and has it shown; `go_to` gives a widget the keyboard."""

    typed: TypedConcept
    body: FormBody
    show: Callable[[], None]
    go_to: Callable[[QWidget | None], None]

    def begin(self, lang: Lang) -> None:
        """Begin a new term of `lang`; go on with the one already begun, where there is one."""
        draft = self._draft
        terms = draft.fields.section(lang).terms
        begun = next((term for term in terms if not term.text.strip()), None)
        if begun is None:
            begun = new_term(draft.fields.section(lang))
            self.typed.draft = draft.with_term(lang, begun)
            self.show()
        self._go_to_term(lang, begun.id)

    def act(self, action: str, id_: str) -> None:
        """Do with a term what a key asks for, and announce it: see ROW_KEYS."""
        lang = self._language_of(id_)
        if lang is None:
            return
        if action == "delete":
            self._delete(lang, id_)
        else:
            self.typed.draft = self._draft.moved(lang, id_, -1 if action == "up" else 1)
            self.show()
            self._go_to_term(lang, id_)
        self.typed.announce()

    def walk(self, id_: str, way: int) -> None:
        """Go on from a term: to the next one, a new one, or the next language's."""
        lang = self._language_of(id_)
        if lang is None:
            return
        terms = self._draft.fields.section(lang).terms
        at = next(at for at, term in enumerate(terms) if term.id == id_) + way
        if 0 <= at < len(terms):
            self._go_to_term(lang, terms[at].id)
        elif way > 0 and terms[-1].text.strip():
            self.typed.announce()
            self.begin(lang)
        else:
            self._go_to_language(lang, way)

    def leave(self, row: TermRow) -> None:
        """Forget a term that was only begun; give one that was emptied its text back."""
        lang = row.text.field.lang
        if str(row.text.value).strip() or lang is None:
            return
        terms = self._draft.known.section(lang).terms
        known = next((term for term in terms if term.id == row.id), None)
        if known:
            self.typed.draft = self._draft.with_value(row.text.field, known.text)
            row.text.settle(known.text)
            row.ask_for_text()
        elif self._draft.term(lang, row.id):
            self.typed.draft = self._draft.without_term(lang, row.id)
            self.show()

    @property
    def _draft(self) -> Draft:
        draft = self.typed.draft
        assert draft is not None, "there is no row where no concept is shown"
        return draft

    def _delete(self, lang: Lang, id_: str) -> None:
        """Delete a term; the keyboard goes to the one that takes its place."""
        ids = [term.id for term in self._draft.fields.section(lang).terms]
        at = ids.index(id_)
        beside = ids[at + 1 : at + 2] or ids[max(0, at - 1) : at]
        if beside:
            self._go_to_term(lang, beside[0])
        else:
            self.go_to(self.body.boxes[lang].add)
        self.typed.draft = self._draft.without_term(lang, id_)
        self.show()

    def _go_to_term(self, lang: Lang, id_: str) -> None:
        row = self.body.boxes[lang].row(id_)
        self.go_to(row.text if row else None)

    def _go_to_language(self, lang: Lang, way: int) -> None:
        """Go to the next or the previous language's terms; beyond the last to the note."""
        order = self.body.languages
        at = order.index(lang) + way
        if not 0 <= at < len(order):
            self.go_to(self.body.whole.note if way > 0 else None)
        elif terms := self._draft.fields.section(order[at]).terms:
            self._go_to_term(order[at], terms[0 if way > 0 else -1].id)
        else:
            self.begin(order[at])

    def _language_of(self, id_: str) -> Lang | None:
        terms = self._draft.fields.terms()
        return next((lang for lang, term in terms if term.id == id_), None)
