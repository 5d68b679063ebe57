"""The layers that are searched, and how they change."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.lookup import within
from booth_app.lookup.answering import Answers
from booth_app.lookup.layer import Found, Layer
from booth_app.lookup.occurrences import Occurrence, occurrences
from booth_app.lookup.overlap import overlaps
from booth_app.lookup.query import Query
from booth_app.lookup.ranking import how, tier
from booth_app.lookup.reading import Running
from booth_app.lookup.segment import Segment
from booth_app.lookup.segment_building import build
from booth_app.lookup.terms import Match, Overlap, Searchable
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.folding import words

_PEOPLE: Final = ""
"""The glossary that people stand in: no glossary of terms has an empty name."""

_LARGEST_RECENT: Final = 80
"""Concepts that the layer of the latest changes holds before another one is begun."""


class Search:
    """The layers of an index: the people, the meeting's concepts, what changed, all others."""

    def __init__(self, segment: Segment) -> None:
        self._base = Layer(segment)
        self._changed: list[Layer] = []
        self._recent: dict[ConceptKey, Sequence[Searchable]] = {}
        self._recent_layer: Layer | None = None
        self._people: Layer | None = None
        self._meeting: Layer | None = None
        self._came_up: dict[ConceptKey, Sequence[Searchable]] = {}
        self._came_up_layer: Layer | None = None
        self._followed: set[ConceptKey] = set()
        self._item: set[ConceptKey] = set()
        self._off: Collection[str] = ()

    # Changes

    def replace(self, key: ConceptKey, terms: Sequence[Searchable]) -> None:
        """Let the concept have these terms from now on; none removes it."""
        if len(self._recent) >= _LARGEST_RECENT and self._recent_layer is not None:
            self._changed = [*self._changed, self._recent_layer]
            self._recent, self._recent_layer = {}, None
        self._recent[key] = tuple(terms)
        layer = Layer(build(t for each in self._recent.values() for t in each))
        layer.switch_off(self._off)
        self._recent_layer = layer  # before the old terms are hidden: a look-up may come between
        for older in (*self._changed, self._base):
            older.hide(key)
        if key in self._followed or key in self._item:
            self._come_up(key)

    def whole(self) -> Segment:
        """Return one segment of all that is searched but the people."""
        if not self._changed and self._recent_layer is None:
            return self._base.segment
        return build(self._terms())

    def follow(
        self,
        people: Sequence[tuple[str, Sequence[tuple[Lang, str]]]],
        concepts: Collection[ConceptKey],
    ) -> None:
        """Let these be the meeting's."""
        self._people = Layer(build(_names(people))) if people else None
        if self._people is not None:
            self._people.be_of_the_meeting(())
        self._followed = set(concepts)
        self._build_meeting()

    def follow_also(self, key: ConceptKey) -> None:
        """Let one concept more be the meeting's."""
        if key not in self._followed:
            self._followed.add(key)
            self._come_up(key)

    def follow_item(self, concepts: Collection[ConceptKey]) -> None:
        """Let these be the item's in progress."""
        self._item = set(concepts)
        if self._item <= self._followed and self._meeting is not None:
            for layer in self._of_the_meeting():
                layer.be_of_the_meeting(self._item)
        else:
            self._build_meeting()

    def switch_off(self, glossaries: Collection[str]) -> None:
        """Let these glossaries be the third tier, all others the second."""
        self._off = frozenset(glossaries)
        for layer in self._stored():
            layer.switch_off(self._off)

    # Look-up

    def matches(
        self, text: str, limit: int, languages: Collection[Lang], prefer: Sequence[Lang]
    ) -> list[Match]:
        """Return at most `limit` answers to `text`, the best first."""
        query = Query.read(text)
        if not query.words or limit < 1:
            return []
        answers = partial(
            Answers, [*self.layers()], self._people, limit=limit, languages=languages, prefer=prefer
        )
        found = answers(query).best()
        is_small = self._base.segment.terms <= within.LARGEST
        if not found and len(query.words) >= within.FEWEST and is_small:
            parts = within.parts(text, languages, self.occurrences)
            found = within.terms(parts, limit, lambda part: answers(part).exact())
        return [_match(one) for one in found]

    def layers(self) -> Iterator[Layer]:
        """Yield what is searched, what comes first in the cascade first."""
        if self._people is not None:
            yield self._people
        yield from self._of_the_meeting()
        yield from self._stored()

    def overlaps(self, text: str, most: int) -> list[Overlap]:
        """Return at most so many terms that share words with `text`, the most alike first."""
        spelt = words(text)
        found = [one for layer in self._stored() for one in overlaps(layer, spelt, most)]
        return sorted(found, key=lambda one: -one.shared)[:most]

    def occurrences(self, text: str, lang: Lang) -> list[Occurrence]:
        """Return where the concepts and people of all layers stand in a text, sorted."""
        running = Running(text, lang)
        found = [each for layer in self.layers() if (each := occurrences(layer, running))]
        return found[0] if len(found) == 1 else sorted(chain(*found))

    def languages_of(self, word: str) -> set[Lang]:
        """Return the languages of the terms that hold the folded `word`; people have none."""
        return {lang for layer in self._stored() for lang in layer.languages_of(word)}

    def _of_the_meeting(self) -> Iterator[Layer]:
        yield from filter(None, (self._came_up_layer, self._meeting))

    def _stored(self) -> Iterator[Layer]:
        if self._recent_layer is not None:
            yield self._recent_layer
        yield from self._changed
        yield self._base

    def _terms(self, keys: Collection[ConceptKey] | None = None) -> Iterator[Searchable]:
        for layer in self._stored():
            yield from layer.searchables(keys)

    def _build_meeting(self) -> None:
        keys = self._followed | self._item
        self._meeting = Layer(build(self._terms(keys))) if keys else None
        if self._meeting is not None:
            self._meeting.be_of_the_meeting(self._item)
        self._came_up, self._came_up_layer = {}, None

    def _come_up(self, key: ConceptKey) -> None:
        """Have a concept that the meeting got, or that changed in it, of the first tier.

        It is in a layer of its own: to build the meeting's anew takes longer than a key may.
        """
        if self._meeting is not None:
            self._meeting.hide(key)
        self._came_up[key] = self._recent.get(key) or list(self._terms([key]))
        self._came_up_layer = Layer(build(t for each in self._came_up.values() for t in each))
        self._came_up_layer.be_of_the_meeting(self._item)


def _match(found: Found) -> Match:
    segment = found.layer.segment
    key = found.key
    named = key.glossary == _PEOPLE
    return Match(
        None if named else key,
        key.id if named else None,
        LANGUAGES[segment.lang[found.term]],
        segment.forms.get(found.term) or segment.texts[found.term],
        how(found.rank),
        tier(found.rank),
    )


def _names(
    people: Sequence[tuple[str, Sequence[tuple[Lang, str]]]],
) -> Iterator[Searchable]:
    """Yield the forms of the names, and the family names alone as forms of them.

    A name in Latin letters is one in all languages but Arabic.
    """
    for name, forms in people:
        for lang, form in dict.fromkeys(forms):
            for each in ("en", "fr", "es") if script(form) == "latin" else (lang,):
                yield Searchable(_PEOPLE, name, each, form, "preferred")
                for part in _family_names(form):
                    yield Searchable(_PEOPLE, name, each, part, "admitted", form_of=form)


def _family_names(form: str) -> Iterator[str]:
    """Yield what of a name may be its family name: van Haasen, Haasen; also vanHaasen."""
    _, *rest = form.split()
    if rest:
        yield " ".join(rest)
    if len(rest) > 1:
        yield rest[-1]
        yield "".join(rest)
