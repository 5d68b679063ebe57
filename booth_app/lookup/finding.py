"""Finds in one segment the terms that hold all words of a query, and how well they hold them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES
from booth_app.lookup.segment import Bytes, Segment
from booth_app.lookup.vocabulary import Ints
from booth_app.lookup.ways import ABSENT, KIN, Way, Ways, WordWays

HEAD: Final = 500
"""So many terms are weighed for a query; more can hold its words, the shortest are taken.

On longer arrays numpy lets go of the interpreter at every step, and a busy thread takes it."""

_FEW: Final = 1_500
"""So many terms are tested word by word; above it their postings are intersected first."""

_MANY: Final = 20_000
"""Above so many the terms are marked and the column of marks is looked through, not sorted."""
_STRETCH: Final = 1 << 15
"""Marks that are looked through first, then twice as many: many terms are soon enough."""


Wanted = Callable[[Ints], Ints]
"""Returns those of the terms that are wanted at all."""


@dataclass(frozen=True, slots=True)
class Held:
    """Terms that hold every word of a query: for each its number, costs and places.

    `costs` is words of the query by terms; `in_place` whether every word stands in the term at
    the place it has in the query; `places` where the last of them stands in the term; `counts` how
    many words each term has; `weighed` how many terms were weighed to find these.
    """

    terms: Ints
    costs: Bytes
    in_place: npt.NDArray[np.bool_]
    places: Ints
    counts: Ints
    weighed: int


class Finder:
    """The search in one segment. Its working memory makes it the tool of one thread at a time."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.ways = WordWays(segment.vocabulary)
        self._words = segment.vocabulary.words
        self._cost = np.full(len(self._words), ABSENT, dtype=np.uint8)
        self._mark = np.zeros(segment.terms, dtype=np.bool_)

    def held(
        self, readings: Sequence[Ways], wanted: Wanted | None = None, head: int = HEAD
    ) -> Held | None:
        """Return the wanted terms that hold every word; None where there are none.

        `readings` are the ways to read each word of the query. Where more than `head` may hold
        them, the shortest are weighed.
        """
        if not all(readings):
            return None
        if len(readings) == 1:
            shortest = self._single(readings[0], wanted, head)
        else:
            candidates, sure = self._candidates(readings)
            if wanted is not None:
                candidates = wanted(candidates)
            shortest = self._shortest(candidates, head if sure else len(candidates))
        return self._weighed(shortest, readings) if len(shortest) else None

    def _single(self, ways: Ways, wanted: Wanted | None, head: int) -> Ints:
        """Return the shortest terms that hold one word: as many with it whole as with it begun.

        Else the many short terms in which it is begun would hide all longer ones that have it.
        """
        whole = [way for way in ways if way.cost <= KIN]
        begun = [way for way in ways if way.cost > KIN]
        parts = []
        for part in filter(None, (whole, begun)):
            holders = self._holders(part)
            parts.append(self._shortest(holders if wanted is None else wanted(holders), head // 2))
        return parts[0] if len(parts) == 1 else _each_once(np.concatenate(parts))

    def _candidates(self, readings: Sequence[Ways]) -> tuple[Ints, bool]:
        """Return terms among which are all that hold the words, and whether all of them do.

        Some may stand there more than once. A few are not worth looking for among the others.
        """
        rarest, *others = sorted(readings, key=self._size)
        found = self._holders(rarest)
        for ways in others:
            if len(found) <= _FEW:
                return found, False
            holders = self._holders(ways)
            self._mark[found] = True
            kept = holders[self._mark[holders]]
            self._mark[found] = False
            found = kept
        return found, True

    def _shortest(self, terms: Ints, head: int) -> Ints:
        """Return the `head` shortest of the terms, each once, ascending."""
        if len(terms) > _MANY:
            self._mark[terms] = True
            shortest = self._first_marked(head)
            self._mark[terms] = False
            return shortest
        if len(terms) > 4 * head:
            terms = np.partition(terms, 4 * head)[: 4 * head]
        return _each_once(terms)[:head]

    def _first_marked(self, head: int) -> Ints:
        """Return the first `head` of the marked terms, ascending."""
        parts, start, length, found = [], 0, _STRETCH, 0
        while start < len(self._mark) and found < head:
            part = np.flatnonzero(self._mark[start : start + length])
            parts.append((part + start).astype(np.int32))
            found += len(part)
            start, length = start + length, 2 * length
        return np.concatenate(parts)[:head]

    def _size(self, ways: Ways) -> int:
        first = self.segment.first
        return sum(int(first[way.end] - first[way.start]) for way in ways)

    def _holders(self, ways: Ways) -> Ints:
        first, postings = self.segment.first, self.segment.postings
        parts = [postings[first[way.start] : first[way.end]] for way in ways]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _weighed(self, terms: Ints, readings: Sequence[Ways]) -> Held | None:
        segment = self.segment
        from_ = segment.spelt_from[terms]
        counts = segment.spelt_from[terms + 1] - from_
        starts = np.cumsum(counts, dtype=np.int32) - counts
        ordinal = np.arange(starts[-1] + counts[-1], dtype=np.int32)
        spelt = segment.spelt[np.repeat(from_ - starts, counts) + ordinal]
        costs = np.empty((len(readings), len(terms)), dtype=np.uint8)
        in_place = counts >= len(readings)
        last = counts - 1
        places = np.zeros(len(terms), dtype=np.int32)
        for place, ways in enumerate(readings):
            cost = self._word_costs(ways, spelt, terms, counts)
            at = np.where(cost < ABSENT, ordinal, len(spelt))
            places = np.maximum(places, np.minimum.reduceat(at, starts) - starts)
            costs[place] = np.minimum.reduceat(cost, starts)
            in_place &= cost[starts + np.minimum(place, last)] < ABSENT
        held = np.flatnonzero(costs.max(axis=0) < ABSENT)
        if not len(held):
            return None
        return Held(
            terms[held], costs[:, held], in_place[held], places[held], counts[held], len(terms)
        )

    def _word_costs(self, ways: Ways, spelt: Ints, terms: Ints, counts: Ints) -> Bytes:
        """Return the cost of each word of the terms, of so many each, when it is read these ways.

        `spelt` are the words, one term's after another's.
        """
        scratch = self._cost
        general = [way for way in ways if way.lang is None]
        for way in sorted(general, key=_likelier_last):
            scratch[way.start : way.end] = way.cost
        cost: Bytes = scratch[spelt]
        arabic = self._words[ways[0].start] >= "\u0600"
        without = self.segment.vocabulary.bare[spelt] if arabic else spelt
        if arabic:
            cost = np.minimum(cost, np.maximum(scratch[without], KIN))
        for way in general:
            scratch[way.start : way.end] = ABSENT
        if len(general) < len(ways):
            lang = np.repeat(self.segment.lang[terms], counts)
            for way in ways:
                if way.lang is not None:
                    kin = (spelt == way.start) | (without == way.start)
                    kin &= lang == LANGUAGES.index(way.lang)
                    cost[kin] = np.minimum(cost[kin], way.cost)
        return cost


def _likelier_last(way: Way) -> int:
    return -way.cost


def _each_once(numbers: Ints) -> Ints:
    """Return the different ones of these numbers, ascending.

    That is `np.unique`, whose first call loads the masked arrays: 15 ms at the first key.
    """
    ascending = np.sort(numbers)
    new = np.ones(len(ascending), dtype=np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=new[1:])
    return ascending[new]
