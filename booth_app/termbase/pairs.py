"""New terms, as interpreters add them in the booth: a pair at a time, and taken back by a key."""

from collections.abc import Callable
from typing import Protocol

from booth_app.languages import Lang
from booth_app.lookup.text_language import TextLanguage
from booth_app.store.additions import booth_concept
from booth_app.terminology.concept import Concept, ConceptKey


class Saving(Protocol):
    """What stores a concept or deletes it, and has that found: the term base."""

    def save(self, concept: Concept, origin: str) -> Concept:
        """Store `concept`; return it as it is stored."""

    def delete(self, key: ConceptKey, origin: str) -> None:
        """Delete the concept `key`."""


class BoothPairs:
    """The pairs added in this run, in the glossary `booth`: what another day made stays.

    `language` tells the language of a text; `came_up` is told what came up in the meeting.
    """

    def __init__(
        self, termbase: Saving, language: TextLanguage, came_up: Callable[[ConceptKey], None]
    ) -> None:
        self._termbase = termbase
        self._language = language
        self._came_up = came_up
        self._added: list[Concept] = []

    def add(self, left: tuple[Lang, str], right: tuple[Lang, str]) -> Concept:
        """Store a new concept with these two terms, found at once; return it.

        Raises `PairIncomplete` where a side has no text, and what `Termbase.save` raises.
        """
        concept = self._termbase.save(booth_concept([left, right]), "booth")
        self._added.append(concept)
        self._came_up(concept.key)
        return concept

    def take_back(self) -> Concept | None:
        """Delete the last pair that is still there; return its concept, None where there is none.

        Raises what `Termbase.delete` raises; the pair can be taken back later then.
        """
        if not self._added:
            return None
        concept = self._added[-1]
        self._termbase.delete(concept.key, "booth")
        return self._added.pop()

    def languages(self, left: str, right: str, floor: Lang, target: Lang) -> tuple[Lang, Lang]:
        """Return the languages of a pair's sides; undecided ones are floor left, target right."""
        return self._language.of_pair(left, right, floor, target)
