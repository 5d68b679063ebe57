"""Concepts like the one that is being typed, in any language, each with why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from booth_app.editing.word_differences import differing, shared_words
from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, ConceptKey, Term
from booth_app.terminology.folding import fold

if TYPE_CHECKING:
    from booth_app.termbase import Matched, Termbase

Likeness = Literal["same term", "same reference", "same acronym", "spelt alike", "words", "sound"]
"""In what a concept is like another."""

_RANKS: Final[dict[Likeness, int]] = {
    "same term": 6,
    "same reference": 5,
    "same acronym": 4,
    "spelt alike": 3,
    "words": 2,
    "sound": 1,
}
_LOOKED_UP: Final[dict[str, tuple[Likeness, str]]] = {
    "exact": ("spelt alike", "the same but for number, gender or article"),
    "slip": ("spelt alike", "spelt alike"),
    "sound": ("sound", "sounds alike"),
}
_ASKED: Final = 12
"""Concepts that are looked at for each way of being alike."""

_LONGEST: Final = 300
"""Characters of a term that are looked at: no term is longer, a pasted page is."""

LANGUAGE: Final = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}


class Similar(NamedTuple):
    """A concept like another one: by which term, in what, and what differs.

    `why` and `differs` are for people; `differs` is empty where nothing does. `degree` is how
    much, among those of the same likeness: 0 to 1.
    """

    concept: Concept
    lang: Lang
    term: str
    likeness: Likeness
    why: str
    differs: str = ""
    degree: float = 0.5


def similar(
    termbase: "Termbase", concept: Concept, text: str, lang: Lang, most: int = 6
) -> list[Similar]:
    """Return at most so many concepts like `concept`, in which `text` of `lang` is being typed.

    The likest come first, of equals those of the same glossary; `concept` itself is left out.
    """
    text = text[:_LONGEST]
    near = termbase.sharing_words(text, _ASKED)
    best: dict[ConceptKey, Similar] = {}
    for found in (
        *_with_same_term(termbase, concept, text, lang),
        *_with_same_reference(concept, near),
        *_with_same_words(text, lang, near),
        *_looked_up(termbase, text, lang),
    ):
        key = found.concept.key
        if key != concept.key and (key not in best or _rank(best[key]) < _rank(found)):
            best[key] = found
    ranked = sorted(
        best.values(), key=lambda one: (_rank(one), one.concept.glossary == concept.glossary)
    )
    return ranked[::-1][:most]


def sharing_terms(termbase: "Termbase", concept: Concept) -> list[tuple[Concept, Lang, Term]]:
    """Return other concepts that have a term of `concept`, and which; a few for each term.

    The spotter finds them: it compares whole terms, whatever the number of concepts. Of words that
    it passes over in a text, such as particles, the look-up does.
    """
    shared: dict[ConceptKey, tuple[Lang, Term]] = {}
    for lang, term in concept.terms():
        text = term.text[:_LONGEST]
        for key in _having(termbase, text, lang):
            shared.setdefault(key, (lang, term))
    shared.pop(concept.key, None)
    found = ((termbase.concept(key), *where) for key, where in shared.items())
    return [(other, lang, term) for other, lang, term in found if other is not None]


def _having(termbase: "Termbase", text: str, lang: Lang) -> set[ConceptKey]:
    """Return concepts with a term of `lang` that reads as `text`."""
    folded = fold(text)
    spots = termbase.spot(text, lang)
    keys = {spot.concept for spot in spots if spot.concept and fold(spot.text) == folded}
    if not keys and folded:
        hits = termbase.look_up(text, _ASKED, languages=(lang,))
        same = (h.concept for h in hits if h.concept and fold(h.matched.term) == folded)
        keys = {concept.key for concept in same}
    return keys


def _rank(found: Similar) -> float:
    return _RANKS[found.likeness] + min(found.degree, 0.99)


def _with_same_term(
    termbase: "Termbase", concept: Concept, text: str, lang: Lang
) -> Iterator[Similar]:
    """Yield what has a whole term of the concept, or what is typed."""
    section = concept.section(lang)
    typed = replace(section, terms=(Term(id="typed", text=text), *section.terms))
    with_typed = replace(concept, languages={**concept.languages, lang: typed})
    for other, where, term in sharing_terms(termbase, with_typed):
        theirs = _same(other, where, term.text)
        if theirs is not None:  # the spotter reads another number or gender as the same
            is_short = term.is_short or theirs.is_short
            likeness: Likeness = "same acronym" if is_short else "same term"
            said = f"{likeness} in {LANGUAGE[where]}"
            yield Similar(other, where, theirs.text, likeness, said, _apart(concept, other))


def _with_same_reference(
    concept: Concept, near: Iterable[tuple[Concept, "Matched"]]
) -> Iterator[Similar]:
    for other, matched in near:
        reference = next((each for each in other.external if each in concept.external), None)
        if reference is not None:
            said = f"same reference: {reference.system} {reference.id}"
            yield Similar(
                other, matched.lang, matched.term, "same reference", said, _apart(concept, other)
            )


def _with_same_words(
    text: str, lang: Lang, near: Iterable[tuple[Concept, "Matched"]]
) -> Iterator[Similar]:
    for other, matched in near:
        shared = shared_words(text, matched.term)
        if shared.is_telling:
            said = shared.sentence + _in_language(matched.lang, lang)
            differs = differing(text, matched.term)
            yield Similar(other, matched.lang, matched.term, "words", said, differs, shared.degree)


def _looked_up(termbase: "Termbase", text: str, lang: Lang) -> Iterator[Similar]:
    """Yield what the look-up takes for a slip or another number, or hears alike."""
    for hit in termbase.look_up(text, _ASKED):
        if hit.concept is not None and hit.how in _LOOKED_UP:
            likeness, said = _LOOKED_UP[hit.how]
            found = hit.matched
            said += _in_language(found.lang, lang)
            differs = differing(text, found.term)
            degree = shared_words(text, found.term).degree
            yield Similar(hit.concept, found.lang, found.term, likeness, said, differs, degree)


def _in_language(theirs: Lang, typed: Lang) -> str:
    return "" if theirs == typed else f", in {LANGUAGE[theirs]}"


def _same(other: Concept, lang: Lang, text: str) -> Term | None:
    folded = fold(text)
    return next((term for term in other.section(lang).terms if fold(term.text) == folded), None)


def _apart(concept: Concept, other: Concept) -> str:
    """Say in which languages two concepts that share a term have other preferred terms."""
    langs = [
        LANGUAGE[lang]
        for lang in LANGUAGES
        if (ours := concept.section(lang).preferred)
        and (theirs := other.section(lang).preferred)
        and fold(ours.text) != fold(theirs.text)
    ]
    return f"preferred terms differ in {', '.join(langs)}" if langs else ""
