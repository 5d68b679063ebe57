"""Rules for a concept by itself: what it must have, and what its texts may hold."""

import re
from collections.abc import Callable, Collection, Iterator
from operator import attrgetter
from typing import Final

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import Where, texts
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.findings import Finding, TextCheck, place
from booth_app.terminology.folding import fold

ConceptCheck = Callable[[Concept], Iterator[Finding]]
"""Takes a concept; yields what is wrong with it whatever the others are."""

_TERM_TEXTS: Final = attrgetter(
    *("id", "text", "pos", "gender", "number", "region", "register", "usage_note", "context"),
    *("context_source", "source", "source_url", "approved_by", "approved_at"),
)
_CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,6}|(?:[A-ZÀ-ÖØ-Þ]\.){2,6}[A-ZÀ-ÖØ-Þ]?")
"""Longer words in capitals may be a column that is written so."""


def anywhere(check: TextCheck) -> ConceptCheck:
    """Return the rule that no text at all breaks `check`: notes and definitions neither."""

    def findings(concept: Concept) -> Iterator[Finding]:
        if _is_plain(concept):
            return
        for where, text in texts(to_document(concept)):
            lang = next((known for known in LANGUAGES if known in where[1:2]), None)
            if slip := check(text, lang or "en"):
                said = f"{'.'.join(map(str, where))} {slip.said}"
                yield Finding(concept.id, said, where, lang, text, slip.span, slip.mended)

    return findings


def missing_language(concept: Concept, wanted: Collection[Lang] = LANGUAGES) -> Iterator[Finding]:
    """Find languages that the concept has no term in."""
    for lang in LANGUAGES:
        if lang in wanted and not concept.section(lang).terms:
            yield Finding(
                concept.id, f"has no term in {LANGUAGE_WORDS[lang]}", ("languages", lang), lang
            )


def no_preferred(concept: Concept) -> Iterator[Finding]:
    """Find languages with terms of which none is the one to say: a single admitted one is."""
    for lang, count in _preferred_counts(concept):
        sayable = sum(term.status == "admitted" for term in concept.section(lang).terms)
        if not count and sayable != 1:
            said = f"has no preferred term in {LANGUAGE_WORDS[lang]}"
            yield Finding(concept.id, said, ("languages", lang, "terms"), lang)


def several_preferred(concept: Concept) -> Iterator[Finding]:
    """Find languages with more than one term to say."""
    for lang, count in _preferred_counts(concept):
        if count > 1:
            said = f"has {count} preferred terms in {LANGUAGE_WORDS[lang]}"
            yield Finding(concept.id, said, ("languages", lang, "terms"), lang)


def repeated_term(concept: Concept) -> Iterator[Finding]:
    """Find terms that stand twice in one language of a concept, spaces aside."""
    for lang, section in concept.languages.items():
        spelt = [" ".join(term.text.split()) for term in section.terms]
        if len(set(spelt)) < len(spelt):
            for at, text in enumerate(spelt):
                if text in spelt[:at]:
                    yield place(concept, lang, at).finding(
                        f"stands twice in {LANGUAGE_WORDS[lang]}"
                    )


def acronym_alone(concept: Concept) -> Iterator[Finding]:
    """Find acronyms in languages that do not say what the letters stand for."""
    for lang, section in concept.languages.items():
        if section.terms and all(map(_is_acronym, section.terms)):
            said = f"is an acronym, and {LANGUAGE_WORDS[lang]} has no full form"
            for at in range(len(section.terms)):
                yield place(concept, lang, at).finding(said)


def own_definition(concept: Concept) -> Iterator[Finding]:
    """Find definitions that only say the term again."""
    for lang, section in concept.languages.items():
        defined = fold(section.definition) if section.definition else ""
        term = next((t for t in section.terms if defined and fold(t.text) == defined), None)
        if term:
            said = f"the definition says no more than the term “{term.text}”"
            where = ("languages", lang, "definition")
            yield Finding(concept.id, said, where, lang, section.definition)


def unproven(concept: Concept) -> Iterator[Finding]:
    """Find terms that are said to have been read, but not where."""
    for lang, at, term in _without_source(concept):
        if term.attested != "none":
            said = f"“{term.text}” is marked {term.attested}, and no source says where"
            yield Finding(concept.id, said, _source_of(lang, at), lang)


def no_source(concept: Concept) -> Iterator[Finding]:
    """Find definitions, and terms to be said, that name no source."""
    for lang, at, term in _without_source(concept):
        is_said = term.status in ("preferred", "admitted") and not term.is_heard_only
        if is_said and term.attested == "none":
            said = f"“{term.text}” has no source"
            yield Finding(concept.id, said, _source_of(lang, at), lang)
    for lang, section in concept.languages.items():
        if section.definition and not section.definition_source:
            said = f"the definition in {LANGUAGE_WORDS[lang]} has no source"
            yield Finding(concept.id, said, ("languages", lang, "definition_source"), lang)


def _without_source(concept: Concept) -> Iterator[tuple[Lang, int, Term]]:
    for lang, section in concept.languages.items():
        for at, term in enumerate(section.terms):
            if not term.source and not term.source_url:
                yield lang, at, term


def _source_of(lang: Lang, at: int) -> Where:
    return ("languages", lang, "terms", at, "source")


def _preferred_counts(concept: Concept) -> Iterator[tuple[Lang, int]]:
    for lang, section in concept.languages.items():
        if section.terms:
            yield lang, sum(term.status == "preferred" for term in section.terms)


def _is_acronym(term: Term) -> bool:
    """Tell whether `term` is an acronym; one whose type nobody gave is where it is all capitals."""
    if term.type is not None:
        return term.type == "acronym"
    return _CAPITALS.fullmatch(term.text) is not None


def _is_plain(concept: Concept) -> bool:
    """Tell quickly whether every text of `concept` is printable as it stands."""
    own = [concept.id, concept.subject, concept.note, *concept.extra.values()]
    for section in concept.languages.values():
        own += (section.definition, section.definition_source, *section.extra.values())
        for term in section.terms:
            own += _TERM_TEXTS(term)
            own += (*term.forms, *term.extra.values())
    for trap in concept.traps:
        own += (trap.id, trap.term, trap.trap, trap.advice, trap.status)
    for reference in concept.external:
        own += (reference.system, reference.id)
    for relation in concept.related:
        own += (relation.to, relation.type)
    joined = "".join(own)
    return joined.isprintable() and "\ufffd" not in joined
