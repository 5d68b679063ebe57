"""Rules for a concept by itself: what it must have, and what its texts may hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from booth_app.languages import LANGUAGES, NAMES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import texts
from booth_app.terminology.findings import Finding, grouped, places
from booth_app.terminology.text_checks import TextCheck


def in_terms(check: TextCheck) -> Callable[[Sequence[Concept]], Iterator[Finding]]:
    """Return the rule that no term and no form breaks `check`."""

    def findings(concepts: Sequence[Concept]) -> Iterator[Finding]:
        for place in places(concepts, forms=True):
            if said := check(place.text, place.lang):
                yield place.finding(said)

    return findings


def anywhere(check: TextCheck) -> Callable[[Sequence[Concept]], Iterator[Finding]]:
    """Return the rule that no text at all breaks `check`: notes and definitions neither."""

    def findings(concepts: Sequence[Concept]) -> Iterator[Finding]:
        for concept in concepts:
            for where, text in texts(to_document(concept)):
                lang = next((known for known in LANGUAGES if known in where[1:2]), None)
                if said := check(text, lang or "en"):
                    place = ".".join(map(str, where))
                    yield Finding(concept.id, f"{place} {said}", where, lang)

    return findings


def missing_language(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find concepts that one of the four languages has no term for."""
    for concept in concepts:
        for lang in LANGUAGES:
            if not concept.section(lang).terms:
                said = f"has no term in {NAMES[lang]}"
                yield Finding(concept.id, said, ("languages", lang), lang)


def no_preferred(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find languages with terms of which none is the one to say."""
    for concept, lang, count in _preferred_counts(concepts):
        if not count:
            said = f"has no preferred term in {NAMES[lang]}"
            yield Finding(concept.id, said, ("languages", lang, "terms"), lang)


def several_preferred(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find languages with more than one term to say."""
    for concept, lang, count in _preferred_counts(concepts):
        if count > 1:
            said = f"has {count} preferred terms in {NAMES[lang]}"
            yield Finding(concept.id, said, ("languages", lang, "terms"), lang)


def repeated_term(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find terms that stand twice in one language of a concept, spaces aside."""
    for concept in concepts:
        for group in grouped(places((concept,)), lambda p: (p.lang, " ".join(p.text.split()))):
            for place in group[1:]:
                yield place.finding(f"stands twice in {NAMES[place.lang]}")


def _preferred_counts(concepts: Iterable[Concept]) -> Iterator[tuple[Concept, Lang, int]]:
    for concept in concepts:
        for lang, section in concept.languages.items():
            if section.terms:
                yield concept, lang, sum(term.status == "preferred" for term in section.terms)
