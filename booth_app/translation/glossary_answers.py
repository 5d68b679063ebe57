"""What the glossary and the meeting know about a phrase, as `Suggestions` asks for it."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, Protocol

from booth_app.languages import Lang
from booth_app.lookup.spotting import Spot
from booth_app.meeting.meeting import Person
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection
from booth_app.terminology.folding import fold

_ENOUGH: Final = 10
"""Hits among which every concept is that has exactly the phrase as a term."""


class Found(Protocol):
    """A hit of a look-up."""

    @property
    def concept(self) -> Concept | None:
        """Return the concept that was found; None where it is a person."""


class Terms(Protocol):
    """What is asked: the term base."""

    def look_up(
        self, text: str, limit: int = ..., *, languages: Collection[Lang] = ...
    ) -> Sequence[Found]:
        """Return the best answers to `text`."""

    def concept(self, key: ConceptKey) -> Concept | None:
        """Return the concept of that identity."""

    def spot(self, text: str, lang: Lang) -> Sequence[Spot]:
        """Return the terms and names in `text`."""


class GlossaryAnswers:
    """Answers from `terms`; `person` gives the meeting's person of a name."""

    def __init__(self, terms: Terms, person: Callable[[str], Person | None]) -> None:
        self._stored = terms
        self._person = person

    def exact(self, text: str, source: Lang, target: Lang) -> list[str]:
        """Return the preferred terms of the concepts that have `text` as a term or form."""
        wanted = fold(text)
        hits = self._stored.look_up(text, _ENOUGH, languages=(source,))
        said = (
            hit.concept.section(target).preferred
            for hit in hits
            if hit.concept and wanted in _written(hit.concept.section(source))
        )
        return list(dict.fromkeys(term.text for term in said if term))

    def terms(self, text: str, source: Lang, target: Lang) -> list[list[str]]:
        """Return, for each concept spotted in `text`, how it may be said in `target`."""
        keys = dict.fromkeys(s.concept for s in self._stored.spot(text, source) if s.concept)
        concepts = (self._stored.concept(key) for key in keys)
        return [_sayable(concept.section(target)) for concept in concepts if concept]

    def people(self, text: str, source: Lang, target: Lang) -> list[list[str]]:
        """Return, for each of the meeting's people named in `text`, the forms of the name."""
        names = dict.fromkeys(s.person for s in self._stored.spot(text, source) if s.person)
        people = (self._person(name) for name in names)
        return [[p.name, *(form.text for form in p.names.values())] for p in people if p]


def _written(section: LanguageSection) -> set[str]:
    return {fold(text) for term in section.terms for text in (term.text, *term.forms)}


def _sayable(section: LanguageSection) -> list[str]:
    """Return the terms that may be said, with their forms."""
    good = (t for t in section.terms if not t.is_heard_only)
    right = (t for t in good if t.status in ("preferred", "admitted"))
    return [text for term in right for text in (term.text, *term.forms)]
