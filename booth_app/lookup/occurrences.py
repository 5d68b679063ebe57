"""Where in a running text the terms of a layer stand."""

import operator

import numpy as np

from booth_app.lookup import acronyms, letters
from booth_app.lookup.addresses import outside
from booth_app.lookup.layer import Layer
from booth_app.lookup.marks import ACCENTS, ARTICLE, CODE, LETTERS
from booth_app.lookup.ragged import ragged
from booth_app.lookup.reading import BREAK, Flags, Phrases, Running
from booth_app.lookup.segment import Segment
from booth_app.lookup.senses import are_other_words
from booth_app.terminology.concept import ConceptKey

Occurrence = tuple[int, int, ConceptKey, bool]
"""A concept in a running text: where it starts and, negated, where it ends, so that what is sorted
has the longest first at a place; its key; whether the text has the very words of its term."""


def occurrences(layer: Layer, running: Running) -> list[Occurrence]:
    """Return where concepts of the layer that are not hidden stand in a text, sorted."""
    segment = layer.segment
    found = running.phrases(segment)
    found = found.where(layer.shown(segment.concept[found.terms]) & _held(segment, running, found))
    found = _names(segment, running, _with_articles(segment, running, found))
    concepts = segment.concept[found.terms]
    order = np.lexsort((concepts, -found.lasts, found.firsts))
    starts, ends = running.starts[found.firsts], running.ends[found.lasts]
    as_written = _as_written(segment, running, found)
    columns = (starts[order].tolist(), (-ends[order]).tolist(), layer.keys(concepts[order]))
    return list(zip(*columns, as_written[order].tolist(), strict=True))


def _held(segment: Segment, running: Running, found: Phrases) -> Flags:
    """Tell of each stretch whether its term may be written so.

    Codes are in capitals, accents where the term has them. It goes across no break, unless the
    term has one, and is no other words of the language, no address and no name of a file.
    """
    marks = segment.marks[found.terms]
    held = running.agree(found, marks >> ACCENTS) & ~are_other_words(running, found)
    held &= outside(running, found)
    if (codes := (marks & CODE) != 0).any():
        held &= ~codes | running.are_codes(found)
        held[held & codes] = _are_not_explained(segment, running, found.where(held & codes))
    if (lettered := held & ((marks & LETTERS) != 0)).any():
        held[lettered] = _have_letters(segment, running, found.where(lettered))
    for at in np.flatnonzero(held & running.apart(found)).tolist():
        broken = running.is_broken(found.firsts[at], found.lasts[at])
        held[at] = not broken or BREAK.search(segment.texts[found.terms.item(at)])
    return held


def _have_letters(segment: Segment, running: Running, found: Phrases) -> list[bool]:
    """Tell of each stretch whether it has the letters that tell its term from other words."""
    starts, ends = running.starts[found.firsts].tolist(), running.ends[found.lasts].tolist()
    terms = segment.texts.several(found.terms)
    had = [running.text[s:e] == t for s, e, t in zip(starts, ends, terms, strict=True)]
    for at, same in enumerate(had):
        if not same:
            words = slice(found.firsts.item(at), found.lasts.item(at) + 1)
            places = zip(running.starts[words].tolist(), running.ends[words].tolist(), strict=True)
            had[at] = letters.agree(terms[at], running.text, [*places], running.lang)
    return had


def _are_not_explained(segment: Segment, running: Running, found: Phrases) -> list[bool]:
    """Tell of each acronym whether the text does not explain it as another one."""
    told: dict[tuple[str, int], bool] = {}
    starts, ends = running.starts[found.firsts].tolist(), running.ends[found.lasts].tolist()
    written = [running.text[start:end] for start, end in zip(starts, ends, strict=True)]
    each = list(zip(written, found.terms.tolist(), strict=True))
    for code, term in dict.fromkeys(each):
        explained = acronyms.explanation(running.text, code)
        told[code, term] = not explained or acronyms.is_of(explained, _of_concept(segment, term))
    return [told[one] for one in each]


def _of_concept(segment: Segment, term: int) -> list[str]:
    """Return all terms of the concept of a term."""
    terms = np.flatnonzero(segment.concept == segment.concept[term]).tolist()
    return [segment.texts[number] for number in terms]


def _with_articles(segment: Segment, running: Running, found: Phrases) -> Phrases:
    """Return the stretches with the articles before them that their terms begin with."""
    articled = np.flatnonzero(((segment.marks[found.terms] & ARTICLE) != 0) & (found.firsts > 0))
    for at in articled.tolist():
        before = found.firsts.item(at) - 1
        article = segment.spelt[segment.spelt_from[found.terms[at]]]
        found.firsts[at] -= running.words[before] == segment.vocabulary.words[article]
    return found


def _names(segment: Segment, running: Running, found: Phrases) -> Phrases:
    """Return the stretches without those that are part of a person's name and look like none."""
    if all(segment.glossaries):
        return found
    places = zip(found.firsts.tolist(), found.terms.tolist(), strict=True)
    named = [term not in segment.forms or running.is_name(first) for first, term in places]
    return found.where(np.array(named, dtype=np.bool_))


def _as_written(segment: Segment, running: Running, found: Phrases) -> Flags:
    """Tell of each stretch whether it has the very words of its term."""
    begun = segment.spelt_from[found.terms]
    counts = found.lasts - found.firsts + 1
    alike: Flags = segment.spelt_from[found.terms + 1] - begun == counts
    counts = np.where(alike, counts, 1)
    which, nth = ragged(counts)
    places = (found.firsts[which] + nth).tolist()
    spelt = segment.spelt[begun[which] + nth].tolist()
    there = map(running.words.__getitem__, places)
    wanted = map(segment.vocabulary.words.__getitem__, spelt)
    same = np.fromiter(map(operator.eq, there, wanted), dtype=np.bool_, count=len(places))
    if len(same):
        alike &= np.logical_and.reduceat(same, np.flatnonzero(nth == 0))
    return alike
