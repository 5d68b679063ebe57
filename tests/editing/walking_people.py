"""People at desks of their own, what they wrote and gave up, and the files they send each other."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from booth_app.editing.reviews import Review, ReviewRow, Reviews
from booth_app.exchange import formats
from booth_app.exchange.reading import FileReading, Progressed, ReadConcepts
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.fields import Field, values
from tests.editing.desks import Desk
from tests.editing.made_glossaries import NAME

Said = tuple[str, str]
"""A value that somebody wrote, and the concept that says it: made one, two may say the same."""


class ReadHere(FileReading):
    """Reads a file in this process: another one for each of hundreds would take minutes."""

    def concepts(self, progressed: Progressed | None = None) -> Iterator[ReadConcepts]:  # type: ignore[override]
        with closing(formats.reader(self.path)) as reader:
            self.facts = reader.facts
            yield list(reader.concepts())
            self.report = reader.report


@dataclass(frozen=True)
class Sent:
    """A file: what it says, and what its author had given up, of what it has room for."""

    path: Path
    says: frozenset[str]
    parted: bool
    """Whether it has a concept that is part of another one of it: the next time it may be met."""
    gave_up: Mapping[Said, Field]


@dataclass
class Person:
    """A desk, and what whoever sits there wrote or gave up."""

    desk: Desk
    wrote: set[str] = field(default_factory=set)
    gave_up: dict[Said, Field] = field(default_factory=dict)
    brought: dict[str, frozenset[str]] = field(default_factory=dict)
    """What each batch brought."""
    reviewed: dict[str, Sent] = field(default_factory=dict)
    """The file of each review."""
    insisted: set[str] = field(default_factory=set)
    """The concepts of which something was decided: that stays, whatever others decide."""
    decided: dict[str, set[str]] = field(default_factory=dict)
    """What was in sight when something of a review was decided."""

    def visible(self) -> dict[Said, Field]:
        return {(text, id_): f for id_ in self.ids() for text, f in written(self.desk.now(id_))}

    def ids(self) -> list[str]:
        asked = "SELECT id FROM concept WHERE glossary = ? AND NOT deleted ORDER BY id"
        return [id_ for (id_,) in self.desk.termbase.store.reader.rows(asked, (NAME,))]

    def rows(self) -> list[tuple[Review, ReviewRow]]:
        """Return what is not carried out yet of all open reviews."""
        reviews = Reviews(self.desk.termbase)
        found = [(one, row) for one in reviews.open_ones() for row in reviews.rows(one)]
        return [(one, row) for one, row in found if row.document and not row.done]

    def waiting(self) -> set[str]:
        return {text for _, row in self.rows() if row.decision != "mine" for text in said_by(row)}

    def remembered(self) -> str:
        """Return everything that any concept ever was."""
        rows = self.desk.termbase.store.reader.rows
        states = rows("SELECT before FROM change UNION ALL SELECT document FROM concept")
        return "\n".join(document for (document,) in states if document)


def written(concept: Concept | None) -> list[tuple[str, Field]]:
    """Return the values of a concept that somebody wrote on a walk."""
    found = values(concept).items()
    return [(value, f) for f, value in found if isinstance(value, str) and value[:2] == "v_"]


def texts(said: Iterable[Said]) -> set[str]:
    return {text for text, _ in said}


def said_by(row: ReviewRow) -> dict[str, Field]:
    assert row.document is not None
    return dict(written(from_document(NAME, json.loads(row.document))))
