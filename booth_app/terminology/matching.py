"""How a concept that was read meets a glossary: by its id, by a reference, by its terms."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.folding import fold
from booth_app.terminology.joining import BOOTH

How = Literal["id", "reference", "two languages", "one language", "none"]

_MOST: Final = 1_000
"""Concepts that share a term beyond which it says nothing about any of them."""


_SHOWN: Final = 20
"""The other concepts that are named, at most."""


class Match(NamedTuple):
    """The concept of a glossary that a read one is, or may be; None for none.

    By "two languages" it is that one where `others` is empty; by "one language" it may be: that
    is a question. `others` are the concepts that fit as well, or in fewer languages.
    """

    id: str | None
    how: How
    others: tuple[str, ...] = ()


class Known:
    """The concepts of a glossary as they are met by others, some 60 bytes a term.

    Terms and references are kept as hashes of 64 bits, which among ten million differ but for one
    chance in 400,000. It does not change: concepts of one file are never taken for one another.
    """

    def __init__(self, concepts: Iterable[tuple[str, Concept]]) -> None:
        self._ids: dict[str, int] = {}
        self._references, self._terms = _Hashes(), _Hashes()
        for id_, concept in concepts:
            number = self._ids.setdefault(id_, len(self._ids))
            self._references.add(_references(concept), number)
            self._terms.add((key for _, key in _terms(concept)), number)
        self._names = list(self._ids)

    def __len__(self) -> int:
        """Return how many concepts it knows."""
        return len(self._ids)

    def match(self, concept: Concept) -> Match:
        """Return which of the known concepts `concept` is.

        Its own id counts first, then any reference both have (an id that was made part of a
        concept is one of its references), then preferred and admitted terms, folded.
        """
        if not self._ids:
            return Match(None, "none")
        if concept.id in self._ids:
            return Match(concept.id, "id")
        own = hash((BOOTH, concept.id))
        referred = self._found(self._references, (*_references(concept), own))
        if referred:
            first, *others = dict.fromkeys(referred)
            return Match(first, "reference", tuple(others))
        return self._by_terms(concept)

    def _by_terms(self, concept: Concept) -> Match:
        shared: set[tuple[str, Lang]] = set()
        for lang, key in _terms(concept):
            shared.update((name, lang) for name in self._found(self._terms, (key,)))
        languages = Counter(name for name, _ in shared)
        if not languages:
            return Match(None, "none")
        best = max(languages.values())
        names = sorted(languages, key=lambda name: (-languages[name], self._ids[name]))
        first, *others = (name for name in names if best == 1 or languages[name] > 1)
        return Match(first, "two languages" if best > 1 else "one language", tuple(others[:_SHOWN]))

    def _found(self, hashes: "_Hashes", keys: Iterable[int]) -> list[str]:
        return [self._names[number] for key in keys for number in hashes.numbers(key)]


class _Hashes:
    """Which concepts (by number) have what (by hash): two sorted columns."""

    def __init__(self) -> None:
        self._keys, self._numbers = array("q"), array("I")
        self._sorted = True

    def add(self, keys: Iterable[int], number: int) -> None:
        """Say that a concept has these."""
        for key in keys:
            self._keys.append(key)
            self._numbers.append(number)
            self._sorted = False

    def numbers(self, key: int) -> Sequence[int]:
        """Return the concepts that have `key`, none where too many do."""
        if not self._sorted:
            self._sort()
        start = bisect_left(self._keys, key)
        end = bisect_right(self._keys, key, start)
        return self._numbers[start:end] if end - start <= _MOST else ()

    def _sort(self) -> None:
        keys = np.frombuffer(self._keys, np.int64)
        order = np.argsort(keys, kind="stable")
        numbers = np.frombuffer(self._numbers, np.uint32)[order]
        keys = keys[order]
        self._keys, self._numbers = array("q", keys.tobytes()), array("I", numbers.tobytes())
        self._sorted = True


def _references(concept: Concept) -> list[int]:
    return [hash((reference.system, reference.id)) for reference in concept.external]


def _terms(concept: Concept) -> Iterator[tuple[Lang, int]]:
    """Yield the language and the hash of each term that may be said and can be looked up."""
    for lang, term in concept.terms():
        if term.status in ("preferred", "admitted") and (folded := fold(term.text)):
            yield lang, hash((lang, folded))
