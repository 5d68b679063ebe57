"""An unchanging part of the index: terms, their words, and which terms hold which word.

Terms are numbered from the shortest (fewest words, then fewest letters) to the longest, so that
every list of terms is already in the order they are shown in where nothing else tells them apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES
from booth_app.lookup.marks import LETTERS
from booth_app.lookup.phrase_table import PhraseTable
from booth_app.lookup.strings import Strings
from booth_app.lookup.terms import Searchable
from booth_app.lookup.vocabulary import Ints, Vocabulary
from booth_app.terminology.concept import STATUSES, ConceptKey

HEARD_ONLY: Final = len(STATUSES)
"""Added to the status of what people say and the interpreter does not."""

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns of terms (t), of vocabulary words (v) and of concepts (c).

    The terms that hold word v: `postings[first[v]:first[v + 1]]`, ascending. The words of term t,
    in order: `spelt[spelt_from[t]:spelt_from[t + 1]]`. `marks` are what of a term is held against a
    text, as bits (`marks`). `forms` leads from a term that is an irregular form to the text of its
    term, `phrases` from what terms are as phrases to the terms. Concepts are numbered in the order
    of their keys: `glossary[c]` is a place in `glossaries`, `ids[c]` the id in it.
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
    phrases: PhraseTable
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

    def keys(self, concepts: npt.NDArray[np.integer]) -> list[ConceptKey]:
        """Return the keys of the concepts of these numbers."""
        glossaries = map(self.glossaries.__getitem__, self.glossary[concepts].tolist())
        each = zip(glossaries, self.ids.several(concepts), strict=True)
        return list(map(tuple.__new__, repeat(ConceptKey), each))  # ConceptKey(*each), but faster

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
                is_place=bool(self.marks[term] & LETTERS) and LANGUAGES[self.lang[term]] != "ar",
            )
