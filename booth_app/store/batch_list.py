"""The batches of a glossary, and what each of them did to its concepts."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from booth_app.store.history import TAKEN_BACK, document_at
from booth_app.store.judging import Wanted
from booth_app.store.reading import Reader
from booth_app.terminology.concept import ConceptKey

_BATCHES: Final = (
    "SELECT batch.id, batch.origin, batch.person, batch.at, batch.note,"
    " count(DISTINCT concept), count(DISTINCT CASE WHEN change.before IS NULL THEN concept END)"
    " FROM change JOIN batch ON batch.id = change.batch"
    " WHERE glossary = ? AND batch.visible GROUP BY batch.id ORDER BY batch.id DESC"
)
_TAKEN_BACK: Final = (
    "SELECT note, id FROM batch WHERE visible AND origin = ? AND id NOT IN"
    " (SELECT note FROM batch WHERE visible AND origin = ?)"
)
_CONCEPTS: Final = (
    "SELECT concept, min(seq), max(seq) FROM change WHERE batch = ? AND glossary = ?"
    " GROUP BY concept ORDER BY min(seq)"
)
_BEFORE: Final = "SELECT before FROM change WHERE seq = ?"

_AT_ONCE: Final = 200


class StoredBatch(NamedTuple):
    """A batch as people see it: who, when, from where, and of how many concepts it made some.

    `note` names the file of an import, the version of a release, the batch that is taken back.
    `taken_back` is the id of the batch that took this one back, empty for none.
    """

    id: str
    origin: str
    person: str
    at: str
    note: str
    concepts: int
    made: int
    taken_back: str


def batches(reader: Reader, glossary: str) -> list[StoredBatch]:
    """Return the batches that changed a glossary, the newest first."""
    back = dict(reader.rows(_TAKEN_BACK, (TAKEN_BACK, TAKEN_BACK)))
    found = reader.rows(_BATCHES, (glossary,))
    return [StoredBatch._make((*row, back.get(row[0], ""))) for row in found]


def way_back(reader: Reader, glossary: str, batch: str) -> Iterator[list[Wanted]]:
    """Yield the states that the concepts of a batch had before it, some at a time.

    `base` is the state that the batch left a concept in.
    """
    found = reader.rows(_CONCEPTS, (batch, glossary))
    for at in range(0, len(found), _AT_ONCE):
        yield [_back(reader, glossary, *row) for row in found[at : at + _AT_ONCE]]


def _back(reader: Reader, glossary: str, concept: str, first: int, last: int) -> Wanted:
    [(before,)] = reader.rows(_BEFORE, (first,))
    left = document_at(reader, ConceptKey(glossary, concept), last)
    return Wanted(concept, left, before)
