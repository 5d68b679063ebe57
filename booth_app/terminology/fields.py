"""The fields of a concept: the units in which two states are compared and merged.

A field is one text (or one list) of a concept, of a language section or of a term known by its id;
a trap, a reference and a relation are each one field whole. An approval with its person and time
is one field: it is one act.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Relation, Term, Trap
from booth_app.terminology.field_names import (
    APPROVAL,
    CONCEPT_FIELDS,
    DEFAULTS,
    EVERYTHING,
    EXTRA,
    ORDER,
    SECTION_FIELDS,
    SOURCES,
    TERM_FIELDS,
    TEXT,
    Field,
    Holds,
    Part,
    Value,
    held,
)
from booth_app.terminology.field_words import described, field_name, in_words

__all__ = [
    "APPROVAL",
    "DEFAULTS",
    "EVERYTHING",
    "EXTRA",
    "ORDER",
    "SOURCES",
    "TERM_FIELDS",
    "TEXT",
    "Field",
    "Holds",
    "Part",
    "Value",
    "described",
    "field_name",
    "held",
    "in_words",
    "plain",
    "reference_field",
    "relation_field",
    "same",
    "trap_fields",
    "values",
]


def values(concept: Concept | None) -> dict[Field, Value]:
    """Return what each field of `concept` says, in the order of a glossary file.

    Fields that are empty or say their default are left out, and so is the order of terms.
    """
    if concept is None:
        return {}
    return dict(_all(concept))


def same(one: Value | None, other: Value | None) -> bool:
    """Tell whether two values say the same: in NFC, with white space collapsed."""
    return one == other or plain(one) == plain(other)


def plain(value: Value | None) -> Value:
    """Return `value` in NFC with its white space collapsed; empty text for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return tuple(_plain(text) for text in value)
    return _plain(value)


def reference_field(reference: Reference) -> Field:
    """Return the field of a reference."""
    return Field("reference", None, f"{reference.system}\0{reference.id}")


def relation_field(relation: Relation) -> Field:
    """Return the field of a relation."""
    return Field("relation", None, f"{relation.type}\0{relation.to}")


def trap_fields(traps: tuple[Trap, ...]) -> Iterator[tuple[Field, Trap]]:
    """Yield each trap with its field."""
    met: dict[str, int] = {}
    for trap in traps:
        met[trap.id] = count = met.get(trap.id, 0) + 1
        yield Field("trap", None, trap.id, "" if count == 1 else str(count)), trap


def _all(concept: Concept) -> Iterator[tuple[Field, Value]]:
    for name in CONCEPT_FIELDS:
        if (value := getattr(concept, name)).strip():
            yield Field("concept", name=name), value
    for reference in concept.external:
        yield reference_field(reference), (reference.system, reference.id)
    for relation in concept.related:
        yield relation_field(relation), (relation.type, relation.to)
    for field, trap in trap_fields(concept.traps):
        yield field, _trap_value(trap)
    for lang in LANGUAGES:
        if lang in concept.languages:
            yield from _section(lang, concept.languages[lang])
    yield from _extra(Field("concept"), concept.extra)


def _section(lang: Lang, section: LanguageSection) -> Iterator[tuple[Field, Value]]:
    for name in SECTION_FIELDS:
        if (value := getattr(section, name)).strip():
            yield Field("section", lang, "", name), value
    yield from _extra(Field("section", lang), section.extra)
    for term in section.terms:
        for name in TERM_FIELDS:
            said = _term_value(term, name)
            if said is not None:
                yield Field("term", lang, term.id, name), said
        yield from _extra(Field("term", lang, term.id), term.extra)


def _term_value(term: Term, name: str) -> Value | None:
    """Return what the field `name` of `term` says; None where it is empty or its default.

    The text of a term is never None: the term is there.
    """
    if name == APPROVAL:
        value: Value = (term.approval, term.approved_by, term.approved_at)
    elif name == TEXT:
        return term.text
    else:
        value = getattr(term, name) or ""
    empty = not value or (isinstance(value, str) and value.isspace())
    return None if empty or value == DEFAULTS.get(name) else value


def _trap_value(trap: Trap) -> Value:
    """Return what a trap's field says: its texts, then its languages."""
    return (trap.term, trap.trap, trap.advice, trap.status, *trap.languages)


def _extra(owner: Field, extra: Mapping[str, str]) -> Iterator[tuple[Field, Value]]:
    for key, value in extra.items():
        if value.strip():
            yield owner._replace(name=EXTRA + key), value


def _plain(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
