"""A concept while somebody types in its form: what is stored, and what the fields say.

Values are set in the concept itself, so that what nobody touches stays as it was, to the letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import (
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)
from booth_app.terminology.differences import differences, with_field
from booth_app.terminology.fields import TEXT, Field, Value

Links = tuple[Reference, ...] | tuple[Relation, ...] | tuple[Trap, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """`known` is the concept as it was last shown or announced, `fields` what the fields say.

    `fields` may hold what no concept does: a term without text, whose row is being filled in.
    """

    known: Concept
    fields: Concept

    @classmethod
    def of(cls, concept: Concept) -> Self:
        """Return the draft in which nothing was typed yet."""
        return cls(concept, concept)

    @property
    def concept(self) -> Concept:
        """The concept to be stored: new rows without text left out, emptied texts as they were."""
        if self.fields is self.known:
            return self.known
        whole = self.fields
        for lang, section in self.fields.languages.items():
            if all(term.text.strip() for term in section.terms):
                continue
            old = {term.id: term.text for term in self.known.section(lang).terms}
            kept = (
                term if term.text.strip() else replace(term, text=old[term.id])
                for term in section.terms
                if term.text.strip() or term.id in old
            )
            whole = _with_terms(whole, lang, tuple(kept))
        return whole

    @property
    def is_announced(self) -> bool:
        """Whether nothing was typed that is not known yet."""
        return self.concept == self.known

    def announced(self) -> "Draft":
        """Return the draft once its concept has been announced."""
        return replace(self, known=self.concept)

    def value(self, field: Field) -> Value:
        """Return what `field` says, empty text where it says nothing."""
        if field.part == "term" and field.lang and field.name != "approval":
            return _said(self.term(field.lang, field.id), field.name)
        if field.part == "section" and field.lang:
            return _said(self.fields.section(field.lang), field.name)
        return _said(self.fields, field.name)

    def term(self, lang: Lang, id_: str) -> Term | None:
        """Return the term `id_`, also one without text; None where there is none."""
        terms = self.fields.section(lang).terms
        return next((term for term in terms if term.id == id_), None)

    def with_value(self, field: Field, value: Value) -> "Draft":
        """Return the draft with `field` saying `value`; a term's text may be empty."""
        if self.value(field) == value:
            return self
        if field.part == "term" and field.name == TEXT and field.lang:
            terms = self.fields.section(field.lang).terms
            said = (replace(t, text=str(value)) if t.id == field.id else t for t in terms)
            return replace(self, fields=_with_terms(self.fields, field.lang, tuple(said)))
        return replace(self, fields=with_field(self.fields, field, value or None))

    def with_links(self, **links: Links) -> "Draft":
        """Return the draft with these `external`, `related` or `traps` in place of its own."""
        changed: dict[str, Any] = dict(links)
        return replace(self, fields=replace(self.fields, **changed))

    def with_term(self, lang: Lang, term: Term, at: int | None = None) -> "Draft":
        """Return the draft with `term` before number `at` of a language, last where None."""
        terms = list(self.fields.section(lang).terms)
        terms.insert(len(terms) if at is None else at, term)
        return replace(self, fields=_with_terms(self.fields, lang, tuple(terms)))

    def without_term(self, lang: Lang, id_: str) -> "Draft":
        """Return the draft without the term `id_`."""
        terms = tuple(t for t in self.fields.section(lang).terms if t.id != id_)
        return replace(self, fields=_with_terms(self.fields, lang, terms))

    def moved(self, lang: Lang, id_: str, steps: int) -> "Draft":
        """Return the draft with the term `id_` `steps` places further down, up where negative."""
        terms = list(self.fields.section(lang).terms)
        at = next((at for at, term in enumerate(terms) if term.id == id_), -1)
        if at < 0 or not 0 <= at + steps < len(terms):
            return self
        terms.insert(at + steps, terms.pop(at))
        return replace(self, fields=_with_terms(self.fields, lang, tuple(terms)))

    def beneath(self, stored: Concept) -> "Draft":
        """Return the draft over `stored`, as which the concept now stands in the term base.

        What was typed and not announced is set in it anew; rows without text stay.
        """
        made = stored
        for difference in differences(self.known, self.concept):
            made = with_field(made, difference.field, difference.after)
        draft = Draft(stored, made)
        for lang, section in self.fields.languages.items():
            for at, term in enumerate(section.terms):
                if term.text.strip():
                    continue
                if draft.term(lang, term.id):
                    draft = draft.with_value(Field("term", lang, term.id, TEXT), term.text)
                elif all(term.id != known.id for known in self.known.section(lang).terms):
                    draft = draft.with_term(lang, term, at)
        return draft


def refusal(field: Field, text: str) -> str:
    """Return the sentence that says why `field` cannot be `text`; empty where it can."""
    if field.part != "concept" or field.name != "since" or not text:
        return ""
    try:
        is_written_so = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_written_so = False
    return "" if is_written_so else f"“{text}” is no date like 2022-05-20; it is not kept."


def complete(links: Sequence[Any], known: Sequence[Any]) -> tuple[Any, ...]:
    """Return the links that say all a file needs; of one emptied since, what was `known`."""
    old = {link.id: link for link in known if isinstance(link, Trap)}
    whole = (link if _is_whole(link) else old.get(getattr(link, "id", "")) for link in links)
    return tuple(link for link in whole if link is not None)


def _is_whole(link: Reference | Relation | Trap) -> bool:
    if isinstance(link, Trap):
        return bool(link.trap.strip())
    if isinstance(link, Reference):
        return bool(link.system.strip() and link.id.strip())
    return bool(link.to.strip())


def _said(holder: Concept | LanguageSection | Term | None, name: str) -> Value:
    if holder is None:
        return ""
    said: Value | None = getattr(holder, "text" if name == TEXT else name)
    return said or ""


def _with_terms(concept: Concept, lang: Lang, terms: tuple[Term, ...]) -> Concept:
    section = replace(concept.section(lang), terms=terms)
    if section == concept.section(lang):
        return concept
    sections = {**concept.languages, lang: section}
    if section == LanguageSection():
        del sections[lang]
    return replace(concept, languages={one: sections[one] for one in LANGUAGES if one in sections})
