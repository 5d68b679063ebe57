"""What waits for the editor from the booth: terms made there, look-ups that found nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from booth_app.editing.meetings_met import Met, meetings_met
from booth_app.editing.new_parts import new_concept, new_term
from booth_app.languages import LANGUAGES, Lang, is_language
from booth_app.store import missed
from booth_app.store.additions import BOOTH
from booth_app.store.history import Change
from booth_app.termbase import Termbase
from booth_app.terminology.approval import after_change
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.joining import joined

Kind = Literal["made", "missed"]

_ORIGIN: Final = "booth"
_MADE: Final = (
    "SELECT id FROM concept WHERE glossary = ? AND NOT deleted"
    " AND batch NOT IN (SELECT id FROM batch WHERE visible = 0) ORDER BY pk"
)


class Sighting(NamedTuple):
    """When something came up, and by whom or in which meetings."""

    at: str
    person: str = ""
    meetings: tuple[Met, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing from the booth: a concept made there, or a text looked up in vain.

    `times` is how often it came up; `concept` is None for a look-up, `lang` None for a concept
    and where the language of a look-up is not known.
    """

    kind: Kind
    text: str
    times: int
    last: Sighting
    lang: Lang | None = None
    concept: Concept | None = None


class Inbox:
    """The inbox over a term base. One thread (the window's) uses it."""

    def __init__(self, termbase: Termbase) -> None:
        self._termbase = termbase

    def waiting(self) -> list[Waiting]:
        """Return everything that waits, the most frequent first, terms made before look-ups."""
        found = [*self._made(), *self._missed()]
        return sorted(found, key=lambda one: -one.times)

    def count(self) -> int:
        """Return how many terms and look-ups wait."""
        reader = self._termbase.store.reader
        return len(reader.rows(_MADE, (BOOTH,))) + len(missed.waiting(reader))

    def accept_into(self, one: Waiting, key: ConceptKey) -> Concept | None:
        """Make it part of the concept `key`, its terms admitted drafts; None: there is no such.

        The id of a concept made in the booth then leads to that one.
        """
        kept = self._termbase.concept(key)
        if kept is None:
            return None
        if one.concept is None:
            made = _with_term(kept, one)
        else:
            made = joined(kept, _admitted(one.concept))
        stored = self._termbase.save(after_change(kept, made), _ORIGIN)
        self._done_with(one)
        return stored

    def accept_as_form(self, one: Waiting, key: ConceptKey) -> Concept | None:
        """Make a look-up a form of what the concept `key` says in its language: found as that.

        None: it is no look-up, or there is no such concept, or no term of that language.
        """
        kept = self._termbase.concept(key)
        if kept is None or one.concept is not None:
            return None
        lang = one.lang or "en"
        section = kept.section(lang)
        if section.preferred is None:
            return None
        form = replace(section.preferred, forms=(*section.preferred.forms, one.text))
        terms = tuple(form if term.id == form.id else term for term in section.terms)
        made = replace(kept, languages={**kept.languages, lang: replace(section, terms=terms)})
        stored = self._termbase.save(after_change(kept, made), _ORIGIN)
        self._done_with(one)
        return stored

    def make_new(self, one: Waiting, glossary: str) -> Concept:
        """Make it a concept of `glossary`, and return that."""
        if one.concept is None:
            concept = _with_term(new_concept(glossary), one)
        else:
            concept = replace(_preferred(one.concept), glossary=glossary)
        stored = self._termbase.save(concept, _ORIGIN)
        self._done_with(one)
        return stored

    def dismiss(self, one: Waiting) -> None:
        """Have it wait no more; what was made in the booth is deleted, its history stays."""
        self._done_with(one)

    def _made(self) -> Iterator[Waiting]:
        rows = self._termbase.store.reader.rows(_MADE, (BOOTH,))
        keys = [ConceptKey(BOOTH, id_) for (id_,) in rows]
        concepts = self._termbase.concepts(keys)
        for key in keys:
            if key in concepts:
                changes = self._termbase.history(key)
                last = _sighting(changes[-1]) if changes else Sighting("")
                yield Waiting("made", _called(concepts[key]), 1, last, None, concepts[key])

    def _missed(self) -> Iterator[Waiting]:
        reader = self._termbase.store.reader
        found = missed.waiting(reader)
        met = meetings_met(reader, {id_ for one in found for id_ in one.meetings})
        for text, lang, times, at, meetings in found:
            known = lang if is_language(lang) else None
            seen = Sighting(at, meetings=tuple(met[id_] for id_ in meetings))
            yield Waiting("missed", text, times, seen, known)

    def _done_with(self, one: Waiting) -> None:
        if one.concept is not None:
            self._termbase.delete(one.concept.key, _ORIGIN)
            return
        with self._termbase.store.writing() as connection:
            missed.dismiss(connection, one.text)


def _sighting(change: Change) -> Sighting:
    return Sighting(change.at, change.person)


def _called(concept: Concept) -> str:
    return " = ".join(term.text for _, term in concept.terms())


def _with_term(concept: Concept, one: Waiting) -> Concept:
    """Return `concept` with the text that was looked up as one more draft of its language."""
    lang = one.lang or "en"
    section = concept.section(lang)
    term = replace(new_term(section), text=one.text)
    sections = {**concept.languages, lang: replace(section, terms=(*section.terms, term))}
    return replace(
        concept, languages={each: sections[each] for each in LANGUAGES if each in sections}
    )


def _admitted(concept: Concept) -> Concept:
    sections = {
        lang: replace(
            section, terms=tuple(replace(term, status="admitted") for term in section.terms)
        )
        for lang, section in concept.languages.items()
    }
    return replace(concept, languages=sections)


def _preferred(concept: Concept) -> Concept:
    """Return `concept` with the first term of each language as the one to say."""
    sections = {
        lang: replace(
            section,
            terms=tuple(
                replace(term, status="admitted" if at else "preferred")
                for at, term in enumerate(section.terms)
            ),
        )
        for lang, section in concept.languages.items()
    }
    return replace(concept, languages=sections)
