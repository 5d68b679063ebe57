"""Terms as sequences of words without inflection, each sequence one number.

A phrase leaves articles out and reads contractions apart (*des* as *de*, *al* as *a*), so that
*trafic illicite des migrants* is *trafic illicite de migrants*. Its number is a polynomial of its
words' 64-bit hashes, modulo 2**64: the number of any window of a text comes from two running ones.
Two of five million phrases share a number by chance once in a million term bases.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.inflection import bases

Hashes = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]

BASE: Final = 0x9E3779B97F4A7C15
"""What a running number is multiplied by for each further word: an odd number of many bits."""

_MIX: Final = 0xC2B2AE3D27D4EB4F

_REMEMBERED: Final = 4_000
"""Words of which their meanings are kept."""

_LEFT_OUT: Final[Mapping[Lang, Sequence[str]]] = {
    "en": ("the", "a", "an", "s"),
    "fr": ("le", "la", "les", "l", "un", "une"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "ar": (),
}
_READ_APART: Final[Mapping[Lang, Mapping[str, str]]] = {
    "en": {},
    "fr": {"d": "de", "du": "de", "des": "de", "au": "a", "aux": "a"},
    "es": {"del": "de", "al": "a"},
    "ar": {},
}
HANGING: Final[Mapping[Lang, frozenset[str]]] = {
    "en": frozenset({"of", "to"}),
    "fr": frozenset({"de", "d", "a"}),
    "es": frozenset({"de", "a"}),
    "ar": frozenset(),
}
"""What a term may end or begin with that is not of it (Mayor of, doy la palabra a, to give)."""


def is_left_out(word: str, lang: Lang) -> bool:
    """Tell whether a folded word is no part of phrases: an article."""
    return word in _LEFT_OUT[lang]


class Meanings(dict[str, tuple[str, ...]]):
    """All bases that folded words may have in a language, the likeliest first.

    They are worked out when they are first asked for. None: the word is left out of phrases.
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__(dict.fromkeys(_LEFT_OUT[lang], ()))
        self.update({word: (apart,) for word, apart in _READ_APART[lang].items()})
        self._given = dict(self)
        self._lang = lang

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
            self.update(self._given)
        self[word] = meant = bases(word, self._lang)
        return meant

    def of(self, word: str) -> tuple[str, ...]:
        """Return what a word may mean without remembering it."""
        meant = self._given.get(word)
        return bases(word, self._lang) if meant is None else meant


MEANINGS: Final[Mapping[Lang, Meanings]] = {lang: Meanings(lang) for lang in LANGUAGES}


def word_numbers(words: Sequence[str], lang: npt.ArrayLike) -> Hashes:
    """Return a number of 64 bits for each of these bases, never 0.

    `lang`: the place in LANGUAGES of the one they are in, or of that of each.
    """
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    letters = "".join(words).encode("utf-32-le", "surrogatepass")
    starts = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
    powers = np.full(int(lengths.max(initial=0)) + 1, BASE, dtype=np.uint64)
    mixed = (np.frombuffer(letters, dtype=np.uint32) + np.uint64(1)) * np.cumprod(powers)[places]
    numbers = np.add.reduceat(mixed, starts) if len(words) else np.zeros(0, dtype=np.uint64)
    numbers += np.asarray(lang).astype(np.uint64) * np.uint64(_MIX)
    for shift in (32, 29):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(_MIX)
    return np.maximum(numbers ^ (numbers >> np.uint64(32)), np.uint64(1))


def phrase_hashes(
    words: Sequence[str],
    spelt: npt.NDArray[np.int32],
    counts: npt.NDArray[np.int32],
    lang: npt.NDArray[np.uint8],
) -> tuple[Hashes, Hashes, Counts]:
    """Return of each term the number of its phrase, of its first two words, and its length.

    `spelt` are the terms' words one after another, as places in `words`; `counts` how many each
    term has. A phrase of one word has 0 as the number of its first two.
    """
    term = np.repeat(np.arange(len(counts)), counts)
    hashed, hanging = _word_hashes(words, spelt, lang[term])
    changes = term[1:] != term[:-1]
    outermost = np.append(changes, True) | np.append(True, changes)
    kept = (hashed != 0) & ~(hanging & outermost[: len(term)])
    kept |= ~np.isin(term, term[kept])  # a term of nothing else keeps them
    hashed[hashed == 0] = 1
    hashed, term = hashed[kept], term[kept]
    lengths = np.bincount(term, minlength=len(counts)).astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    numbers = np.zeros(len(counts), dtype=np.uint64)
    pairs = np.zeros(len(counts), dtype=np.uint64)
    growing = np.arange(len(counts))
    for place in range(int(lengths.max(initial=0))):
        growing = growing[lengths[growing] > place]
        numbers[growing] = numbers[growing] * np.uint64(BASE) + hashed[starts[growing] + place]
        if place == 1:
            pairs[growing] = numbers[growing]
    return numbers, pairs, lengths


def spelling_numbers(spelt: npt.NDArray[np.int32], counts: npt.NDArray[np.int32]) -> Hashes:
    """Return a number of each term's very words; terms of equal words have equal ones."""
    if not len(counts):
        return np.zeros(0, dtype=np.uint64)
    starts = np.cumsum(counts) - counts
    places = np.arange(len(spelt)) - np.repeat(starts, counts)
    powers = np.full(int(counts.max()) + 1, BASE, dtype=np.uint64)
    powers = np.cumprod(powers)
    mixed = (spelt.astype(np.uint64) + np.uint64(1)) * np.uint64(_MIX)
    return np.add.reduceat(mixed * powers[places], starts)


def _numbered(values: Counts, below: int) -> tuple[Counts, Counts]:
    """Return the different values, sorted, and of each value its place among them.

    That is `np.unique`, which would sort all of them.
    """
    there = np.zeros(below, dtype=np.bool_)
    there[values] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[values]


def _word_hashes(
    words: Sequence[str], spelt: npt.NDArray[np.int32], lang: npt.NDArray[np.uint8]
) -> tuple[Hashes, npt.NDArray[np.bool_]]:
    """Return the likeliest hash of each word, 0 for none, and whether it may hang at an end."""
    spoken = spelt.astype(np.int64) * len(LANGUAGES) + lang
    each, places = _numbered(spoken, len(words) * len(LANGUAGES))
    likeliest: list[str] = []
    hanging = np.zeros(len(each), dtype=np.bool_)
    for at, number in enumerate(each.tolist()):
        word, language = words[number // len(LANGUAGES)], LANGUAGES[number % len(LANGUAGES)]
        likeliest.append(next(iter(MEANINGS[language].of(word)), ""))
        hanging[at] = word in HANGING[language]
    hashed = np.zeros(len(each), dtype=np.uint64)
    counts = np.array([word != "" for word in likeliest], dtype=np.bool_)
    hashed[counts] = word_numbers([*filter(None, likeliest)], each[counts] % len(LANGUAGES))
    return hashed[places], hanging[places]
