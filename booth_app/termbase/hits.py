"""What the index finds, with the concepts and people it stands for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from booth_app.lookup.item_terms import Entry
from booth_app.lookup.terms import How, Match, Matched, Tier
from booth_app.meeting.meeting import Meeting, Person
from booth_app.store.first_read import ItemRow, ItemTerms
from booth_app.terminology.concept import Concept, ConceptKey

Among = Callable[[Iterable[ConceptKey]], Mapping[ConceptKey, Concept]]
"""Returns those concepts that are there: another program may have deleted some."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a look-up. Of concept and person one is None."""

    glossary: str | None
    concept: Concept | None
    person: Person | None
    matched: Matched
    how: How
    tier: Tier


def hits(
    matches: Iterable[Match], among: Among, person: Callable[[str | None], Person | None]
) -> list[Hit]:
    """Return what `matches` stand for, in their order, without those that are gone."""
    matches = list(matches)
    concepts = among(match.key for match in matches if match.key)
    found = []
    for match in matches:
        concept = concepts.get(match.key) if match.key else None
        who = person(match.person)
        if concept is not None or who is not None:
            glossary = concept.glossary if concept else None
            matched = Matched(match.lang, match.term)
            found.append(Hit(glossary, concept, who, matched, match.how, match.tier))
    return found


def item_terms(entries: Iterable[Entry], among: Among, meeting: Meeting) -> ItemTerms:
    """Return the terms and names that `entries` stand for, without those that are gone."""
    entries = list(entries)
    concepts = among(entry.concept for entry in entries if entry.concept)
    rows = (
        ItemRow(
            concepts.get(entry.concept) if entry.concept else None,
            meeting.person(entry.person) if entry.person else None,
            entry.own,
        )
        for entry in entries
    )
    return ItemTerms(tuple(row for row in rows if row.concept or row.person))
