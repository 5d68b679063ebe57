"""A running text as it is read for spotting, and the phrases that stand in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import Lang
from booth_app.lookup.phrases import BASE, Hashes, word_hashes
from booth_app.lookup.query import accents
from booth_app.lookup.segment import Segment
from booth_app.terminology.folding import folded_words

_MODULUS: Final = 1 << 64
_CODE: Final = re.compile(r"[^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*s?")
"""A term that is written in capitals, such as WHO or GLRs, and is another word without them."""

_TITLES: Final = frozenset(
    {"m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "sr", "sra", "srta", "hon"}
)
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;\n\r•–—-])[\s\"«“‘(]*$")

_Places = npt.NDArray[np.int64]


class Window(NamedTuple):
    """A stretch of the text that may be a term: the first and last word, and the term's number."""

    first: int
    last: int
    term: int


class _Stored(NamedTuple):
    """What of a term is held against the text: its first word, whether it is a code, accents."""

    first: str
    many: bool
    is_code: bool
    accented: tuple[bool, ...]


class Running:
    """A text in one language: its words, which of them count, and the numbers of its phrases."""

    def __init__(self, text: str, lang: Lang) -> None:
        self.text = text
        self.lang = lang
        self.words = folded_words(text)
        hashed = [word_hashes(word.word, lang) for word in self.words]
        self.kept = [place for place, numbers in enumerate(hashed) if numbers]
        self._hashes = np.array([numbers[0] for numbers in hashed if numbers], dtype=np.uint64)
        self._others = [
            (place, other)
            for place, numbers in enumerate(filter(None, hashed))
            for other in numbers[1:]
        ]
        self._running, self._powers = self._numbers()
        self._plain = lang in ("en", "ar")

    def windows(self, segment: Segment) -> Iterator[Window]:
        """Yield the stretches that are phrases of the segment.

        The first word of one may be read in every way its particles allow, the others in one.
        """
        if not self.kept or not segment.terms:
            return
        yield from self._from(segment, np.arange(len(self.kept)), self._hashes)
        if self._others:
            starts = np.array([place for place, _ in self._others], dtype=np.int64)
            firsts = np.array([number for _, number in self._others], dtype=np.uint64)
            yield from self._from(segment, starts, firsts)

    def place(self, window: Window, term: str) -> tuple[int, int] | None:
        """Return where in the text `term` stands, None where the window is another word after all.

        A term that begins with an article takes in the article before the window.
        """
        stored = _stored(term, self.lang)
        first = window.first
        if stored.many and first and self.words[first - 1].word == stored.first:
            first -= not word_hashes(stored.first, self.lang)
        if stored.is_code and not self._is_code(window.first):
            return None
        if not self._agrees(window, stored):
            return None
        return self.words[first].start, self.words[window.last].end

    def name_place(self, window: Window, *, whole: bool) -> tuple[int, int] | None:
        """Return where in the text a name stands; a part of a name must look like one.

        It has a capital that no beginning of a sentence gives it, or a title before it.
        """
        start, end = self.words[window.first].start, self.words[window.last].end
        written = self.text[start]
        if whole or not (written.isupper() or written.islower()):
            return start, end
        titled = window.first > 0 and self.words[window.first - 1].word in _TITLES
        begins = _SENTENCE_END.search(self.text[max(start - 8, 0) : start]) is not None
        return (start, end) if written.isupper() and (titled or not begins) else None

    def _from(self, segment: Segment, starts: _Places, firsts: Hashes) -> Iterator[Window]:
        """Yield the phrases from `starts` on, whose first words have the numbers `firsts`."""
        yield from self._looked_up(segment, firsts, starts, 1)
        more = starts + 1 < len(self.kept)
        starts, firsts = starts[more], firsts[more]
        pairs = firsts * np.uint64(BASE) + self._hashes[starts + 1]
        at = segment.pairs.searchsorted(pairs)
        begun = np.flatnonzero(at < len(segment.pairs))
        begun = begun[segment.pairs[at[begun]] == pairs[begun]]
        starts, firsts, at = starts[begun], firsts[begun], at[begun]
        reach = np.minimum(segment.reach[at], len(self.kept) - starts)
        for length in range(2, int(reach.max(initial=1)) + 1):
            far = reach >= length
            yield from self._looked_up(
                segment, self._phrases(starts[far], firsts[far], length), starts[far], length
            )

    def _phrases(self, starts: _Places, firsts: Hashes, length: int) -> Hashes:
        power = self._powers[length - 1]
        after = self._running[starts + length] - self._running[starts + 1] * power
        numbers: Hashes = firsts * power + after
        return numbers

    def _looked_up(
        self, segment: Segment, numbers: Hashes, starts: _Places, length: int
    ) -> Iterator[Window]:
        phrases = segment.phrases
        low = phrases.searchsorted(numbers)
        there = low < len(phrases)
        there[there] = phrases[low[there]] == numbers[there]
        for which in np.flatnonzero(there).tolist():
            start, place = int(starts[which]), int(low[which])
            number = phrases[place]
            while place < len(phrases) and phrases[place] == number:
                last = self.kept[start + length - 1]
                yield Window(self.kept[start], last, int(segment.phrase_terms[place]))
                place += 1

    def _numbers(self) -> tuple[Hashes, Hashes]:
        running, powers = [0], [1]
        for number in self._hashes.tolist():
            running.append((running[-1] * BASE + number) % _MODULUS)
            powers.append(powers[-1] * BASE % _MODULUS)
        return np.array(running, dtype=np.uint64), np.array(powers, dtype=np.uint64)

    def _is_code(self, word: int) -> bool:
        _, start, end = self.words[word]
        return sum(map(str.isupper, self.text[start:end])) > 1

    def _agrees(self, window: Window, stored: _Stored) -> bool:
        """Tell whether the accents written agree; in capitals they are often left out."""
        if self._plain:
            return True
        read = self.words[window.first : window.last + 1]
        counted = [word for word in read if word_hashes(word.word, self.lang)]
        for (word, start, end), accented in zip(counted, stored.accented, strict=False):
            written = self.text[start:end]
            if _last_accent(written, word) != accented and not written.isupper():
                return False
        return True


@lru_cache(maxsize=5_000)
def _stored(term: str, lang: Lang) -> _Stored:
    read = folded_words(term)
    counted = [word for word in read if word_hashes(word.word, lang)]
    accented = tuple(_last_accent(term[word.start : word.end], word.word) for word in counted)
    return _Stored(read[0].word, len(read) > 1, _CODE.fullmatch(term) is not None, accented)


def _last_accent(written: str, folded: str) -> bool:
    """Tell whether the last vowel before the ending is accented: traité, traités, not traite."""
    if written.isascii() or folded[0] >= "\u0600":
        return False
    ending = len(folded.rstrip("s")) - 1
    found = accents(written)
    return ending in found or (folded.rstrip("s").endswith("ee") and ending - 1 in found)
