"""A running text as it is read for spotting, and the phrases that stand in it."""

import re
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.accents import ends_in_accent
from booth_app.lookup.marks import ACCENTED, MOST_ACCENTS
from booth_app.lookup.phrases import BASE, MEANINGS, Hashes, word_numbers
from booth_app.lookup.ragged import ragged
from booth_app.lookup.running_words import are_capitals, code_points, running_words
from booth_app.lookup.segment import Segment

_MODULUS: Final = 1 << 64
_INVERSE: Final = pow(BASE, -1, _MODULUS)

_TITLES: Final = frozenset(
    {"m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "sr", "sra", "srta", "hon"}
)
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;\n\r•–—-])[\s\"«“‘(]*$")

BREAK: Final = re.compile(
    r"(?<![A-Z][a-z])(?<!\b[A-Z])\.(?=[\s\"»”’)]|$)"  # no break: St. Gallen, J. Smith
    r"|[,;:!?()،؛؟…](?=[\s\"»”’)]|$)|(?<!\S)[(–—]|\n[^\S\n]*\n"
)
"""What no term goes across that is not written with any: *We are human. Rights matter.*"""

_Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_LAST_ASCII: Final = 0x7F
_NEAR: Final = 4
"""Characters before the end of a word that its last accent is among (créées)."""


class Phrases(NamedTuple):
    """Where terms may stand in a text: the places of their first and last words, and the terms."""

    firsts: _Places
    lasts: _Places
    terms: _Places

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Phrases":
        """Return those that are chosen."""
        return Phrases(*(column[chosen] for column in self))


class _Windows(NamedTuple):
    """Stretches of words that count: where each begins, its first word's number, its length."""

    starts: _Places
    firsts: Hashes
    lengths: _Places

    def where(self, chosen: _Places) -> "_Windows":
        """Return those that are chosen."""
        return _Windows(self.starts[chosen], self.firsts[chosen], self.lengths[chosen])


class Running:
    """A text in one language: its words, which of them count, and the numbers of its phrases.

    `words` are folded, `starts` and `ends` their places in `text`.
    """

    def __init__(self, text: str, lang: Lang) -> None:
        self.text = text
        self.lang = lang
        self.words, self.starts, self.ends = running_words(text)
        meant = list(map(MEANINGS[lang].__getitem__, self.words))
        counts = np.fromiter(map(len, meant), dtype=np.int64, count=len(meant))
        self._kept = np.flatnonzero(counts)
        counts = counts[self._kept]
        numbers = word_numbers(list(chain.from_iterable(meant)), LANGUAGES.index(lang))
        likeliest = numbers[np.cumsum(counts) - counts]
        self._powers, weights = _powers(len(counts) + 1)
        self._running = np.append(np.uint64(0), np.cumsum(likeliest * weights[:-1]))
        starts = np.repeat(np.arange(len(counts)), counts)
        pairs = np.flatnonzero(starts + 1 < len(counts))
        self._short = _Windows(
            np.append(starts, starts[pairs]),
            np.append(numbers, numbers[pairs]),
            np.repeat((1, 2), (len(starts), len(pairs))),
        )
        self._short_numbers = self._numbers(self._short)

    def phrases(self, segment: Segment) -> Phrases:
        """Return the stretches that are phrases of the segment.

        The first word of one may be read in every way its particles allow, the others in one.
        """
        if not (len(self._kept) and segment.terms):
            none = np.zeros(0, dtype=np.int64)
            return Phrases(none, none, none)
        table = segment.phrases
        found, places = table.places(self._short_numbers)
        short = self._short.where(found)
        longer = self._longer(short, table.reach[places])
        found, places_of_longer = table.places(self._numbers(longer))
        starts = np.append(short.starts, longer.starts[found])
        lengths = np.append(short.lengths, longer.lengths[found])
        terms, of = table.terms_at(np.append(places, places_of_longer))
        return Phrases(self._kept[starts][of], self._kept[starts + lengths - 1][of], terms)

    def apart(self, found: Phrases) -> Flags:
        """Tell of each stretch whether two of its words have more between them than a space."""
        gaps = self.starts[1:] - self.ends[:-1]
        before = _before(gaps > 1)
        return before[found.lasts] > before[found.firsts]

    def is_broken(self, first: int, last: int) -> bool:
        """Tell whether there is a break within a stretch."""
        return BREAK.search(self.text, int(self.starts[first]), int(self.starts[last])) is not None

    def are_codes(self, found: Phrases) -> Flags:
        """Tell of each stretch whether it has capitals enough to be a code."""
        before = self._capitals
        return before[self.ends[found.lasts]] - before[self.starts[found.firsts]] > 1

    def agree(self, found: Phrases, accents: npt.NDArray[np.integer]) -> Flags:
        """Tell of each stretch whether its words that count end in accents where the term's do.

        `accents` has a bit for each word of the term's phrase. Capitals leave them open.
        """
        if self.lang not in ACCENTED:
            return np.ones(len(accents), dtype=np.bool_)
        firsts = self._counted[found.firsts]
        lengths = self._counted[found.lasts + 1] - firsts
        compared = (1 << np.minimum(lengths, MOST_ACCENTS)) - 1
        differing = (self._accents[firsts] ^ accents) & compared
        if differing.any():
            differing &= ~self._open[firsts]
        agreed: Flags = differing == 0
        return agreed

    @cached_property
    def _counted(self) -> _Places:
        """How many words count before each word, and of all."""
        counted = np.zeros(len(self.words), dtype=np.bool_)
        counted[self._kept] = True
        return _before(counted)

    @cached_property
    def _capitals(self) -> _Places:
        """How many capitals stand before each place of the text."""
        return _before(are_capitals(self.text))

    @cached_property
    def _accents(self) -> _Places:
        """Bits of each word that counts and of those after it: whether it ends in an accent."""
        starts, ends = self.starts[self._kept], self.ends[self._kept]
        foreign = _before(code_points(self.text) > _LAST_ASCII)
        near_end = np.flatnonzero(foreign[ends] > foreign[np.maximum(ends - _NEAR, starts)])
        accented = np.zeros(len(starts), dtype=np.bool_)
        places = (self._kept[near_end], starts[near_end], ends[near_end])
        for at, word, start, end in zip(near_end, *(each.tolist() for each in places), strict=True):
            accented[at] = ends_in_accent(self.text[start:end], self.words[word])
        return _bits(accented & ~self._in_capitals)

    @cached_property
    def _open(self) -> _Places:
        """Bits of each word that counts and of those after it: whether it is in capitals."""
        return _bits(self._in_capitals)

    @cached_property
    def _in_capitals(self) -> Flags:
        """Of each word that counts whether it is written in capitals alone."""
        starts, ends = self.starts[self._kept], self.ends[self._kept]
        capital = self._capitals[ends] > self._capitals[starts]
        for at in np.flatnonzero(capital).tolist():
            capital[at] = self.text[starts[at] : ends[at]].isupper()
        return capital

    def is_name(self, first: int) -> bool:
        """Tell whether a part of a name looks like one, by its first word.

        It has a capital that no beginning of a sentence gives it, or a title before it.
        """
        start = int(self.starts[first])
        written = self.text[start]
        if not (written.isupper() or written.islower()):
            return True  # Arabic
        titled = first > 0 and self.words[first - 1] in _TITLES
        before = self.text[max(start - 8, 0) : start]
        return written.isupper() and (titled or _SENTENCE_END.search(before) is None)

    def _longer(self, begun: _Windows, reach: npt.NDArray[np.uint16]) -> _Windows:
        """Return the windows of three words and more that begin so and reach as far."""
        reach = np.minimum(reach, len(self._kept) - begun.starts)
        which, further = ragged(np.maximum(reach - 2, 0))
        return _Windows(begun.starts[which], begun.firsts[which], further + 3)

    def _numbers(self, windows: _Windows) -> Hashes:
        """Return the numbers of the phrases in these windows."""
        starts, firsts, lengths = windows
        after = self._running[starts + lengths] - self._running[starts + 1]
        numbers: Hashes = firsts * self._powers[lengths - 1]
        numbers += after * self._powers[starts + lengths - 1]
        return numbers


def _before(flags: Flags) -> _Places:
    """Return how many are flagged before each place, and of all."""
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(flags)))


def _bits(flags: Flags) -> _Places:
    """Return for each place, as bits, whether it is flagged, the next one is, and so on."""
    padded = np.append(flags, np.zeros(MOST_ACCENTS, dtype=np.bool_)).astype(np.int64)
    bits = np.zeros(len(flags), dtype=np.int64)
    for after in range(MOST_ACCENTS):
        bits |= padded[after : after + len(flags)] << after
    return bits


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base from 0 on, and their inverses, modulo 2**64."""
    of = [np.full(count, number % _MODULUS, dtype=np.uint64) for number in (BASE, _INVERSE)]
    for powers in of:
        powers[0] = 1
    return np.cumprod(of[0]), np.cumprod(of[1])
