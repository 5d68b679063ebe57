"""The words of the indexed terms, and all ways from a typed word to the words it may mean."""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.inflection import bases
from booth_app.lookup.slips import LAST, Range, beginning
from booth_app.lookup.sound import sounds
from booth_app.terminology.folding import strip_article

Ints = npt.NDArray[np.int32]
Sums = npt.NDArray[np.uint32]

TWO_SLIPS_FROM: Final = 8
"""Letters a word must have before two slips in it are looked for."""

_ENDING: Final = 2
"""Letters at the end of the shorter of two words that an ending has."""

_AKIN: Final = 0.5
"""How alike in spelling (1: the same) two words are that are taken for each other by ear."""

_BEGUN: Final = {lang: zlib.crc32(f"{lang} ".encode()) for lang in LANGUAGES}
"""The check sums of what stands before each base."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sorted folded words. Arabic words that carry an article stand there without it as well.

    `bare` is each word's number without its article, its own where it has none. `kin_sums` and
    `sound_sums` are sorted check sums of bases and sounds; beside each stands a word that has it.
    `lengths` and `letters` (which letters it has, as bits) are of each word.
    """

    words: list[str]
    bare: Ints
    kin_sums: Sums
    kin_words: Ints
    sound_sums: Sums
    sound_words: Ints
    lengths: npt.NDArray[np.uint8]
    letters: Sums

    @classmethod
    def of(cls, words: list[str], languages: npt.NDArray[np.uint8]) -> "Vocabulary":
        """Return the vocabulary of sorted `words`; bit n of `languages`: a word of LANGUAGES[n]."""
        numbers = {word: number for number, word in enumerate(words)}
        bare = [numbers.get(strip_article(word), number) for word, number in numbers.items()]
        kin = _sorted(
            (zlib.crc32(_encoded(common), begun), number)
            for n, (lang, begun) in enumerate(_BEGUN.items())
            for number in np.flatnonzero(languages & (1 << n)).tolist()
            for common in bases(words[number], lang)
            if common != words[number]
        )
        heard = _sorted(
            (zlib.crc32(sound.encode()), number)
            for number, word in enumerate(words)
            if len(word) > 2 and not word[0].isdigit()
            for sound in sounds.__wrapped__(word)  # each comes once: there is nothing to remember
        )
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        short = np.minimum(lengths, 255).astype(np.uint8)
        letters = _letters(words, lengths)
        return cls(words, np.array(bare, dtype=np.int32), *kin, *heard, short, letters)

    def number(self, word: str) -> int | None:
        """Return the number of `word`."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def kin(self, word: str) -> Iterator[tuple[int, Lang]]:
        """Yield the words that are `word` in another number, gender or case, and in which language.

        The caller must hold the language against that of the terms the words stand in.
        """
        for lang in _written_in(word):
            for common in bases(word, lang, guess=False):
                if common != word and (itself := self.number(common)) is not None:
                    yield itself, lang
                for number in _with(self.kin_sums, self.kin_words, _sum(lang, common)):
                    stored = self.words[number]
                    if stored != word and common in bases(stored, lang):
                        yield number, lang

    def heard(self, word: str, fewest: int) -> Iterator[int]:
        """Yield the words that share a sound of `fewest` consonants with `word` and look akin."""
        for sound in sounds(word):
            if len(sound) < fewest:
                continue
            for number in _with(self.sound_sums, self.sound_words, zlib.crc32(sound.encode())):
                stored = self.words[number]
                if sound in sounds(stored) and OSA.normalized_similarity(word, stored) >= _AKIN:
                    yield number

    def twice_slipped(self, typed: str) -> Iterator[Range]:
        """Yield the whole words that two slips after the first letter turn into `typed`.

        Two in its ending make another word (politician is no slip of política).
        """
        if len(typed) < TWO_SLIPS_FROM:
            return
        start, end, *_ = beginning(self.words, typed[0])
        lengths = self.lengths[start:end].astype(np.int16)
        letters = _letters([typed], np.array([len(typed)]))
        differing = np.bitwise_count(self.letters[start:end] ^ letters)
        near = np.flatnonzero((np.abs(lengths - len(typed)) <= 2) & (differing <= 4))
        for at in (near + start).tolist():
            stored = self.words[at]
            twice = OSA.distance(stored, typed, score_cutoff=2) == 2
            if twice and not _differ_in_ending(stored, typed):
                yield Range(at, at + 1, True)


def _differ_in_ending(one: str, other: str) -> bool:
    """Tell whether all letters but the last ones are the same."""
    common = min(len(one), len(other)) - _ENDING
    return one[:common] == other[:common]


def _sorted(pairs: Iterable[tuple[int, int]]) -> tuple[Sums, Ints]:
    """Return pairs of a check sum and a word as two columns, in their order, each pair once."""
    together = np.fromiter((sum_ << 32 | word for sum_, word in pairs), dtype=np.uint64)
    together.sort()
    together = together[np.append(True, together[1:] != together[:-1])[: len(together)]]
    words = (together & np.uint64(0xFFFFFFFF)).astype(np.int32)
    return (together >> np.uint64(32)).astype(np.uint32), words


def _with(sums: Sums, numbers: Ints, wanted: int) -> Sequence[int]:
    start = int(sums.searchsorted(np.uint32(wanted)))
    end = int(sums.searchsorted(np.uint32(wanted), side="right"))
    return numbers[start:end].tolist()  # type: ignore[no-any-return]


def _written_in(word: str) -> Sequence[Lang]:
    return ("ar",) if word[0] >= "\u0600" else ("en", "fr", "es")


def _sum(lang: Lang, common: str) -> int:
    return zlib.crc32(_encoded(common), _BEGUN[lang])


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _letters(words: Sequence[str], lengths: npt.NDArray[np.int64]) -> Sums:
    """Return of each word which letters it has, as bits; none is empty."""
    every = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    bits = np.uint32(1) << (every & np.uint32(31))
    starts = np.cumsum(lengths) - lengths
    return np.bitwise_or.reduceat(bits, starts) if len(words) else np.zeros(0, dtype=np.uint32)


__all__ = ["LAST", "TWO_SLIPS_FROM", "Ints", "Vocabulary"]
