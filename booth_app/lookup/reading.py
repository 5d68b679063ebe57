"""A running text as it is read for spotting, and the phrases that stand in it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import Lang
from booth_app.lookup.accents import ends_in_accent
from booth_app.lookup.phrases import BASE, Hashes, word_hashes
from booth_app.lookup.segment import Segment
from booth_app.terminology.folding import FoldedWord, folded_words

_MODULUS: Final = 1 << 64
_INVERSE: Final = pow(BASE, -1, _MODULUS)
_CODE: Final = re.compile(r"[^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*s?")
"""A term that is written in capitals, such as WHO or GLRs, and is another word without them."""

_TITLES: Final = frozenset(
    {"m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "sr", "sra", "srta", "hon"}
)
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;\n\r•–—-])[\s\"«“‘(]*$")

HOMONYMS: Final = 6
"""Terms of one phrase that are looked at: in a large term base fifty concepts may have it. In the
shipped glossary no phrase is that of more terms or of more than two concepts."""

_Places = npt.NDArray[np.int64]


class Stored(NamedTuple):
    """What of a term is held against a text.

    `article`: it begins with one. `code`: it is written in capitals. `accented`: of each word that
    counts whether it ends in é.
    """

    words: tuple[str, ...]
    article: bool
    code: bool
    accented: tuple[bool, ...]

    @classmethod
    def of(cls, term: str, lang: Lang) -> "Stored":
        """Return what of `term`, a term in `lang`, is held against a text."""
        read = folded_words(term)
        counted = [word for word in read if word_hashes(word.word, lang)]
        accented = tuple(ends_in_accent(term[w.start : w.end], w.word) for w in counted)
        article = len(read) > 1 and not word_hashes(read[0].word, lang)
        code = _CODE.fullmatch(term) is not None
        return cls(tuple(word.word for word in read), article, code, accented)


class Window(NamedTuple):
    """A stretch of the text that is a phrase, with terms of that phrase.

    `words` are its folded words; of those that count `accented` says whether they end in é, None
    where capitals leave that open. `first` is the place of the first one in the text.
    """

    first: int
    start: int
    end: int
    words: tuple[str, ...]
    accented: tuple[bool | None, ...]
    code: bool
    terms: list[int]

    def agrees(self, stored: Stored) -> bool:
        """Tell whether the term may be written so: codes in capitals, accents where it has them."""
        if stored.code and not self.code:
            return False
        if self.accented == stored.accented:
            return True
        pairs = zip(self.accented, stored.accented, strict=False)
        return all(here is None or here == there for here, there in pairs)


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
        self._powers, weights = _powers(len(self._hashes) + 1)
        self._running = np.append(np.uint64(0), np.cumsum(self._hashes * weights[:-1]))

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

    def with_article(self, window: Window, stored: Stored) -> Window:
        """Return the window with the article before it, where the term begins with that one."""
        before = self.words[window.first - 1] if window.first else None
        if before is None or before.word != stored.words[0]:
            return window
        return window._replace(start=before.start, words=(before.word, *window.words))

    def is_name(self, window: Window) -> bool:
        """Tell whether a part of a name looks like one.

        It has a capital that no beginning of a sentence gives it, or a title before it.
        """
        written = self.text[window.start]
        if not (written.isupper() or written.islower()):
            return True  # Arabic
        titled = window.first > 0 and self.words[window.first - 1].word in _TITLES
        before = self.text[max(window.start - 8, 0) : window.start]
        return written.isupper() and (titled or _SENTENCE_END.search(before) is None)

    def _from(self, segment: Segment, starts: _Places, firsts: Hashes) -> Iterator[Window]:
        """Yield the phrases from `starts` on, whose first words have the numbers `firsts`."""
        numbers, places, lengths = [firsts], [starts], [1]
        more = starts + 1 < len(self.kept)
        starts, firsts = starts[more], firsts[more]
        pairs = firsts * np.uint64(BASE) + self._hashes[starts + 1]
        begun, at = _among(segment.pairs, pairs)
        starts, firsts = starts[begun], firsts[begun]
        reach = np.minimum(segment.reach[at], len(self.kept) - starts)
        for length in range(2, int(reach.max(initial=1)) + 1):
            far = reach >= length
            numbers.append(self._phrases(starts[far], firsts[far], length))
            places.append(starts[far])
            lengths.append(length)
        each = np.repeat(lengths, [len(part) for part in numbers])
        yield from self._looked_up(segment, np.concatenate(numbers), np.concatenate(places), each)

    def _phrases(self, starts: _Places, firsts: Hashes, length: int) -> Hashes:
        after = self._running[starts + length] - self._running[starts + 1]
        numbers: Hashes = firsts * self._powers[length - 1]
        numbers += after * self._powers[starts + length - 1]
        return numbers

    def _looked_up(
        self, segment: Segment, numbers: Hashes, starts: _Places, lengths: _Places
    ) -> Iterator[Window]:
        found, low = _among(segment.phrases, numbers)
        last = np.minimum(low + HOMONYMS, len(segment.phrases)) - 1
        alike = segment.phrases[last] == numbers[found]
        terms = segment.phrase_terms
        for start, length, first, end, all_alike in zip(
            starts[found].tolist(),
            lengths[found].tolist(),
            low.tolist(),
            (last + 1).tolist(),
            alike.tolist(),
            strict=True,
        ):
            if not all_alike:
                several = segment.phrases[first:end]
                end = first + int(np.count_nonzero(several == several[0]))
            yield self._window(start, length, terms[first:end].tolist())

    def _window(self, start: int, length: int, terms: list[int]) -> Window:
        first, last = self.kept[start], self.kept[start + length - 1]
        read = self.words[first : last + 1]
        begin, end = read[0].start, read[-1].end
        written = self.text[begin:end]
        return Window(
            first,
            begin,
            end,
            tuple([word.word for word in read]),
            self._accents(read, written, length),
            sum(map(str.isupper, written)) > 1,
            terms,
        )

    def _accents(
        self, read: list[FoldedWord], written: str, length: int
    ) -> tuple[bool | None, ...]:
        if written.isascii() or self.lang in ("en", "ar"):
            return (False,) * length if not written.isupper() else (None,) * length
        return tuple(
            None if part.isupper() else ends_in_accent(part, word)
            for word, start, end in read
            if word_hashes(word, self.lang)
            for part in (self.text[start:end],)
        )


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
