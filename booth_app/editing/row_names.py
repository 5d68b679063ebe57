"""What rows of a review are called that say nothing new: as what is stored."""

from collections.abc import Sequence

from booth_app.editing.reviews import Review, ReviewRow, Reviews
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey


def named(termbase: Termbase, review: Review, rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Return `rows`; those that are the same as what is stored tell its terms."""
    keys = {row.concept: ConceptKey(review.glossary, row.concept) for row in rows if _is_same(row)}
    stored = termbase.concepts(list(keys.values())) if keys else {}
    names = {id_: called(stored[key]) for id_, key in keys.items() if key in stored}
    return [
        row._replace(tells=(names[row.concept],)) if _is_same(row) and row.concept in names else row
        for row in rows
    ]


def name_of(reviews: Reviews, review: Review, id_: str) -> str:
    """Return what a concept is called that a row is related to; empty where none is stored."""
    found = reviews.termbase.concept(ConceptKey(review.glossary, id_))
    return called(found) if found is not None else ""


def called(concept: Concept) -> str:
    """Return the first term of each language of a concept."""
    sections = (section.terms for section in concept.languages.values())
    return " = ".join(dict.fromkeys(terms[0].text for terms in sections if terms))


def _is_same(row: ReviewRow) -> bool:
    return row.verdict == "same" and row.document is None and not row.tells
