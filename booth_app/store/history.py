"""Who changed what, when, from where; and every state a concept has been in."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from booth_app.store.documents import concept_of, storable
from booth_app.store.ids import now, ulid
from booth_app.store.reading import HIDDEN, SHOWN, Reader
from booth_app.terminology.concept import Concept, ConceptKey

BUNDLED: Final = "bundled"
"""The origin of what came from a glossary or meeting that ships with Booth."""

TAKEN_BACK: Final = "taken back"
"""The origin of what takes a batch back, whose id is then the note of its own batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What every stored change carries, besides an operation id of its own.

    `batch` is the id of the changes that became visible, and can be taken back, together: an
    import, or what one person did in one run of the program.
    """

    person: str
    origin: str
    batch: str = field(default_factory=ulid)
    at: str = field(default_factory=now)

    def columns(self) -> dict[str, str]:
        """Return the stamp's columns for one more change, by name, with a new operation id."""
        return {"operation": ulid(), "batch": self.batch, **self._signed()}

    def batch_columns(self) -> dict[str, str]:
        """Return the columns of the batch itself, by name."""
        return {"id": self.batch, **self._signed()}

    def _signed(self) -> dict[str, str]:
        person, origin = storable(self.person), storable(self.origin)
        return {"person": person, "origin": origin, "at": self.at}


_NOW: Final = f"SELECT {SHOWN} FROM concept WHERE glossary = ? AND id = ?"
_LATER: Final = (
    "SELECT before FROM change WHERE glossary = ? AND concept = ? AND seq > ?"
    f" AND batch NOT IN ({HIDDEN}) ORDER BY seq LIMIT 1"
)


class Change(NamedTuple):
    """One change of a concept; `before` or `after` is None where it did not exist."""

    seq: int
    rev: int
    parent_rev: int
    operation: str
    batch: str
    person: str
    at: str
    origin: str
    before: Concept | None
    after: Concept | None


def document_at(reader: Reader, key: ConceptKey, seq: int) -> str | None:
    """Return the document of a concept as people see it right after the change `seq` of anything.

    None where it was not there then.
    """
    later = reader.rows(_LATER, (*key, seq))
    [(document,)] = later or reader.rows(_NOW, key) or [(None,)]
    return None if document is None else str(document)


def history(reader: Reader, key: ConceptKey) -> list[Change]:
    """Return all changes of the concept `key` that people see, oldest first."""
    changes = reader.rows(
        "SELECT seq, rev, parent_rev, operation, batch, person, at, origin, before"
        f" FROM change WHERE glossary = ? AND concept = ? AND batch NOT IN ({HIDDEN}) ORDER BY seq",
        key,
    )
    last = reader.rows(_NOW, key)
    documents = [change[-1] for change in changes] + [last[0][0] if last else None]
    states = [text and concept_of(key.glossary, text) for text in documents]
    return [
        Change._make((*change[:-1], states[at], states[at + 1]))
        for at, change in enumerate(changes)
    ]
