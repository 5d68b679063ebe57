"""Spots the concepts of the glossary, the meeting's people and document symbols in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import Lang
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

if TYPE_CHECKING:
    from booth_app.lookup.occurrences import Occurrence
    from booth_app.lookup.search import Search

_SYMBOL: Final = re.compile(
    r"(?<![\w/])[A-Z]{1,5}(?=[^\s]*\d)(?:/[A-Z0-9][A-Za-z0-9.\-]*(?<![.\-]))+(?: \([IVX\d]+\))?"
)
"""A United Nations document symbol: A/RES/73/195, E/CN.3/2020/L.5, S/RES/1325 (2000)."""


class Spot(NamedTuple):
    """A concept, a person or a document symbol in a text; of the three two are None.

    `start` and `end` are offsets in code points of the text as given, `text` what stands there.
    """

    start: int
    end: int
    text: str
    concept: ConceptKey | None
    person: str | None
    symbol: str | None


class Spotter:
    """Finds in running text what there are terms for. Any thread may spot."""

    def __init__(self, terms: Iterable[Searchable] | Search) -> None:
        """Spot `terms`, or what an index searches: `Index.spotter` shares the index's memory."""
        from booth_app.lookup.search import Search
        from booth_app.lookup.segment_building import build

        self._search = terms if isinstance(terms, Search) else Search(build(terms))

    def spot(self, text: str, lang: Lang) -> list[Spot]:
        """Return what stands in `text`, a text in `lang`, by place, the longest first at a place.

        Shorter concepts inside longer ones are kept, but not a concept inside itself; where one is
        written as its term is, others are not read into its inflection (señora alcaldesa). Of many
        concepts with the very same words a few are given.
        """
        spots = _spots(text, _as_written(self._search.occurrences(text, lang)))
        symbols = list(_symbols(text))
        return sorted(spots + symbols, key=_place) if symbols else spots

    def replace(self, key: ConceptKey, terms: Sequence[Searchable]) -> None:
        """Let the concept have these terms from now on; none removes it."""
        self._search.replace(key, terms)

    def follow(self, people: Sequence[tuple[str, Sequence[tuple[Lang, str]]]]) -> None:
        """Spot these people (name, its forms) from now on, and no others."""
        self._search.follow(people, ())


def _as_written(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Return what was found without the inflected where another concept is written just so."""
    written = {(start, end) for start, end, _, as_written in found if as_written}
    return [one for one in found if one[3] or one[:2] not in written]


def _spots(text: str, found: Iterable[Occurrence]) -> list[Spot]:
    """Return what was found but for a concept inside a longer term of the same concept."""
    spots: list[Spot] = []
    reached: dict[ConceptKey, int] = {}
    for start, minus_end, key, _ in found:
        if minus_end < reached.get(key, 0):
            reached[key] = minus_end
            concept, person = (key, None) if key.glossary else (None, key.id)
            values = (start, -minus_end, text[start:-minus_end], concept, person, None)
            spots.append(tuple.__new__(Spot, values))  # Spot(*values), in a third of its time
    return spots


def _symbols(text: str) -> Iterator[Spot]:
    slash = text.find("/")
    while slash >= 0:
        start = slash
        while start and "A" <= text[start - 1] <= "Z":
            start -= 1
        match = _SYMBOL.match(text, start)
        if match:
            yield Spot(match.start(), match.end(), match[0], None, None, match[0])
        slash = text.find("/", match.end() if match else slash + 1)


def _place(spot: Spot) -> tuple[int, int]:
    return spot.start, -spot.end
