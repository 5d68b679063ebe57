"""What differs between two states of a concept, and one field set to a value."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, Literal, NamedTuple, TypeVar, cast

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Relation, Term, Trap
from booth_app.terminology.fields import (
    APPROVAL,
    DEFAULTS,
    EXTRA,
    ORDER,
    SOURCES,
    TEXT,
    Field,
    Value,
    reference_field,
    relation_field,
    same,
    trap_fields,
    values,
)

_Link = TypeVar("_Link", Reference, Relation)

Kind = Literal["spacing", "source only", "emptied", "text"]


class Difference(NamedTuple):
    """One field that two states have differently; None where it says nothing or its default."""

    field: Field
    before: Value | None
    after: Value | None

    @property
    def empties(self) -> bool:
        """Whether something that was there is there no more."""
        return self.after is None and self.field.name not in DEFAULTS


def differences(before: Concept | None, after: Concept | None) -> list[Difference]:
    """Return every field that differs, the order of terms last.

    Setting each `after` in `before` in turn (`with_field`) gives the values of `after`, setting
    each `before` in `after` those of `before`. Every difference counts, also one of white space.
    """
    old, new = values(before), values(after)
    found = [
        Difference(field, old.get(field), new.get(field))
        for field in {**old, **new}
        if old.get(field) != new.get(field)
    ]
    return found + [
        Difference(Field("section", lang, "", ORDER), *orders)
        for lang in LANGUAGES
        if (orders := _orders(before, after, lang)) is not None
    ]


def kind(found: Iterable[Difference]) -> Kind:
    """Return of what kind the change of a whole row is that makes these differences.

    A change that empties any field is told as that: it needs a decision.
    """
    found = list(found)
    if any(difference.empties for difference in found):
        return "emptied"
    if all(same(difference.before, difference.after) for difference in found):
        return "spacing"
    if all(difference.field.name in SOURCES for difference in found):
        return "source only"
    return "text"


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


def _orders(
    before: Concept | None, after: Concept | None, lang: Lang
) -> tuple[Value | None, Value | None] | None:
    """Return the order of the terms before and after; None where it says nothing of its own."""
    old = [term.id for term in before.section(lang).terms] if before else []
    new = [term.id for term in after.section(lang).terms] if after else []
    if _followed(old, new) == new and _followed(new, old) == old:
        return None
    return tuple(old) or None, tuple(new) or None


def _followed(old: list[str], new: list[str]) -> list[str]:
    """Return `old` without what is not in `new`, and with what only is there behind it."""
    return [id_ for id_ in old if id_ in new] + [id_ for id_ in new if id_ not in old]


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
