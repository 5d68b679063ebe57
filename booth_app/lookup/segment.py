"""An unchanging part of the index: terms, their words, and which terms hold which word.

Terms are numbered from the shortest (fewest words, then fewest letters) to the longest, so that
every list of terms is already in the order they are shown in where nothing else tells them apart.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES
from booth_app.lookup.marks import marks
from booth_app.lookup.phrases import Hashes, phrase_hashes, spelling_numbers
from booth_app.lookup.strings import Strings
from booth_app.lookup.terms import Searchable
from booth_app.lookup.vocabulary import Ints, Vocabulary
from booth_app.terminology.concept import STATUSES, ConceptKey
from booth_app.terminology.folding import strip_article, words

HEARD_ONLY: Final = len(STATUSES)
"""Added to the status of what people say and the interpreter does not."""

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns of terms (t), of vocabulary words (v) and of concepts (c).

    The terms that hold word v: `postings[first[v]:first[v + 1]]`, ascending. The words of term t,
    in order: `spelt[spelt_from[t]:spelt_from[t + 1]]`. `marks` are what of a term is held against a
    text, as bits (`marks`). `forms` leads from a term that is an
    irregular form to the text of its term. `phrases` are the sorted numbers of the terms as
    phrases, beside each stands its term in `phrase_terms`, of one phrase first one of each
    spelling; `pairs` are the sorted numbers of their
    first two words, beside each the length of the longest phrase beginning so in `reach`. Concepts
    are numbered in the order of their keys: `glossary[c]` is a place in `glossaries`, `ids[c]` the
    id in it.
    """

    vocabulary: Vocabulary
    postings: Ints
    first: Ints
    spelt: Ints
    spelt_from: Ints
    concept: Ints
    lang: Bytes
    status: Bytes
    marks: Bytes
    texts: Strings
    forms: dict[int, str]
    phrases: Hashes
    phrase_terms: Ints
    pairs: Hashes
    reach: npt.NDArray[np.uint16]
    glossaries: list[str]
    glossary: npt.NDArray[np.uint16]
    ids: Strings

    @property
    def terms(self) -> int:
        """How many terms it has."""
        return len(self.concept)

    def key(self, concept: int) -> ConceptKey:
        """Return the key of the concept of that number."""
        return ConceptKey(self.glossaries[int(self.glossary[concept])], self.ids[concept])

    def number(self, key: ConceptKey) -> int | None:
        """Return the number of the concept of that key, None where it is not in here."""
        low, high = 0, len(self.glossary)
        while low < high:
            middle = (low + high) // 2
            if self.key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.glossary) and self.key(low) == key else None

    def searchables(self, concepts: npt.NDArray[np.int64]) -> Iterator[Searchable]:
        """Yield the terms of the concepts of these numbers."""
        wanted = np.zeros(len(self.glossary), dtype=np.bool_)
        wanted[concepts] = True
        chosen = np.flatnonzero(wanted[self.concept]).tolist()
        for term in chosen:
            glossary, concept = self.key(int(self.concept[term]))
            yield Searchable(
                glossary,
                concept,
                LANGUAGES[self.lang[term]],
                self.texts[term],
                STATUSES[self.status[term] % HEARD_ONLY],
                heard=bool(self.status[term] >= HEARD_ONLY),
                form_of=self.forms.get(term, ""),
            )


class _Columns:
    """Terms as they come in, before they are put in order."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.keys: dict[tuple[str, str], int] = {}
        self.spelt = array("i")
        self.count = array("i")
        self.length = array("i")
        self.concept = array("i")
        self.lang = array("B")
        self.status = array("B")
        self.marks = array("B")
        self.texts: list[bytes] = []
        self.forms: dict[int, str] = {}

    def add(self, term: Searchable) -> None:
        """Take in one term; one without a letter or digit cannot be found and is left out."""
        spelt = words(term.text)
        if not spelt:
            return
        numbers = self.numbers
        self.spelt.extend([numbers.setdefault(word, len(numbers)) for word in spelt])
        self.count.append(len(spelt))
        self.length.append(len(term.text))
        key = (term.glossary, term.concept)
        self.concept.append(self.keys.setdefault(key, len(self.keys)))
        self.lang.append(LANGUAGES.index(term.lang))
        self.status.append(STATUSES.index(term.status) + HEARD_ONLY * term.heard)
        self.marks.append(marks(term.text, spelt, term.lang))
        if term.form_of:
            self.forms[len(self.texts)] = term.form_of
        self.texts.append(term.text.encode("utf-8", "surrogatepass"))


def build(terms: Iterable[Searchable]) -> Segment:
    """Return the segment of `terms`."""
    columns = _Columns()
    for term in terms:
        columns.add(term)
    count = np.array(columns.count, dtype=np.int32)
    order = np.lexsort((np.array(columns.length, dtype=np.int32), count))
    spelt_from = _running(count[order])
    spelt = _reordered(np.array(columns.spelt, dtype=np.int32), count, order)
    lang = np.array(columns.lang, dtype=np.uint8)[order]
    vocabulary, renumbered = _vocabulary(columns.numbers, spelt, np.repeat(lang, count[order]))
    spelt = renumbered[spelt]
    postings, first = _postings(vocabulary, spelt, count[order])
    phrases, pairs, lengths = phrase_hashes(vocabulary.words, spelt, count[order], lang)
    by_phrase = _by_phrase(phrases, spelling_numbers(spelt, count[order]))
    starts, reach = _reach(pairs, lengths)
    keys = sorted(columns.keys)
    glossaries = sorted({glossary for glossary, _ in keys})
    concept_number = np.empty(len(keys), dtype=np.int32)
    concept_number[[columns.keys[key] for key in keys]] = np.arange(len(keys), dtype=np.int32)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return Segment(
        vocabulary,
        postings,
        first,
        spelt,
        spelt_from,
        concept_number[np.array(columns.concept, dtype=np.int32)[order]],
        lang,
        np.array(columns.status, dtype=np.uint8)[order],
        np.array(columns.marks, dtype=np.uint8)[order],
        _packed([columns.texts[number] for number in order.tolist()]),
        {int(place[number]): form_of for number, form_of in columns.forms.items()},
        phrases[by_phrase],
        by_phrase,
        starts,
        reach,
        glossaries,
        np.array([glossaries.index(glossary) for glossary, _ in keys], dtype=np.uint16),
        Strings.packed(concept for _, concept in keys),
    )


def _by_phrase(phrases: Hashes, spellings: Hashes) -> Ints:
    """Return the terms by phrase, of one phrase first a term of each spelling, then the second."""
    together = np.lexsort((spellings, phrases))
    new = np.ones(len(together), dtype=np.bool_)
    new[1:] = (np.diff(phrases[together]) != 0) | (np.diff(spellings[together]) != 0)
    starts = np.flatnonzero(new)
    which = np.arange(len(together)) - np.repeat(starts, np.diff(np.append(starts, len(together))))
    repetition = np.empty(len(together), dtype=np.int64)
    repetition[together] = which
    return np.lexsort((repetition, phrases)).astype(np.int32)


def _reach(pairs: Hashes, lengths: npt.NDArray[np.int64]) -> tuple[Hashes, npt.NDArray[np.uint16]]:
    """Return the sorted numbers of two words that phrases begin with, and the longest of each."""
    of_two = np.flatnonzero(lengths > 1)
    each, places = np.unique(pairs[of_two], return_inverse=True)
    longest = np.zeros(len(each), dtype=np.uint16)
    np.maximum.at(longest, places, np.minimum(lengths[of_two], 0xFFFF).astype(np.uint16))
    return each, longest


def _packed(encoded: list[bytes]) -> Strings:
    return Strings.of(encoded)


def _running(counts: Ints) -> Ints:
    return np.concatenate((np.zeros(1, dtype=np.int32), np.cumsum(counts, dtype=np.int32)))


def _reordered(spelt: Ints, count: Ints, order: npt.NDArray[np.int64]) -> Ints:
    """Return the words of the terms, term by term in the new order."""
    old, new = _running(count)[:-1][order], _running(count[order])[:-1]
    return spelt[np.repeat(old - new, count[order]) + np.arange(len(spelt))]


def _vocabulary(numbers: dict[str, int], spelt: Ints, lang: Bytes) -> tuple[Vocabulary, Ints]:
    """Return the vocabulary and, of each provisional word number, its number there."""
    spoken = np.zeros(len(numbers), dtype=np.uint8)
    for n in range(len(LANGUAGES)):
        spoken[spelt[lang == n]] |= 1 << n
    bare = {stripped for word in numbers if (stripped := strip_article(word)) != word}
    every = sorted(numbers.keys() | bare)
    provisional = np.array([numbers.get(word, -1) for word in every], dtype=np.int32)
    known = np.flatnonzero(provisional >= 0)
    renumbered = np.empty(len(numbers), dtype=np.int32)
    renumbered[provisional[known]] = known
    languages = np.full(len(every), 1 << LANGUAGES.index("ar"), dtype=np.uint8)
    languages[known] = spoken[provisional[known]]
    return Vocabulary.of(every, languages), renumbered


def _postings(vocabulary: Vocabulary, spelt: Ints, count: Ints) -> tuple[Ints, Ints]:
    terms = len(count)
    term = np.repeat(np.arange(terms, dtype=np.int64), count)
    bare = vocabulary.bare[spelt]
    joined = bare != spelt
    pairs = np.concatenate(
        (spelt * np.int64(terms) + term, (bare * np.int64(terms) + term)[joined])
    )
    pairs = np.unique(pairs)
    word = pairs // max(terms, 1)
    first = np.searchsorted(word, np.arange(len(vocabulary.words) + 1)).astype(np.int32)
    return (pairs - word * terms).astype(np.int32), first
