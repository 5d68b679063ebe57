"""A running text as it is read for spotting, and the phrases that stand in it."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.accents import ends_in_accent
from booth_app.lookup.marks import ACCENTED
from booth_app.lookup.phrases import BASE, Hashes, meanings, word_numbers
from booth_app.lookup.segment import Segment
from booth_app.terminology.folding import placed_words

_MODULUS: Final = 1 << 64
_INVERSE: Final = pow(BASE, -1, _MODULUS)

_TITLES: Final = frozenset(
    {"m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "sr", "sra", "srta", "hon"}
)
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;\n\r•–—-])[\s\"«“‘(]*$")

HOMONYMS: Final = 6
"""Terms of one phrase that are looked at: in a large term base fifty concepts may have it. In the
shipped glossary no phrase is that of more terms or of more than two concepts."""

BREAK: Final = re.compile(
    r"(?<![A-Z][a-z])(?<!\b[A-Z])\.(?=[\s\"»”’)]|$)"  # no break: St. Gallen, J. Smith
    r"|[,;:!?()،؛؟…](?=[\s\"»”’)]|$)|(?<!\S)[(–—]|\n[^\S\n]*\n"
)
"""What no term goes across that is not written with any: *We are human. Rights matter.*"""

_Places = npt.NDArray[np.int64]


class Phrases(NamedTuple):
    """Where terms may stand in a text: the places of their first and last words, and the terms."""

    firsts: _Places
    lasts: _Places
    terms: _Places

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Phrases":
        """Return those that are chosen."""
        return Phrases(*(column[chosen] for column in self))


class Running:
    """A text in one language: its words, which of them count, and the numbers of its phrases.

    `words` are folded, `starts` and `ends` their places in `text`.
    """

    def __init__(self, text: str, lang: Lang) -> None:
        self.text = text
        self.lang = lang
        self.words, self.starts, self.ends = placed_words(text)
        meant = [meanings(word, lang) for word in self.words]
        self._kept = np.flatnonzero(np.fromiter(map(bool, meant), dtype=np.bool_, count=len(meant)))
        counted = list(filter(None, meant))
        others = [(n, other) for n, each in enumerate(counted) for other in each[1:]]
        bases = [each[0] for each in counted] + [other for _, other in others]
        numbers = word_numbers(bases, LANGUAGES.index(lang))
        self._hashes, self._others = numbers[: len(counted)], numbers[len(counted) :]
        self._other_places = np.array([n for n, _ in others], dtype=np.int64)
        self._powers, weights = _powers(len(counted) + 1)
        self._running = np.append(np.uint64(0), np.cumsum(self._hashes * weights[:-1]))

    def phrases(self, segment: Segment) -> Phrases:
        """Return the stretches that are phrases of the segment.

        The first word of one may be read in every way its particles allow, the others in one.
        """
        places = np.append(np.arange(len(self._kept)), self._other_places)
        firsts = np.append(self._hashes, self._others)
        if not len(places) or not segment.terms:
            none = np.zeros(0, dtype=np.int64)
            return Phrases(none, none, none)
        starts, lengths, terms = _looked_up(segment, *self._begun(segment, places, firsts))
        return Phrases(self._kept[starts], self._kept[starts + lengths - 1], terms)

    def apart(self, found: Phrases) -> npt.NDArray[np.bool_]:
        """Tell of each stretch whether two of its words have more between them than a space."""
        gaps = np.array(self.starts[1:]) - np.array(self.ends[:-1])
        before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(gaps > 1)))
        return before[found.lasts] > before[found.firsts]

    def is_broken(self, first: int, last: int) -> bool:
        """Tell whether there is a break within a stretch."""
        return BREAK.search(self.text, self.starts[first], self.starts[last]) is not None

    def is_code(self, first: int, last: int) -> bool:
        """Tell whether a stretch has capitals enough to be a code."""
        return sum(map(str.isupper, self.text[self.starts[first] : self.ends[last]])) > 1

    def agrees(self, first: int, last: int, accented: Iterable[bool]) -> bool:
        """Tell whether a stretch has the accents of a term, of each word that counts one.

        Capitals leave them open.
        """
        words = range(first, last + 1)
        counted = [place for place in words if meanings(self.words[place], self.lang)]
        return all(
            self.text[self.starts[place] : self.ends[place]].isupper()
            or (place in self._accented) == there
            for place, there in zip(counted, accented, strict=False)
        )

    def accented(self, found: Phrases) -> npt.NDArray[np.bool_]:
        """Tell of each stretch whether a word in it, not in capitals, ends in an accent."""
        if not self._accented:
            return np.zeros(len(found.terms), dtype=np.bool_)
        before = np.zeros(len(self.words) + 1, dtype=np.int64)
        before[np.array([*self._accented], dtype=np.int64) + 1] = 1
        before = np.cumsum(before)
        return before[found.lasts + 1] > before[found.firsts]

    @cached_property
    def _accented(self) -> frozenset[int]:
        """The places of the words, not in capitals, that end in an accent."""
        if self.text.isascii() or self.lang not in ACCENTED:
            return frozenset()
        return frozenset(
            place
            for place, (word, start, end) in enumerate(
                zip(self.words, self.starts, self.ends, strict=True)
            )
            if word[-1] in "es"
            and ends_in_accent(written := self.text[start:end], word)
            and not written.isupper()
        )

    def is_name(self, first: int) -> bool:
        """Tell whether a part of a name looks like one, by its first word.

        It has a capital that no beginning of a sentence gives it, or a title before it.
        """
        start = self.starts[first]
        written = self.text[start]
        if not (written.isupper() or written.islower()):
            return True  # Arabic
        titled = first > 0 and self.words[first - 1] in _TITLES
        before = self.text[max(start - 8, 0) : start]
        return written.isupper() and (titled or _SENTENCE_END.search(before) is None)

    def _begun(
        self, segment: Segment, starts: _Places, firsts: Hashes
    ) -> tuple[_Places, _Places, Hashes]:
        """Return the stretches that may be phrases of the segment: start, length, number.

        `firsts` are the numbers of the words at `starts`, both counted among those that count.
        """
        numbers, places, lengths = [firsts], [starts], [1]
        more = starts + 1 < len(self._kept)
        starts, firsts = starts[more], firsts[more]
        pairs = firsts * np.uint64(BASE) + self._hashes[starts + 1]
        begun, at = _among(segment.pairs, pairs)
        starts, firsts = starts[begun], firsts[begun]
        reach = np.minimum(segment.reach[at], len(self._kept) - starts)
        for length in range(2, int(reach.max(initial=1)) + 1):
            far = reach >= length
            numbers.append(self._phrases(starts[far], firsts[far], length))
            places.append(starts[far])
            lengths.append(length)
        each = np.repeat(lengths, [len(part) for part in numbers])
        return np.concatenate(places), each, np.concatenate(numbers)

    def _phrases(self, starts: _Places, firsts: Hashes, length: int) -> Hashes:
        after = self._running[starts + length] - self._running[starts + 1]
        numbers: Hashes = firsts * self._powers[length - 1]
        numbers += after * self._powers[starts + length - 1]
        return numbers


def _looked_up(
    segment: Segment, starts: _Places, lengths: _Places, numbers: Hashes
) -> tuple[_Places, _Places, _Places]:
    """Return the stretches whose number is a phrase's, each with one term: start, length, term."""
    found, low = _among(segment.phrases, numbers)
    each = low[:, np.newaxis] + np.arange(HOMONYMS)
    alike = (
        segment.phrases[np.minimum(each, len(segment.phrases) - 1)] == numbers[found, np.newaxis]
    )
    alike &= each < len(segment.phrases)
    which = found[np.nonzero(alike)[0]]
    return starts[which], lengths[which], segment.phrase_terms[each[alike]].astype(np.int64)


def _among(ordered: Hashes, wanted: Hashes) -> tuple[_Places, _Places]:
    """Return which of `wanted` are in `ordered`, and where the first of each stands there.

    They are looked for in their order: neighbours share the way to their place.
    """
    order = np.argsort(wanted)
    at = ordered.searchsorted(wanted[order])
    there = np.flatnonzero(at < len(ordered))
    there = there[ordered[at[there]] == wanted[order[there]]]
    found = order[there]
    return found, at[there]


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base from 0 on, and their inverses, modulo 2**64."""
    of = [np.full(count, number % _MODULUS, dtype=np.uint64) for number in (BASE, _INVERSE)]
    for powers in of:
        powers[0] = 1
    return np.cumprod(of[0]), np.cumprod(of[1])
