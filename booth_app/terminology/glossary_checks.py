"""Rules for the concepts of a glossary together."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from booth_app.languages import NAMES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.findings import Finding, Place, grouped, places
from booth_app.terminology.folding import fold


def dangling_relation(
    known: Collection[str] = (),
) -> Callable[[Sequence[Concept]], Iterator[Finding]]:
    """Return the rule that related concepts exist; `known` are ids that do besides those seen."""

    def findings(concepts: Sequence[Concept]) -> Iterator[Finding]:
        ids = {concept.id for concept in concepts} | set(known)
        for concept in concepts:
            for at, relation in enumerate(concept.related):
                if relation.to not in ids:
                    said = f"is related to {relation.to!r}, which is not in this glossary"
                    yield Finding(concept.id, said, ("related", at, "to"))

    return findings


def twin(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find terms of two concepts of one subject that a look-up cannot tell apart."""

    def key(place: Place) -> tuple[Lang, str, str]:
        return place.lang, place.concept.subject, fold(place.text)

    for first, *others in grouped(places(concepts), key):
        for place in others:
            if place.concept.id != first.concept.id:
                said = f"reads like “{first.text}” of {first.concept.id}, of the same subject"
                yield place.finding(said)


def same_preferred(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find terms that are the one to say for two concepts of whatever subjects."""
    preferred = (place for place in places(concepts) if place.term.status == "preferred")
    for first, *others in grouped(preferred, lambda place: (place.lang, place.text)):
        for place in others:
            if place.concept.id != first.concept.id:
                yield place.finding(f"is the preferred term of {first.concept.id} too")


def mixed_apostrophes(concepts: Sequence[Concept]) -> Iterator[Finding]:
    """Find the rarer of two kinds of apostrophe, where a language of a glossary has both."""
    written = [place for place in places(concepts) if "'" in place.text or "’" in place.text]
    counts = Counter((p.lang, mark) for p in written for mark in "'’" if mark in p.text)
    for place in written:
        for mark, other in ("'’", "’'"):
            if mark in place.text and counts[place.lang, mark] < counts[place.lang, other]:
                yield place.finding(f"has {mark}; most terms in {NAMES[place.lang]} have {other}")
