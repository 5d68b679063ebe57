"""One field of a concept set to a value, or emptied."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Relation, Term, Trap
from booth_app.terminology.fields import (
    APPROVAL,
    DEFAULTS,
    EXTRA,
    ORDER,
    TEXT,
    Field,
    Value,
    reference_field,
    relation_field,
    trap_fields,
)

_Link = TypeVar("_Link", Reference, Relation)


def with_field(concept: Concept, field: Field, value: Value | None) -> Concept:
    """Return `concept` with `field` saying `value`; None empties it, or sets its default.

    A term whose text is emptied goes whole, and a new one is made by setting its text. Any other
    field of a term that is not there has no place: `concept` comes back as it is.
    """
    if field.part in ("term", "section") and field.lang:
        section = concept.section(field.lang)
        changed = _SECTION_PARTS[field.part](section, field, value)
        return _with_section(concept, field.lang, changed)
    return _CONCEPT_PARTS[field.part](concept, field, value)


def _with_section(concept: Concept, lang: Lang, section: LanguageSection) -> Concept:
    if section == concept.section(lang):
        return concept
    sections = {**concept.languages, lang: section}
    if section == LanguageSection():
        del sections[lang]
    return replace(
        concept, languages={code: sections[code] for code in LANGUAGES if code in sections}
    )


def _in_section(section: LanguageSection, field: Field, value: Value | None) -> LanguageSection:
    if field.name == ORDER:
        places = {id_: place for place, id_ in enumerate(value or ())}
        by_place = sorted(section.terms, key=lambda term: places.get(term.id, len(places)))
        return replace(section, terms=tuple(by_place))
    if field.name.startswith(EXTRA):
        return replace(section, extra=_extra(section.extra, field, value))
    return replace(section, **_set(field.name, value or ""))


def _in_term(section: LanguageSection, field: Field, value: Value | None) -> LanguageSection:
    there = any(term.id == field.id for term in section.terms)
    if field.name == TEXT and value is None:
        return replace(section, terms=tuple(t for t in section.terms if t.id != field.id))
    if field.name == TEXT and not there:
        return replace(section, terms=(*section.terms, Term(id=field.id, text=str(value))))
    terms = (_term(t, field, value) if t.id == field.id else t for t in section.terms)
    return replace(section, terms=tuple(terms))


def _term(term: Term, field: Field, value: Value | None) -> Term:
    name = field.name
    if name.startswith(EXTRA):
        return replace(term, extra=_extra(term.extra, field, value))
    if name == APPROVAL:
        approval, person, at = tuple(value or DEFAULTS[APPROVAL])
        return replace(term, **_set("approval", approval), approved_by=person, approved_at=at)
    if name == "type":
        return replace(term, **_set(name, value))
    if name == "forms":
        return replace(term, forms=tuple(value or ()))
    return replace(term, **_set("text" if name == TEXT else name, value or DEFAULTS.get(name, "")))


def _in_concept(concept: Concept, field: Field, value: Value | None) -> Concept:
    if field.name.startswith(EXTRA):
        return replace(concept, extra=_extra(concept.extra, field, value))
    return replace(concept, **_set(field.name, value or ""))


def _trap(concept: Concept, field: Field, value: Value | None) -> Concept:
    traps = dict(trap_fields(concept.traps))
    if value is None:
        traps.pop(field, None)
    else:
        wrong, trap, advice, status, *languages = tuple(value)
        traps[field] = Trap(
            id=field.id,
            term=wrong,
            trap=trap,
            advice=advice,
            status=status,
            languages=cast("tuple[Lang, ...]", tuple(languages)),
        )
    return replace(concept, traps=tuple(traps.values()))


def _reference(concept: Concept, field: Field, value: Value | None) -> Concept:
    new = () if value is None else (Reference(*value),)
    return replace(concept, external=_with(concept.external, field, new, reference_field))


def _relation(concept: Concept, field: Field, value: Value | None) -> Concept:
    new = () if value is None else (Relation(type=value[0], to=value[1]),)
    return replace(concept, related=_with(concept.related, field, new, relation_field))


def _with(
    links: tuple[_Link, ...], field: Field, new: tuple[_Link, ...], named: Callable[[_Link], Field]
) -> tuple[_Link, ...]:
    """Return `links` with the one of `field` there where `new` holds it, else without it."""
    there = any(named(link) == field for link in links)
    if new:
        return links if there else links + new
    return tuple(link for link in links if named(link) != field)


def _extra(extra: Mapping[str, str], field: Field, value: Value | None) -> dict[str, str]:
    key = field.name.removeprefix(EXTRA)
    if value is None:
        return {name: text for name, text in extra.items() if name != key}
    return {**extra, key: str(value)}


def _set(name: str, value: object) -> dict[str, Any]:
    return {name: value}


_SECTION_PARTS: Final = {"section": _in_section, "term": _in_term}
_CONCEPT_PARTS: Final = {
    "concept": _in_concept,
    "trap": _trap,
    "reference": _reference,
    "relation": _relation,
}
