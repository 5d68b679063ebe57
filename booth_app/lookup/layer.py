"""A segment as it is searched now: who stands where, and what has been replaced since."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.accents import Doubt, doubt
from booth_app.lookup.finding import HEAD, Finder, Wanted
from booth_app.lookup.query import Query
from booth_app.lookup.ranking import TIERS, Quality, Standing, at_quality, ranks
from booth_app.lookup.segment import Segment
from booth_app.lookup.terms import Searchable
from booth_app.lookup.vocabulary import Ints
from booth_app.lookup.ways import Ways
from booth_app.terminology.concept import ConceptKey

Flags = npt.NDArray[np.bool_]

_LARGE_HEAD: Final = 20_000
"""So many terms are weighed where the usual number had too few concepts."""

_MOST_DOUBTS: Final = 100
"""Terms held against the accents typed before it is given up: the best come first."""

_REMEMBERED: Final = 10_000
"""Keys of concepts that are remembered: they are asked for again and again."""


class Found(NamedTuple):
    """A term that answers: its rank, its layer, its number there."""

    rank: int
    layer: "Layer"
    term: int

    def at(self, worse: Quality) -> "Found":
        """Return it as an answer of another quality."""
        return self._replace(rank=at_quality(self.rank, worse))

    @property
    def text(self) -> str:
        """The term itself."""
        return self.layer.segment.texts[self.term]

    @property
    def key(self) -> ConceptKey:
        """The key of the concept it is a term of."""
        return self.layer.key(self.layer.segment.concept.item(self.term))


_TELLING: Final = 2_000
"""Terms that are asked for their language: more that hold a word would tell nothing more."""


class Layer:
    """One segment with the standing of its concepts."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.finder = Finder(segment)
        concepts = len(segment.glossary)
        self._standing = Standing.of(segment)
        self._hidden = np.zeros(concepts, dtype=np.bool_)
        self._any_hidden = False
        self._some_off = False
        self._keys: dict[int, ConceptKey] = {}

    def key(self, concept: int) -> ConceptKey:
        """Return the key of the concept of that number."""
        key = self._keys.get(concept)
        if key is None:
            if len(self._keys) >= _REMEMBERED:
                self._keys = {}
            key = self._keys[concept] = self.segment.key(concept)
        return key

    def keys(self, concepts: npt.NDArray[np.integer]) -> list[ConceptKey]:
        """Return the keys of the concepts of these numbers."""
        numbers, known = concepts.tolist(), self._keys
        new = [number for number in dict.fromkeys(numbers) if number not in known]
        if len(known) + len(new) > _REMEMBERED:
            known, new = {}, list(dict.fromkeys(numbers))
            self._keys = known  # not emptied: another thread may be reading it
        if new:
            known.update(zip(new, self.segment.keys(np.array(new)), strict=True))
        return [known[number] for number in numbers]

    def hide(self, key: ConceptKey) -> None:
        """Find the concept of that key no more: another layer has it."""
        number = self.segment.number(key)
        if number is not None:
            self._hidden[number] = self._any_hidden = True

    def shows(self, concept: int) -> bool:
        """Tell whether the concept of that number is not hidden."""
        return not self._hidden[concept]

    def shown(self, concepts: Ints) -> Flags:
        """Tell of each of these concepts whether it is not hidden."""
        return ~self._hidden[concepts]

    def languages_of(self, word: str) -> Iterator[Lang]:
        """Yield the languages of the terms, the shortest if they are many, that hold the word."""
        segment = self.segment
        number = segment.vocabulary.number(word)
        if number is not None:
            terms = segment.postings[segment.first[number] : segment.first[number + 1]][:_TELLING]
            shown = terms[~self._hidden[segment.concept[terms]]]
            for lang in sorted(set(segment.lang[shown].tolist())):
                yield LANGUAGES[lang]

    def searchables(self, keys: Collection[ConceptKey] | None = None) -> Iterator[Searchable]:
        """Yield the terms of the concepts of these keys, of all where none are given."""
        if keys is None:
            shown = np.flatnonzero(~self._hidden)
        else:
            numbers = (self.segment.number(key) for key in keys)
            shown = np.array([n for n in numbers if n is not None and not self._hidden[n]], int)
        return self.segment.searchables(shown)

    def switch_off(self, glossaries: Collection[str]) -> None:
        """Let concepts of these glossaries be of the third tier, all others of the second."""
        self._some_off = not set(glossaries).isdisjoint(self.segment.glossaries)
        places = [
            TIERS.index("other" if name in glossaries else "glossary")
            for name in self.segment.glossaries
        ]
        if places:
            self._standing.put(np.array(places, dtype=np.int64)[self.segment.glossary])

    def be_of_the_meeting(self, item: Collection[ConceptKey]) -> None:
        """Let all its concepts be of the first tier, those of `item` before the others."""
        self._standing.put(TIERS.index("meeting"))
        for key in item:
            if (number := self.segment.number(key)) is not None:
                self._standing.put_in_item(number)

    def found(
        self,
        query: Query,
        readings: Sequence[Ways],
        limit: int,
        languages: Collection[Lang],
        prefer: Sequence[Lang],
        worst: Quality | None = None,
    ) -> list[Found]:
        """Return the best `limit` concepts' terms that hold the query as read, best first.

        Where some glossaries are switched off, as many of theirs follow.
        """
        return [
            found
            for wanted in self._wanted(languages)
            for found in self._best(query, readings, limit, wanted, prefer, worst)
        ]

    def _wanted(self, languages: Collection[Lang]) -> Iterator[Wanted | None]:
        """Yield what tells which terms are wanted: of what is switched on, then of all others."""
        spoken = np.array([lang in languages for lang in LANGUAGES])
        if self._some_off:
            off = self._standing.in_tier("other")
            for part in (~off, off):
                yield partial(_chosen, self.segment, spoken, part)
        else:
            every = len(languages) == len(LANGUAGES)
            yield None if every else partial(_chosen, self.segment, spoken, None)

    def _best(
        self,
        query: Query,
        readings: Sequence[Ways],
        limit: int,
        wanted: Wanted | None,
        prefer: Sequence[Lang],
        worst: Quality | None,
    ) -> list[Found]:
        for head in (HEAD, _LARGE_HEAD):
            held = self.finder.held(readings, wanted, head)
            if held is None:
                return []
            rank = ranks(self.segment, held, self._standing, prefer, worst)
            order = np.argsort(rank, kind="stable").tolist()
            found = (Found(int(rank[at]), self, int(held.terms[at])) for at in order)
            best = self._distinct(query, found, limit)
            if len(best) >= limit or held.weighed < head // 2:
                break  # else many terms of a few concepts may hide the others
        return best

    def _distinct(self, query: Query, best: Iterator[Found], limit: int) -> list[Found]:
        """Return the first of each concept, then one that was refused for its accents, if any."""
        seen: set[int] = set()
        certain: list[Found] = []
        others: dict[Doubt, Found] = {}
        doubts = 0
        for found in best:
            concept = self.segment.concept.item(found.term)
            if concept in seen or (self._any_hidden and self._hidden[concept]):
                continue
            doubted = doubt(query.accented, found.text) if query.accented else ""
            if doubted:
                worse = Quality.ONE_SLIP if doubted == "slip" else Quality.REFUSED
                others.setdefault(doubted, found.at(worse))
                doubts += 1
                if doubts < _MOST_DOUBTS:
                    continue
                break
            seen.add(concept)
            certain.append(found)
            if len(certain) == limit:
                break
        return certain + list(others.values())


def _chosen(segment: Segment, spoken: Flags, concepts: Flags | None, terms: Ints) -> Ints:
    """Return the terms in languages that are spoken and of concepts that are flagged."""
    chosen = spoken[segment.lang[terms]]
    return terms[chosen if concepts is None else chosen & concepts[segment.concept[terms]]]
