"""A row of a review beside what is stored, and what a decision about it makes of the concept."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from booth_app.store.documents import concept_of
from booth_app.store.judging import Wanted
from booth_app.store.reviews import Decision, Review, ReviewRow
from booth_app.terminology.approval import after_change
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.merging import FieldConflict, Merged, merged


class Row(NamedTuple):
    """A row with what it comes to: `mine` as it is stored now, `merged` with what the file says.

    Of a concept that is not stored, or only may be the one, `mine` is None.
    """

    row: ReviewRow
    mine: Concept | None
    theirs: Concept | None
    merged: Merged | None

    @property
    def open_fields(self) -> Sequence[FieldConflict]:
        """The values that wait for a person: in conflict, or emptied by the file."""
        return (*self.merged.conflicts, *self.merged.emptied) if self.merged else ()


def as_new(review: Review, row: ReviewRow) -> Wanted | None:
    """Return what a row's concept is as a new one, under an id of its own where it is another."""
    theirs = _concept(review.glossary, row.document)
    if theirs is None:
        return None
    is_another = row.verdict == "probable" or row.decision == "new"
    keeps_id = row.concept and (row.verdict == "new" or not is_another)
    named = replace(theirs, id=row.concept) if keeps_id else renamed(theirs, review, row)
    return Wanted(named.id, None, to_json(named))


def renamed(concept: Concept, review: Review, row: ReviewRow) -> Concept:
    """Return `concept` with ids of its own: another one has those it came with, or may.

    They are made of the row's place, so that what is applied twice is the same concept.
    """
    own = f"{review.id}_{row.position}"
    numbers = count(1)
    sections = {
        lang: replace(
            section,
            terms=tuple(replace(term, id=f"t_{own}_{next(numbers)}") for term in section.terms),
        )
        for lang, section in concept.languages.items()
    }
    return replace(concept, id=f"c_{own}", languages=sections)


def as_decided(seen: Row, decision: Decision, chosen: str = "") -> Concept:
    """Return what a decision makes of a row's concept, which is stored."""
    assert seen.merged is not None
    assert seen.mine is not None
    concept = seen.merged.concept
    if decision == "theirs":
        for one in seen.open_fields:
            concept = with_field(concept, one.field, one.theirs)
    else:
        for *field, value in json.loads(chosen or "[]"):
            plain = tuple(value) if isinstance(value, list) else value
            concept = with_field(concept, Field(*field), plain)
    return after_change(seen.mine, concept)


def beside(review: Review, row: ReviewRow, mine: Concept | None) -> Row:
    """Return a row beside `mine`, what is stored of its concept."""
    theirs = _concept(review.glossary, row.document)
    if theirs is None or mine is None:
        return Row(row, mine, theirs, None)
    named = replace(theirs, id=mine.id)
    base = _concept(review.glossary, row.base)
    return Row(row, mine, theirs, merged(base, mine, named, holds=review.holds))


def as_mine(seen: Row) -> Wanted | None:
    """Return that a concept stays as it is, and that the file's side was decided about."""
    if seen.mine is None or seen.row.verdict == "probable":
        return None
    mine = to_json(seen.mine)
    return Wanted(seen.mine.id, mine, mine, said_in(seen))


def said_in(seen: Row) -> str | None:
    """Return what the file says of a stored concept, as it is known once it is decided about."""
    return None if seen.merged is None else to_json(seen.merged.theirs)


def _concept(glossary: str, document: str | None) -> Concept | None:
    return None if document is None else concept_of(glossary, document)
