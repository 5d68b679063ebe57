"""Two concepts made one, and nothing of either lost."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from booth_app.terminology.aligning import aligned
from booth_app.terminology.approval import after_change
from booth_app.terminology.concept import Concept, LanguageSection, Reference
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import DEFAULTS, Field, Value, values

BOOTH: Final = "booth"
"""The system of a reference that says which id a concept had before it was made part of another."""

_NOTHING: Final[Mapping[Field, Value | None]] = MappingProxyType({})


def joined(
    kept: Concept, other: Concept, chosen: Mapping[Field, Value | None] = _NOTHING
) -> Concept:
    """Return `kept` with all that `other` has beside it; `other` may then be deleted.

    All terms of both are there, once where both have the same text; what `kept` leaves empty is
    taken from `other`; `chosen` says what a field that both have says. A second preferred term of
    a language becomes an admitted one. The id of `other` stays as a reference of the system BOOTH,
    so that what still names it finds the concept.
    """
    other = aligned(other, kept, ids="foreign")
    own = values(kept)
    made = kept
    for field, value in values(_second(other, kept)).items():
        if field not in own and not _is_default(field, own) and not _is_self(field, kept, other):
            made = with_field(made, field, value)
    made = after_change(kept, made)
    for field, wanted in chosen.items():
        made = with_field(made, field, wanted)
    return _redirected(made, other)


def ids_before(concept: Concept) -> Iterator[str]:
    """Yield the ids of the concepts that were made part of `concept`."""
    return (reference.id for reference in concept.external if reference.system == BOOTH)


def _is_default(field: Field, own: Mapping[Field, Value]) -> bool:
    """Tell whether `field` of a term of `kept` says its default, which is not empty."""
    return field.name in DEFAULTS and field.whole in own


def _is_self(field: Field, kept: Concept, other: Concept) -> bool:
    return field.part == "relation" and field.id.partition("\0")[2] in (kept.id, other.id)


def _second(other: Concept, kept: Concept) -> Concept:
    """Return `other`, its preferred terms admitted where `kept` has its own preferred one."""
    return after_change(
        other,
        replace(
            other,
            languages={
                lang: _admitted(section)
                if any(term.status == "preferred" for term in kept.section(lang).terms)
                else section
                for lang, section in other.languages.items()
            },
        ),
    )


def _admitted(section: LanguageSection) -> LanguageSection:
    terms = (
        replace(term, status="admitted") if term.status == "preferred" else term
        for term in section.terms
    )
    return replace(section, terms=tuple(terms))


def _redirected(made: Concept, other: Concept) -> Concept:
    was = Reference(BOOTH, other.id)
    external = made.external if was in made.external else (*made.external, was)
    related = tuple(relation for relation in made.related if relation.to != other.id)
    return replace(made, external=external, related=related)
