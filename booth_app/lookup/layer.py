"""A segment as it is searched now: who stands where, and what has been replaced since."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.finding import Finder, Held, Ways
from booth_app.lookup.query import Query, accents
from booth_app.lookup.ranking import TIERS, Quality, Standing, at_quality, ranks
from booth_app.lookup.reading import Running, Stored
from booth_app.lookup.segment import Segment
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.folding import folded_words

_AFTER_LAST_ACCENT: Final = frozenset({"", "s", "e", "es"})


_REMEMBERED: Final = 5_000
"""Spotted terms and concepts that are remembered as a text needs them: texts repeat themselves."""


class Found(NamedTuple):
    """A term that answers: its rank, its layer, its number there."""

    rank: int
    layer: "Layer"
    term: int

    @property
    def text(self) -> str:
        """The term itself."""
        return self.layer.segment.texts[self.term]

    @property
    def key(self) -> ConceptKey:
        """The key of the concept it is a term of."""
        segment = self.layer.segment
        return segment.key(int(segment.concept[self.term]))


class Spotted(NamedTuple):
    """A concept in a running text, and whether it stands there as the term is written."""

    start: int
    end: int
    as_written: bool
    key: ConceptKey


class Layer:
    """One segment with the standing of its concepts."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.finder = Finder(segment)
        concepts = len(segment.glossary)
        self._tier = np.full(concepts, TIERS.index("glossary"), dtype=np.uint8)
        self._apart = np.ones(concepts, dtype=np.uint8)
        self._hidden = np.zeros(concepts, dtype=np.bool_)
        self._any_hidden = False
        self._read: dict[int, Stored] = {}
        self._keys: dict[int, ConceptKey] = {}
        self.refused = False

    def hide(self, key: ConceptKey) -> None:
        """Find the concept of that key no more: another layer has it."""
        number = self.segment.number(key)
        if number is not None:
            self._hidden[number] = self._any_hidden = True

    def shows(self, concept: int) -> bool:
        """Tell whether the concept of that number is not hidden."""
        return not self._hidden[concept]

    def searchables(self, keys: Collection[ConceptKey] | None = None) -> Iterator[Searchable]:
        """Yield the terms of the concepts of these keys, of all where none are given."""
        if keys is None:
            shown = np.flatnonzero(~self._hidden)
        else:
            numbers = (self.segment.number(key) for key in keys)
            shown = np.array([n for n in numbers if n is not None and not self._hidden[n]], int)
        return self.segment.searchables(shown)

    def switch_on(self, glossaries: Collection[str] | None) -> None:
        """Let concepts of these glossaries be of the second tier, all others of the third."""
        tiers = np.array(
            [
                1 if glossaries is None or name in glossaries else 2
                for name in self.segment.glossaries
            ],
            dtype=np.uint8,
        )
        if len(tiers):
            self._tier = tiers[self.segment.glossary]

    def be_of_the_meeting(self, item: Collection[ConceptKey]) -> None:
        """Let all its concepts be of the first tier, those of `item` before the others."""
        self._tier[:] = TIERS.index("meeting")
        self._apart[:] = 1
        for key in item:
            if (number := self.segment.number(key)) is not None:
                self._apart[number] = 0

    def found(
        self,
        query: Query,
        readings: Sequence[Ways],
        limit: int,
        languages: Collection[Lang],
        prefer: Sequence[Lang],
        worst: Quality | None = None,
    ) -> list[Found]:
        """Return the best `limit` concepts' terms that hold the query as read, best first."""
        held = self.finder.held(readings, languages)
        if held is None:
            return []
        standing = Standing(self._tier, self._apart)
        rank = ranks(self.segment, held, standing, prefer, worst)
        order = np.argsort(rank, kind="stable")
        best = self._best(held, order.tolist(), rank)
        return self._distinct(query, best, limit)

    def spotted(self, running: Running) -> Iterator[Spotted]:
        """Yield where in a text concepts stand that are not hidden."""
        concepts, forms = self.segment.concept, self.segment.forms
        for window in running.windows(self.segment):
            for term in window.terms:
                concept = concepts.item(term)
                stored = self._read.get(term) or self._stored(term)
                if self._hidden.item(concept) or not window.agrees(stored):
                    continue
                here = running.with_article(window, stored) if stored.article else window
                key = self._keys.get(concept) or self._key(concept)
                if key.glossary or term not in forms or running.is_name(here):
                    yield Spotted(here.start, here.end, here.words == stored.words, key)

    def _key(self, concept: int) -> ConceptKey:
        if len(self._keys) >= _REMEMBERED:
            self._keys.clear()
        key = self._keys[concept] = self.segment.key(concept)
        return key

    def _stored(self, term: int) -> Stored:
        if len(self._read) >= _REMEMBERED:
            self._read.clear()
        lang = LANGUAGES[self.segment.lang[term]]
        stored = self._read[term] = Stored.of(self.segment.texts[term], lang)
        return stored

    def _best(self, held: Held, order: list[int], rank: npt.NDArray[np.int64]) -> Iterator[Found]:
        for at in order:
            yield Found(int(rank[at]), self, int(held.terms[at]))

    def _distinct(self, query: Query, best: Iterator[Found], limit: int) -> list[Found]:
        seen: set[int] = set()
        certain: list[Found] = []
        doubtful: list[Found] = []
        for found in best:
            concept = int(self.segment.concept[found.term])
            if concept in seen or (self._any_hidden and self._hidden[concept]):
                continue
            if query.accented:
                doubt = _accent_doubt(query, self.segment.texts[found.term])
                if doubt == "other word":
                    self.refused = True
                    continue
                if doubt == "slip":
                    doubtful.append(found._replace(rank=at_quality(found.rank, Quality.ONE_SLIP)))
                    continue
            seen.add(concept)
            certain.append(found)
            if len(certain) == limit:
                break
        return sorted(certain + doubtful, key=lambda found: found.rank) if doubtful else certain


def _accent_doubt(query: Query, text: str) -> str:
    """Tell whether the accents typed speak against `text`: a slip, or another word (traité)."""
    held = folded_words(text)
    for typed, marks in query.accented:
        verdicts = []
        for word in held:
            if word.word.startswith(typed) or typed.startswith(word.word):
                verdicts.append(
                    _verdict(typed, marks, accents(text[word.start : word.end]), word.word)
                )
        if verdicts and "" not in verdicts:
            return "slip" if "slip" in verdicts else "other word"
    return ""


def _verdict(typed: str, marks: dict[int, str], stored: dict[int, str], word: str) -> str:
    verdict = ""
    for place, mark in marks.items():
        if place < len(word) and stored.get(place, "") != mark:
            if place >= len(typed) or typed[place + 1 :] in _AFTER_LAST_ACCENT:
                return "other word"
            verdict = "slip"
    return verdict
