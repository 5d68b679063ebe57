"""The phrases of a segment's terms by their numbers: which terms each is of, what goes on from it.

The numbers are spread evenly, so that the first bits of one tell where in their order it must be.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.lookup.phrases import Counts, Hashes
from booth_app.lookup.ragged import Places, ragged

Ints = npt.NDArray[np.int32]

HOMONYMS: Final = 6
"""Terms of one phrase that are kept: in a large term base fifty concepts may have it. In the
shipped glossary no phrase is that of more terms or of more than two concepts."""


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Sorted `numbers` of phrases and of the two words that longer phrases begin with.

    The terms of the phrase at place p: `terms[first[p]:first[p + 1]]`, none where two words are but
    the beginning; `reach[p]` words has the longest phrase that two words begin, else none.
    `buckets` tells for all beginnings of numbers of so many bits where the first one is that has
    them; no more than `width` have the same.
    """

    numbers: Hashes
    first: Ints
    terms: Ints
    reach: npt.NDArray[np.uint16]
    buckets: Ints
    width: int

    @classmethod
    def of(
        cls, phrases: Hashes, spellings: Hashes, pairs: Hashes, lengths: Counts
    ) -> "PhraseTable":
        """Return the table of terms of these phrases, spellings, first two words and lengths."""
        of_two = np.flatnonzero(lengths > 1)
        numbers = np.sort(np.concatenate((phrases, pairs[of_two])))
        numbers = numbers[np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]]
        terms = _by_phrase(phrases, spellings)
        counts = np.bincount(numbers.searchsorted(phrases[terms]), minlength=len(numbers))
        reach = np.zeros(len(numbers), dtype=np.uint16)
        longest = np.minimum(lengths[of_two], 0xFFFF).astype(np.uint16)
        np.maximum.at(reach, numbers.searchsorted(pairs[of_two]), longest)
        first = np.append(0, np.cumsum(counts)).astype(np.int32)
        return cls(numbers, first, terms, reach, *_buckets(numbers))

    def places(self, numbers: Hashes) -> tuple[Places, Places]:
        """Return which of `numbers` are in the table, and at which places."""
        begun = self.buckets[numbers >> np.uint64(64 - _bits(len(self.buckets)))]
        each = begun[:, np.newaxis] + np.arange(self.width)
        alike = self.numbers.take(each, mode="clip") == numbers[:, np.newaxis]
        which, nth = np.nonzero(alike & (each < len(self.numbers)))
        return which, each[which, nth]

    def terms_at(self, places: Places) -> tuple[Places, Places]:
        """Return all terms of the phrases at these places, and of which place each is."""
        begun = self.first[places]
        which, nth = ragged(self.first[places + 1] - begun)
        return self.terms[begun[which] + nth].astype(np.int64), which


def _by_phrase(phrases: Hashes, spellings: Hashes) -> Ints:
    """Return the terms by phrase, a few of each: first one of each spelling, then the second."""
    together = np.lexsort((spellings, phrases))
    new = np.ones(len(together), dtype=np.bool_)
    new[1:] = (np.diff(phrases[together]) != 0) | (np.diff(spellings[together]) != 0)
    repetition = np.empty(len(together), dtype=np.int64)
    repetition[together] = _within(new)
    terms = np.lexsort((repetition, phrases))
    new[1:] = np.diff(phrases[terms]) != 0
    return terms[_within(new) < HOMONYMS].astype(np.int32)


def _within(new: npt.NDArray[np.bool_]) -> Places:
    """Return how far each place is from the last one that is new."""
    return ragged(np.diff(np.append(np.flatnonzero(new), len(new))))[1]


def _buckets(numbers: Hashes) -> tuple[Ints, int]:
    """Return where numbers begin that have the same first bits, and how many have at most.

    There are one or two to a bucket: what is wanted stands within a line of the memory's cache.
    """
    bits = max((len(numbers) // 2).bit_length(), 1)
    beginnings = np.arange(1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
    buckets = numbers.searchsorted(beginnings).astype(np.int32)
    return buckets, int(np.diff(buckets, append=len(numbers)).max())


def _bits(beginnings: int) -> int:
    return beginnings.bit_length() - 1
