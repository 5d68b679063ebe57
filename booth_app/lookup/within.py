"""The terms that stand in a text that is itself none: half a sentence, pasted or typed on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from booth_app.languages import Lang, script
from booth_app.lookup.layer import Found
from booth_app.lookup.occurrences import Occurrence
from booth_app.lookup.query import LONGEST, Query
from booth_app.lookup.ranking import Quality
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.folding import words

FEWEST: Final = 3
"""Words of a text from which it may be more than a term."""

LARGEST: Final = 500_000
"""Terms of a term base in which it is sought: in a larger one it takes longer than a key may, and
what is read for it of the file takes memory."""

Part = tuple[Query, Collection[ConceptKey]]
"""What stands in a text, and what it is."""
_Place = tuple[int, int]


def parts(
    text: str, languages: Collection[Lang], spotted: Callable[[str, Lang], Iterable[Occurrence]]
) -> Iterator[Part]:
    """Yield the terms of several words and the names that stand in `text`, the longest first.

    A term of one word says too little: a text on anything may have it. `spotted` tells what stands
    in a text of one language.
    """
    text = text[:LONGEST]
    arabic = script(text) == "arabic"
    places: dict[_Place, set[ConceptKey]] = defaultdict(set)
    for lang in languages:
        if (lang == "ar") is arabic:
            for start, minus_end, key, _ in spotted(text, lang):
                if not key.glossary or len(words(text[start:-minus_end])) > 1:
                    places[start, -minus_end].add(key)
    for start, end in _longest_first(places):
        yield Query.read(text[start:end]), places[start, end]


def terms(
    parts: Iterable[Part], limit: int, holding: Callable[[Query], Iterable[Found]]
) -> list[Found]:
    """Return at most `limit` terms that the parts are; `holding` finds those that hold a query."""
    found: dict[ConceptKey, Found] = {}
    for query, keys in parts:
        for term in holding(query):
            if term.key in keys:
                found.setdefault(term.key, term.at(Quality.IN_PART))
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _longest_first(places: Collection[_Place]) -> Iterator[_Place]:
    """Yield the places that are not inside another one, the longest first."""
    yielded: list[_Place] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if not any(first <= start and end <= last for first, last in yielded):
            yielded.append((start, end))
            yield start, end
