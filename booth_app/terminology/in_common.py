"""What the concepts of a glossary have in common, found in little memory whatever their number."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import Final

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.findings import Finding
from booth_app.terminology.glossary_checks import Key, dangling_relation, keys

APOSTROPHES: Final = "'’"


class Common:
    """What is remembered of every concept: some 20 bytes a term, and its id.

    `known` are ids that exist although their concepts could not be read.
    """

    def __init__(self, known: Collection[str] = ()) -> None:
        self._known = known
        self._ids: list[str] = []
        self._sums = array("q")
        self._owners = array("I")
        self._relations: list[tuple[int, int, str]] = []
        self._shared: frozenset[int] = frozenset()
        self._marked: defaultdict[tuple[Lang, str], array[int]] = defaultdict(lambda: array("I"))

    def take(self, concept: Concept) -> None:
        """Remember what may matter of `concept`."""
        number = len(self._ids)
        self._ids.append(concept.id)
        for key in keys(concept):
            self._sums.append(hash(key))
            self._owners.append(number)
        self._relations += ((number, at, r.to) for at, r in enumerate(concept.related))
        for lang, term in concept.terms():
            for mark in APOSTROPHES:
                if mark in term.text:
                    self._marked[lang, mark].append(number)

    def dangling_relations(self) -> Iterator[Finding]:
        """Find relations to concepts that do not exist."""
        ids = {*self._ids, *self._known}
        for number, at, to in self._relations:
            if to not in ids:
                yield dangling_relation(self._ids[number], at, to)

    def rare_apostrophes(self) -> set[tuple[Lang, str]]:
        """Return the rarer of two kinds of apostrophe, of each language that has both."""
        counts = Counter({key: len(owners) for key, owners in self._marked.items()})
        return {
            (lang, mark)
            for mark, other in zip(APOSTROPHES, reversed(APOSTROPHES), strict=True)
            for lang in LANGUAGES
            if counts[lang, mark] < counts[lang, other]
        }

    def at_odds(self) -> set[str]:
        """Return the ids of the concepts that the rules have to look at once more."""
        import numpy as np  # takes a tenth of a second: one concept is checked without it

        sums = np.frombuffer(self._sums, dtype=np.int64)
        order = np.argsort(sums)
        ordered = sums[order]
        is_same = np.zeros(len(ordered) + 1, dtype=np.bool_)
        is_same[1:-1] = ordered[1:] == ordered[:-1]
        shared = order[is_same[1:] | is_same[:-1]]
        self._shared = frozenset(sums[shared].tolist())
        numbers = set(np.frombuffer(self._owners, dtype=np.uintc)[shared].tolist())
        for key in self.rare_apostrophes():
            numbers.update(self._marked[key])
        return {self._ids[number] for number in numbers}

    def is_shared(self, key: Key) -> bool:
        """Tell, once it was asked what is at odds, whether several concepts have a term so."""
        return hash(key) in self._shared
