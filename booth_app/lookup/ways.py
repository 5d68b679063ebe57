"""The ways in which a word of a query can be read: as it is typed, in another form, as a slip."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.lookup.inflection import bare
from booth_app.lookup.slips import SHORTEST, Range, beginning, slipped, slipped_first
from booth_app.lookup.vocabulary import Vocabulary

WHOLE: Final = 0
KIN: Final = 1
BEGUN: Final = 2
BEGUN_BARE: Final = 3
SLIP: Final = 4
UNLIKELY_SLIP: Final = 5
SLIP_BEGUN: Final = 6
UNLIKELY_SLIP_BEGUN: Final = 7
TWO_SLIPS: Final = 9
ABSENT: Final = 99
"""How far a word of a term is from a word of the query."""

_UNLIKELY: Final = (UNLIKELY_SLIP, UNLIKELY_SLIP_BEGUN)

_FEW_BUT_FOR_FIRST: Final = 5
"""So few letters are too few to know a word that has an unlikely first one."""

_REMEMBERED: Final = 100
"""Words whose ways are remembered: the words of a query stay the same from key to key, and one
answer may read them several times."""


class Way(NamedTuple):
    """Words `start` to `end` of the vocabulary, meant at this cost; in `lang` only where given."""

    start: int
    end: int
    cost: int
    lang: Lang | None = None


Ways = Sequence[Way]
_Slips = Callable[[Sequence[str], str], Iterator[Range]]


class WordWays:
    """Reads words by one vocabulary; as it remembers, it is the tool of one thread at a time."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = vocabulary.words
        self._exact: dict[str, tuple[Way, ...]] = {}
        self._slipped: dict[tuple[str, _Slips, int, bool], list[Way]] = {}

    def exact(self, word: str) -> Ways:
        """Return the words that are `word`, its other forms, or begin with it."""
        ways = self._exact.get(word)
        if ways is None:
            if len(self._exact) >= _REMEMBERED:
                self._exact.clear()
            ways = self._exact[word] = tuple(self._found(word))
        return ways

    def slip(self, word: str, shortest: int = SHORTEST) -> list[Way]:
        """Return the words that one slip after the first letter made `word`."""
        return self._remembered(word, slipped, shortest)

    def slip_alone(self, word: str) -> list[Way]:
        """Return the same for a word that nothing stands beside to speak for an unlikely slip."""
        return self._remembered(word, slipped, SHORTEST, alone=True)

    def whole_slip(self, word: str) -> list[Way]:
        """Return the words that a word alone is but for one slip after the first letter."""
        return [way for way in self.slip_alone(word) if way.cost < SLIP_BEGUN]

    def two_slips(self, word: str) -> list[Way]:
        """Return the whole words that two slips made `word`."""
        found = self._vocabulary.twice_slipped(word)
        return [Way(r.start, r.end, TWO_SLIPS) for r in found]

    def slip_in_first(self, word: str) -> list[Way]:
        """Return the words that a slip in the first letter made `word`, begun only a likely one."""
        ways = self._remembered(word, slipped_first, SHORTEST)
        return [way for way in ways if way.cost != UNLIKELY_SLIP_BEGUN]

    def whole_slip_in_first(self, word: str) -> list[Way]:
        """Return the words that are `word` but for a slip in the first letter."""
        return [way for way in self.slip_in_first(word) if way.cost < SLIP_BEGUN]

    def by_sound(self, word: str, fewest: int) -> list[Way]:
        """Return the words that sound like `word` in `fewest` or more consonants."""
        return [Way(n, n + 1, WHOLE) for n in self._vocabulary.heard(word, fewest)]

    def _found(self, word: str) -> Iterator[Way]:
        yield from _begun(beginning(self._words, word), WHOLE, BEGUN)
        for number, lang in self._vocabulary.kin(word):
            yield Way(number, number + 1, KIN, lang)
        if word[0] >= "\u0600":
            sure, guessed = bare(word)
            for reading in sure:
                yield from _begun(beginning(self._words, reading), KIN, BEGUN_BARE)
            for reading in guessed:
                if len(reading) > 2:
                    yield from _begun(beginning(self._words, reading), BEGUN, BEGUN_BARE)

    def _remembered(
        self, word: str, slips: _Slips, shortest: int, *, alone: bool = False
    ) -> list[Way]:
        asked = (word, slips, shortest, alone)
        ways = self._slipped.get(asked)
        if ways is None:
            if len(self._slipped) >= _REMEMBERED:
                self._slipped.clear()
            ways = self._slipped[asked] = self._sought(*asked)
        return ways

    def _sought(self, word: str, slips: _Slips, shortest: int, alone: bool) -> list[Way]:
        few = _FEW_BUT_FOR_FIRST if slips is slipped_first else SHORTEST if alone else 0
        sure, guessed = bare(word) if word[0] >= "\u0600" else ((), ())
        for readings in ((word, *sure), guessed):
            typed = [each for each in readings if len(each) >= shortest and not each.isdigit()]
            ways = [
                way
                for each in typed
                for found in slips(self._words, each)
                for way in _slip(found)
                if way.cost not in _UNLIKELY or len(each) > few
            ]
            if ways:
                return ways
        return []


def _slip(found: Range) -> list[Way]:
    if found.likely:
        return _begun(found, SLIP, SLIP_BEGUN)
    return _begun(found, UNLIKELY_SLIP, UNLIKELY_SLIP_BEGUN)


def _begun(found: Range, whole: int, begun: int) -> list[Way]:
    if found.start == found.end:
        return []
    if not found.whole:
        return [Way(found.start, found.end, begun)]
    itself = Way(found.start, found.start + 1, whole)
    rest = Way(found.start + 1, found.end, begun)
    return [itself, rest] if rest.start < rest.end else [itself]
