"""Terms that have words in common with a text, wherever they stand: what may be the same concept.

A look-up wants every typed word; this wants some, and seldom ones count for more than common ones.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from booth_app.languages import LANGUAGES
from booth_app.lookup.layer import Layer
from booth_app.lookup.terms import Overlap
from booth_app.lookup.vocabulary import Ints
from booth_app.terminology.folding import strip_article

_WEIGHED: Final = 20_000
"""So many terms that hold a word are weighed; the words that are in fewest come first."""

_LEAST: Final = 0.34
"""The part of the text's words, by weight, that a term must share."""


def overlaps(layer: Layer, words: Sequence[str], most: int) -> Iterator[Overlap]:
    """Yield terms of `layer` that share folded `words`, the most alike first, once a concept.

    Some more than `most`: other layers have theirs.
    """
    holders = [held for word in dict.fromkeys(words) if len(held := _holders(layer, word))]
    terms = layer.segment.terms
    missing = len(set(words)) - len(holders)
    weights = [float(np.log1p(terms / len(held))) for held in holders]
    whole = sum(weights) + missing * float(np.log1p(terms))
    chosen: list[tuple[Ints, float]] = []
    room = _WEIGHED
    for held, weight in sorted(zip(holders, weights, strict=True), key=lambda pair: len(pair[0])):
        if len(held) > room and chosen:
            break
        chosen.append((held[:_WEIGHED], weight))
        room -= len(held)
    if not chosen:
        return
    found, which = np.unique(np.concatenate([held for held, _ in chosen]), return_inverse=True)
    each = np.repeat([weight for _, weight in chosen], [len(held) for held, _ in chosen])
    shared = np.bincount(which, weights=each) / whole
    best = np.argsort(-shared, kind="stable")[: most * 4]  # terms stand by their length
    yield from _shown(layer, found[best], shared[best].tolist())


def _holders(layer: Layer, word: str) -> Ints:
    """Return the terms that hold `word`, with its article or without."""
    segment = layer.segment
    number = segment.vocabulary.number(strip_article(word))
    if number is None:
        number = segment.vocabulary.number(word)
    if number is None:
        return segment.postings[:0]
    return segment.postings[segment.first[number] : segment.first[number + 1]]


def _shown(layer: Layer, terms: Ints, shared: Sequence[float]) -> Iterator[Overlap]:
    segment = layer.segment
    seen: set[int] = set()
    for term, part in zip(terms.tolist(), shared, strict=True):
        concept = segment.concept.item(term)
        if part < _LEAST or concept in seen or not layer.shows(concept):
            continue
        seen.add(concept)
        text = segment.forms.get(term) or segment.texts[term]
        yield Overlap(float(part), layer.key(concept), LANGUAGES[segment.lang[term]], text)
