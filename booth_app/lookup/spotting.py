"""Spots the concepts of the glossary, the meeting's people and document symbols in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import Lang
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

if TYPE_CHECKING:
    from booth_app.lookup.layer import Spotted
    from booth_app.lookup.reading import Running
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
        from booth_app.lookup.segment import build

        self._search = terms if isinstance(terms, Search) else Search(build(terms))

    def spot(self, text: str, lang: Lang) -> list[Spot]:
        """Return what stands in `text`, a text in `lang`, by place, the longest first at a place.

        Shorter concepts inside longer ones are kept, but not a concept inside itself; where one is
        written as its term is, others are not read into its inflection (señora alcaldesa). Of many
        concepts with the very same words a few are given.
        """
        from booth_app.lookup.reading import Running

        running = Running(text, lang)
        read = [found for layer in self._search.layers() for found in layer.spotted(running)]
        kept = _as_written(read, running)
        kept.sort(key=lambda found: (found.start, -found.end, found.key))
        spots = [_spot(text, found.start, found.end, found.key) for found in _outermost(kept)]
        symbols = list(_symbols(text))
        return sorted(spots + symbols, key=_place) if symbols else spots

    def replace(self, key: ConceptKey, terms: Sequence[Searchable]) -> None:
        """Let the concept have these terms from now on; none removes it."""
        self._search.replace(key, terms)

    def follow(self, people: Sequence[tuple[str, Sequence[tuple[Lang, str]]]]) -> None:
        """Spot these people (name, its forms) from now on, and no others."""
        self._search.follow(people, ())


def _spot(text: str, start: int, end: int, key: ConceptKey) -> Spot:
    person = key.id if not key.glossary else None
    return Spot(start, end, text[start:end], None if person else key, person, None)


def _symbols(text: str) -> Iterator[Spot]:
    for match in _SYMBOL.finditer(text):
        yield Spot(match.start(), match.end(), match[0], None, None, match[0])


def _place(spot: Spot) -> tuple[int, int]:
    return spot.start, -spot.end


def _as_written(read: list[Spotted], running: Running) -> list[Spotted]:
    """Return what was read without the inflected where another concept is written just so."""
    keys: dict[tuple[int, int], ConceptKey] = {}
    several = {f[:2] for f in read if keys.setdefault(f[:2], f.key) != f.key}
    if not several:
        return read
    written = {f[:3] for f in read if f[:2] in several and f.as_written(running)}
    places = {place[:2] for place in written}
    return [f for f in read if f[:2] not in places or f[:3] in written]


def _outermost(found: Iterable[Spotted]) -> Iterator[Spotted]:
    """Yield what was found but for a concept inside a longer term of the same concept."""
    reached: dict[ConceptKey, int] = {}
    for one in found:
        if reached.get(one.key, -1) < one.end:
            reached[one.key] = one.end
            yield one
