"""Builds a segment of the index out of terms."""

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES
from booth_app.lookup.marks import marks
from booth_app.lookup.phrase_table import PhraseTable
from booth_app.lookup.phrases import phrase_hashes, spelling_numbers
from booth_app.lookup.segment import HEARD_ONLY, Bytes, Segment
from booth_app.lookup.strings import Strings
from booth_app.lookup.terms import Searchable
from booth_app.lookup.vocabulary import Ints, Vocabulary
from booth_app.terminology.concept import STATUSES, ConceptKey
from booth_app.terminology.folding import strip_article, words

_LANGUAGES: Final = {lang: number for number, lang in enumerate(LANGUAGES)}
_STATUSES: Final = {status: number for number, status in enumerate(STATUSES)}


class _Columns:
    """Terms as they come in, before they are put in order."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str, int] = defaultdict(itertools.count().__next__)
        self.keys: defaultdict[tuple[str, str], int] = defaultdict(itertools.count().__next__)
        self.spelt = array("i")
        self.count = array("i")
        self.length = array("i")
        self.concept = array("i")
        self.lang = array("B")
        self.status = array("B")
        self.marks = array("B")
        self.texts: list[bytes] = []
        self.forms: dict[int, str] = {}
        self.forgotten: dict[int, int] = {}
        """Up to which of its terms a concept is forgotten."""

    def add(self, term: Searchable) -> None:
        """Take in one term; one without a letter or digit cannot be found and is left out."""
        glossary, concept, lang, text, status, _, heard, form_of, is_place = term
        spelt = words(text)
        if not spelt:
            return
        self.spelt.extend(map(self.numbers.__getitem__, spelt))
        self.count.append(len(spelt))
        self.length.append(len(text))
        self.concept.append(self.keys[glossary, concept])
        self.lang.append(_LANGUAGES[lang])
        self.status.append(_STATUSES[status] + HEARD_ONLY * heard)
        self.marks.append(marks(text, spelt, lang, is_place=is_place))
        if form_of:
            self.forms[len(self.texts)] = form_of
        self.texts.append(text.encode("utf-8", "surrogatepass"))

    def forget(self, key: ConceptKey) -> None:
        """Let what came of a concept so far be as if it never had."""
        number = self.keys.get(key)
        if number is not None:
            self.forgotten[number] = len(self.texts)

    def put_away(self) -> None:
        """Leave out what is forgotten; its words may still be among `numbers`."""
        if not self.forgotten:
            return
        concept = np.array(self.concept, dtype=np.int32)
        since = np.zeros(len(self.keys), dtype=np.int64)
        since[list(self.forgotten)] = list(self.forgotten.values())
        kept = np.arange(len(concept)) >= since[concept]
        words_kept = np.repeat(kept, np.array(self.count, dtype=np.int32)).tolist()
        self.spelt = array("i", itertools.compress(self.spelt, words_kept))
        for name in ("count", "length", "concept", "lang", "status", "marks"):
            column = getattr(self, name)
            setattr(self, name, array(column.typecode, itertools.compress(column, kept.tolist())))
        self.texts = list(itertools.compress(self.texts, kept.tolist()))
        places = np.cumsum(kept) - 1
        self.forms = {int(places[at]): of for at, of in self.forms.items() if kept[at]}


def build(terms: Iterable[Searchable | ConceptKey]) -> Segment:
    """Return the segment of `terms`; a key takes back what came of its concept before."""
    columns = _Columns()
    for term in terms:
        if isinstance(term, ConceptKey):
            columns.forget(term)
        else:
            columns.add(term)
    columns.put_away()
    count = np.array(columns.count, dtype=np.int32)
    order = np.lexsort((np.array(columns.length, dtype=np.int32), count))
    spelt_from = _running(count[order])
    spelt = _reordered(np.array(columns.spelt, dtype=np.int32), count, order)
    lang = np.array(columns.lang, dtype=np.uint8)[order]
    vocabulary, renumbered = _vocabulary(columns.numbers, spelt, np.repeat(lang, count[order]))
    spelt = renumbered[spelt]
    postings, first = _postings(vocabulary, spelt, count[order])
    phrases, pairs, lengths = phrase_hashes(vocabulary.words, spelt, count[order], lang)
    spellings = spelling_numbers(spelt, count[order])
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
        PhraseTable.of(phrases, spellings, pairs, lengths),
        glossaries,
        np.array([glossaries.index(glossary) for glossary, _ in keys], dtype=np.uint16),
        Strings.packed(concept for _, concept in keys),
    )


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
    there = spoken.tolist()  # words of what was forgotten are spoken nowhere
    used = {word for word, number in numbers.items() if there[number]}
    bare = {stripped for word in used if (stripped := strip_article(word)) != word}
    every = sorted(used | bare)
    provisional = np.array(
        [numbers[word] if word in used else -1 for word in every], dtype=np.int32
    )
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
    pairs.sort()  # np.unique would hash them, which takes ten times as long
    pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]]
    word = pairs // max(terms, 1)
    first = np.searchsorted(word, np.arange(len(vocabulary.words) + 1)).astype(np.int32)
    return (pairs - word * terms).astype(np.int32), first
