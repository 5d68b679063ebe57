"""A concept as a plain document (mappings, lists, text) and back.

The keys and their order are those of a glossary file; absent values are left out. Every scalar is
text, so the same document stands in YAML and in JSON.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Final

from booth_app.languages import LANGUAGES, Lang, is_language
from booth_app.terminology.concept import (
    APPROVALS,
    ATTESTED,
    STATUSES,
    TERM_TYPES,
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Status,
    Term,
    Trap,
)
from booth_app.terminology.concept_keys import (
    CONCEPT_KEYS,
    REFERENCE_KEYS,
    RELATION_KEYS,
    SECTION_KEYS,
    TERM_KEYS,
    TRAP_KEYS,
)
from booth_app.terminology.document import (
    Document,
    InvalidDocumentError,
    Part,
    Where,
    clean,
    filled,
)

_STATUS_NAMES: Final[Mapping[str, Status]] = {
    "superseded": "deprecated",
    "proposed": "admitted",
}
"""Statuses of other systems that have no place of their own here, and how they are read."""

_UNSAID: Final[Status] = "admitted"
"""What a term is whose status nobody gave."""

_UNWRITTEN: Final = {"attested": "none", "approval": "draft"}
"""Values that a document leaves out."""

_values_of: Final = attrgetter(*("text" if key == "term" else key for key in TERM_KEYS))


def to_document(concept: Concept) -> Document:
    """Return `concept` as a document, in the key order of a glossary file."""
    present = (lang for lang in LANGUAGES if lang in concept.languages)
    return _without_absent(
        {
            "id": clean(concept.id),
            "subject": clean(concept.subject),
            "external": [{"system": clean(r.system), "id": clean(r.id)} for r in concept.external],
            "related": [{"to": clean(r.to), "type": clean(r.type)} for r in concept.related],
            "note": clean(concept.note),
            "traps": [_trap_document(trap) for trap in concept.traps],
            "since": concept.since,
            "languages": {lang: _section_document(concept.languages[lang]) for lang in present},
            "extra": _extra_document(concept.extra),
        }
    )


def to_json(concept: Concept) -> str:
    """Return the document of `concept` as JSON; equal concepts have equal documents."""
    return json.dumps(to_document(concept), ensure_ascii=False, separators=(",", ":"))


def from_document(glossary: str, document: object) -> Concept:
    """Return the concept that `document` describes, as one of `glossary`.

    Unknown keys of the concept, its sections and its terms are kept in their `extra`. Raises
    InvalidDocumentError at the first value that cannot be read.
    """
    part = Part(document)
    return Concept(
        glossary=glossary,
        id=part.required("id"),
        subject=part.text("subject"),
        external=part.each("external", _reference),
        related=part.each("related", _relation),
        note=part.text("note"),
        traps=part.each("traps", _trap),
        since=_date(part, "since"),
        languages=_sections(part.part("languages")),
        extra=part.extra(CONCEPT_KEYS),
    )


def _without_absent(document: Document) -> Document:
    return {key: value for key, value in document.items() if value}


def _extra_document(extra: Mapping[str, str]) -> Document:
    return {clean(key): clean(value) for key, value in extra.items()}


def _trap_document(trap: Trap) -> Document:
    texts = {key: clean(getattr(trap, key)) for key in TRAP_KEYS if key != "languages"}
    values = {**texts, "languages": list(trap.languages)}
    return _without_absent({key: values[key] for key in TRAP_KEYS})


def _section_document(section: LanguageSection) -> Document:
    return _without_absent(
        {
            "definition": clean(section.definition),
            "definition_source": clean(section.definition_source),
            "terms": [_term_document(term) for term in section.terms],
            "extra": _extra_document(section.extra),
        }
    )


def _term_document(term: Term) -> Document:
    document: Document = {}
    for key, value in zip(TERM_KEYS, _values_of(term), strict=True):
        if not value:
            continue
        if key == "forms":
            document[key] = [clean(form) for form in value]
        elif key == "extra":
            document[key] = _extra_document(value)
        elif value != _UNWRITTEN.get(key):
            document[key] = clean(value)
    return document


def _sections(part: Part) -> dict[Lang, LanguageSection]:
    for code in part.values:
        _language(code, part.where)
    sections = {
        lang: _section(part.values[lang], (*part.where, lang))
        for lang in LANGUAGES
        if lang in part.values
    }
    terms = (term for section in sections.values() for term in section.terms)
    _refuse_twice((term.id for term in terms), part.where)
    return sections


def _section(value: object, where: Where) -> LanguageSection:
    part = Part(value, where)
    return LanguageSection(
        definition=part.text("definition"),
        definition_source=part.text("definition_source"),
        terms=part.each("terms", _term),
        extra=part.extra(SECTION_KEYS),
    )


def _term(value: object, where: Where) -> Term:
    part = Part(value, where)
    return Term(
        id=part.required("id"),
        text=part.required("term"),
        status=_status(part),
        type=part.one_of("type", TERM_TYPES, None),
        forms=part.each("forms", filled),
        pos=part.text("pos"),
        gender=part.text("gender"),
        number=part.text("number"),
        region=part.text("region"),
        register=part.text("register"),
        usage_note=part.text("usage_note"),
        context=part.text("context"),
        context_source=part.text("context_source"),
        source=part.text("source"),
        source_url=part.text("source_url"),
        attested=part.one_of("attested", ATTESTED, "none"),
        approval=part.one_of("approval", APPROVALS, "draft"),
        approved_by=part.text("approved_by"),
        approved_at=part.text("approved_at"),
        extra=part.extra(TERM_KEYS),
    )


def _status(part: Part) -> Status:
    name = part.text("status")
    if name in _STATUS_NAMES:
        return _STATUS_NAMES[name]
    return part.one_of("status", STATUSES, _UNSAID)


def _reference(value: object, where: Where) -> Reference:
    part = Part(value, where, REFERENCE_KEYS)
    return Reference(part.required("system"), part.required("id"))


def _relation(value: object, where: Where) -> Relation:
    part = Part(value, where, RELATION_KEYS)
    return Relation(part.required("to"), part.text("type") or "related")


def _trap(value: object, where: Where) -> Trap:
    part = Part(value, where, TRAP_KEYS)
    return Trap(
        id=part.required("id"),
        term=part.text("term"),
        languages=part.each("languages", _language),
        trap=part.required("trap"),
        advice=part.text("advice"),
        status=part.text("status"),
    )


def _language(value: object, where: Where) -> Lang:
    code = filled(value, where)
    if not is_language(code):
        known = ", ".join(LANGUAGES)
        raise InvalidDocumentError(f"unknown language {code!r}; known: {known}", where)
    return code


def _date(part: Part, key: str) -> str:
    value = part.text(key)
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise InvalidDocumentError(f"{value!r} is no date like 2022-05-20", (key,)) from None


def _refuse_twice(ids: Iterable[str], where: Where) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise InvalidDocumentError(f"two terms have the id {name!r}", where)
        seen.add(name)
