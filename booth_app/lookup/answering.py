"""Answers one query: read exactly first, with slips where that finds too little, then by sound."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from booth_app.languages import Lang
from booth_app.lookup.layer import Found, Layer
from booth_app.lookup.query import Query
from booth_app.lookup.ranking import REFUSED, Quality, quality
from booth_app.lookup.slips import SHORTEST
from booth_app.lookup.sound import sounds
from booth_app.lookup.ways import Way, WordWays
from booth_app.lookup.word_readings import (
    Reading,
    or_two,
    suspecting,
    ways_of,
    with_slip_in_short,
)
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.folding import fold
from booth_app.terminology.folding import words as words_of

_ELIDED: Final = frozenset("cdjlmnst") | {"qu"}
"""What may stand before an apostrophe that was not typed (lexamen)."""

_SHOWN: Final = 5
"""Answers that a window shows; what is less certain takes none of their places."""

_TAIL: Final = 3
"""Places beyond them that slips get beside a full list of words so begun."""

_UNSURE: Final = 5
"""Letters of a word so short that it may be begun rightly: a slip in an unfinished one is unlikely
where words begin as it does."""

_SHORT: Final = 3
"""Letters of the words that may be left out where nothing holds all: they tell too little."""

_HEARD_NAME: Final = 2
_HEARD_BESIDE: Final = 3
_HEARD_TERM: Final = 4
"""Consonants that must be heard alike in a name, beside known words, in a term."""


class Answers:
    """The answers to one query from all layers. `people` is the layer of the meeting's people."""

    def __init__(
        self,
        layers: Sequence[Layer],
        people: Layer | None,
        query: Query,
        limit: int,
        languages: Collection[Lang],
        prefer: Sequence[Lang],
    ) -> None:
        self._layers = layers
        self._people = people
        self._query = query
        self._limit = limit
        self._languages = languages
        self._prefer = prefer
        self._refused = False

    def best(self) -> list[Found]:
        """Return the best answers, one for a concept or person, the best first."""
        found = self.exact()
        if self._refused:
            return found
        if self._is_enough(found):
            return self._with_tail(found)
        if not found and (found := self._without_letters()):
            return found
        return self._slipped(found) or self._in_part() or self._heard()

    def exact(self) -> list[Found]:
        """Return what holds the query as it was typed, without slips."""
        words = self._query.words
        acronym = self._query.acronym
        if acronym and (found := self._read((acronym,), WordWays.exact)):
            return found
        found = self._read(words, WordWays.exact)
        fewer = self._query.without_articles
        if fewer != words and not (found and quality(found[0].rank) <= Quality.OTHER_FORM):
            more = self._read(fewer, WordWays.exact)
            whole = bool(more) and quality(more[0].rank) <= Quality.OTHER_FORM
            found = self._joined([*more, *found] if whole else [*found, *more])
        return found or self._written_otherwise()

    def _is_enough(self, found: list[Found]) -> bool:
        if not found:
            return False
        return (
            quality(found[0].rank) <= Quality.WHOLE_WORDS
            or len(found) >= self._limit
            or len(self._query.words[-1]) < SHORTEST
        )

    def _with_tail(self, found: list[Found]) -> list[Found]:
        """Return `found` with slips in the last places beyond those that a window shows.

        In a large term base many words begin as any slip reads; what was meant is then nowhere.
        """
        words = self._query.words
        if len(words) > 1 or len(words[0]) < SHORTEST or len(found) < _SHOWN:
            return found
        certain = quality(found[0].rank) in (Quality.AS_TYPED, Quality.WHOLE_WORDS)
        kept = len(found) if certain else max(self._limit - _TAIL, _SHOWN)
        slips = self._read(words, WordWays.slip)
        return self._joined([*found[:kept], *slips[:_TAIL], *found[kept:], *slips[_TAIL:]])

    def _slipped(self, found: list[Found]) -> list[Found]:
        words = self._query.words
        exact = bool(found)
        begun = exact and len(words) == 1 and len(words[0]) <= _UNSURE
        alone = WordWays.whole_slip if begun else WordWays.slip_alone
        slips: Reading = alone if len(words) == 1 else WordWays.slip
        suspects = {words[-1]} if exact else self._unknown() or set(words)
        found = self._joined(found + self._read(words, suspecting(suspects, slips)))
        if not exact and len(found) < self._limit:
            whole = suspecting(suspects, WordWays.whole_slip_in_first)
            found = self._joined(found + self._read(words, whole, Quality.FIRST_LETTER))
        if not found:
            found = self._read(words, or_two(slips))
        found = self._joined(found + self._names_heard())
        if not found:
            first = suspecting(suspects, WordWays.slip_in_first)
            found = self._read(words, first, Quality.FIRST_LETTER)
        return found

    def _without_letters(self) -> list[Found]:
        """Return what holds all words but single letters: a particle apart, as in ب(مقرر).

        They are likelier to be of no term than several known words are to be slips.
        """
        part = tuple(word for word in self._query.words if len(word) > 1)
        if not 1 < len(part) < len(self._query.words) or self._unknown():
            return []
        return self._read(part, WordWays.exact, Quality.IN_PART)

    def _in_part(self) -> list[Found]:
        """Return what holds the known words, or the longer ones, where those are most."""
        words = self._query.words
        unknown = self._unknown()
        known = tuple(word for word in words if word not in unknown)
        longer = tuple(word for word in words if len(word) > _SHORT)
        for part in (known, longer):
            telling = sum(len(word) > _SHORT for word in part)
            if telling > 1 and len(part) < len(words) <= 2 * len(part):
                found = self._read(part, WordWays.exact, Quality.IN_PART)
                if found:
                    return found
        return self._read(words, with_slip_in_short) if len(words) > 1 else []

    def _names_heard(self) -> list[Found]:
        if self._people is None:
            return []
        return self._by_sound([self._people], _HEARD_NAME, Quality.NAME_BY_SOUND)

    def _heard(self) -> list[Found]:
        found = self._by_sound(self._layers, _HEARD_TERM, Quality.BY_SOUND)
        if found:
            return found
        if len(self._query.words) > 1:
            return self._heard_beside_known()
        word = self._query.words[0]
        return self._heard_as_two(word) if len(word) >= _HEARD_TERM else []

    def _heard_beside_known(self) -> list[Found]:
        """Return terms that hold the known words, and others that sound like the unknown ones."""
        unknown = self._unknown()
        if unknown == set(self._query.words) or min(map(len, unknown), default=0) < SHORTEST:
            return []

        def reading(ways: WordWays, word: str) -> Sequence[Way]:
            return ways.by_sound(word, _HEARD_BESIDE) if word in unknown else ways.exact(word)

        return self._read(self._query.words, reading, Quality.BY_SOUND)

    def _heard_as_two(self, word: str) -> list[Found]:
        """Return terms of two words that sound like this one (rondevoo, rendez-vous)."""
        for at in range(2, len(word) - 1):
            halves = (word[:at], word[at:])
            heard = sum(max(map(len, sounds(half)), default=0) for half in halves)
            if heard >= _HEARD_TERM and all(map(sounds, halves)):
                found = self._read(
                    halves, lambda ways, half: ways.by_sound(half, 1), Quality.BY_SOUND
                )
                found = [one for one in found if len(words_of(one.text)) == len(halves)]
                if found:
                    return found
        return []

    def _by_sound(self, layers: Sequence[Layer], fewest: int, worst: Quality) -> list[Found]:
        words = self._query.words
        if any(len(word) < 4 for word in words):
            return []
        return self._read(words, lambda ways, word: ways.by_sound(word, fewest), worst, layers)

    def _unknown(self) -> set[str]:
        return {word for word in self._query.words if not self._is_known(word)}

    def _is_known(self, word: str) -> bool:
        return any(layer.finder.ways.exact(word) for layer in self._layers)

    def _written_otherwise(self) -> list[Found]:
        """Return what has two of the words as one, or one as two (followup, follow-up)."""
        unbroken = "".join(self._query.words)
        for words in self._respelt():
            found = self._read(words, WordWays.exact)
            found = [one for one in found if unbroken in fold(one.text).replace(" ", "")]
            if found:
                return found
        return []

    def _respelt(self) -> Iterator[tuple[str, ...]]:
        words = self._query.words
        for joined in self._query.joined():
            if all(self._is_known(word) for word in joined):
                yield joined
        for at, word in enumerate(words):
            if not self._is_known(word):
                for split in self._split(word):
                    yield (*words[:at], *split, *words[at + 1 :])

    def _split(self, word: str) -> Iterator[tuple[str, ...]]:
        for at in range(len(word) - 2, 0, -1):
            before, after = word[:at], word[at:]
            if self._is_known(after) and (before in _ELIDED or self._is_word(before)):
                yield (before, after)

    def _is_word(self, word: str) -> bool:
        return any(layer.segment.vocabulary.number(word) is not None for layer in self._layers)

    def _read(
        self,
        words: Sequence[str],
        reading: Reading,
        worst: Quality | None = None,
        layers: Sequence[Layer] | None = None,
    ) -> list[Found]:
        found: list[Found] = []
        for layer in self._layers if layers is None else layers:
            ways = ways_of(words, reading, layer.finder.ways)
            if ways:
                found += layer.found(
                    self._query, ways, self._limit, self._languages, self._prefer, worst
                )
        answers = [one for one in found if one.rank < REFUSED]
        self._refused |= len(answers) < len(found)
        return self._joined(sorted(answers, key=_rank))

    def _joined(self, found: Sequence[Found]) -> list[Found]:
        """Return the first of each concept, as many as are wanted."""
        joined: dict[ConceptKey, Found] = {}
        for one in found:
            joined.setdefault(one.key, one)
        return list(joined.values())[: self._limit]


def _rank(found: Found) -> int:
    return found.rank
