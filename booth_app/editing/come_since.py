"""Concepts that came in since a file was judged: what it brings as new may be one of these."""

from functools import cached_property
from typing import Final

from booth_app.store.documents import concept_of
from booth_app.store.judging import Brought, Wanted, judged
from booth_app.store.reading import HIDDEN, Reader
from booth_app.store.reviews import Review, ReviewRow
from booth_app.store.waiting_again import Met
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.matching import Known

_TERM_IDS: Final = "term.id"
"""What only a file holds that knows the glossary's concepts by their ids."""

_SINCE: Final = (
    "SELECT concept, max(seq) FROM change WHERE glossary = ? AND seq > ?"
    f" AND batch NOT IN ({HIDDEN}) GROUP BY concept"
)


class ComeSince:
    """The concepts of a review's glossary that were made or changed since it was judged.

    Two files that bring the same new concept without an id would make twins: each was judged when
    the other was not stored. Nothing is read of them before the first row asks.
    """

    def __init__(self, reader: Reader, review: Review) -> None:
        self._reader = reader
        self._review = review
        self._knows_ids = review.seen is None or _TERM_IDS in review.holds

    def met(self, row: ReviewRow, wanted: Wanted) -> Met | None:
        """Return what the new concept `wanted` of a row may be; None where there is no such.

        What a person could see when they decided about the row is none.
        """
        if self._knows_ids or wanted.document is None or not self._seqs:
            return None
        match = self._known.match(concept_of(self._review.glossary, wanted.document))
        if match.id is None or match.how == "id":
            return None
        seen = row.seen if row.decision and row.seen is not None else 0
        found = next((id_ for id_ in (match.id, *match.others) if self._seqs[id_] > seen), None)
        return None if found is None else self._judged(row, found, wanted.document)

    def _judged(self, row: ReviewRow, id_: str, document: str) -> Met:
        brought = Brought(id_, document, probable=True)
        verdict = judged(
            self._review.glossary, brought, self._documents[id_], None, self._review.holds
        )
        return Met(row.position, id_, verdict.kind, says_more=verdict.verdict != "same")

    @cached_property
    def _seqs(self) -> dict[str, int]:
        found = self._reader.rows(_SINCE, (self._review.glossary, self._review.seen))
        return {str(id_): int(seq) for id_, seq in found}

    @cached_property
    def _documents(self) -> dict[str, str]:
        keys = (ConceptKey(self._review.glossary, id_) for id_ in self._seqs)
        return {row.id: row.document for row in self._reader.documents(keys)}

    @cached_property
    def _known(self) -> Known:
        glossary = self._review.glossary
        return Known((id_, concept_of(glossary, each)) for id_, each in self._documents.items())
