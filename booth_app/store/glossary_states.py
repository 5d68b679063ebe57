"""A whole glossary as it is stored, concept by concept, with what was approved of it before."""

import contextlib
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from booth_app.store.documents import concept_of
from booth_app.store.faults import fault_of
from booth_app.store.reading import HIDDEN, SHOWN, read_only
from booth_app.terminology.concept import Concept
from booth_app.terminology.state_marks import Revision

_CONCEPTS: Final = (
    "SELECT id, rev, shown FROM (SELECT id,"
    f" CASE WHEN batch IN ({HIDDEN}) THEN parent_rev ELSE rev END AS rev, {SHOWN} AS shown"
    " FROM concept WHERE glossary = ?) WHERE shown IS NOT NULL ORDER BY id"
)
_ONE: Final = f"SELECT rev, {SHOWN} FROM concept WHERE glossary = ? AND id = ?"
_EARLIER: Final = (
    "SELECT concept, own, document FROM"
    " (SELECT concept, parent_rev AS rev, 1 AS own, before AS document, seq AS at FROM change"
    f" WHERE glossary = ? AND before NOT NULL AND batch NOT IN ({HIDDEN})"
    " UNION ALL SELECT concept, rev, 0, document, pk FROM said"
    f" WHERE glossary = ? AND batch NOT IN ({HIDDEN}))"
    " ORDER BY concept, rev, own, at"
)
"""The documents of a concept before the present one, oldest first: its own, and what files said."""

_APPROVED: Final = '"approval":"approved"'
"""What is in the document of a concept with an approved term."""

_GONE: Final = (
    f"SELECT id FROM concept WHERE glossary = ? AND ({SHOWN}) IS NULL"
    f" AND batch NOT IN ({HIDDEN}) ORDER BY id"
)


_CHANGES: Final = (
    "SELECT concept, seq, before, instr(coalesce(before, ''), '\"approval\":\"approved\"')"
    " FROM change WHERE glossary = ? AND concept IN"
    " (SELECT concept FROM change WHERE glossary = ? AND seq > ?)"
    f" AND batch NOT IN ({HIDDEN}) ORDER BY concept, seq"
)
"""All changes of the concepts that changed after a number."""


class ConceptStates(NamedTuple):
    """A concept as it is, its revision, its earlier states with approved terms, oldest first."""

    revision: Revision
    current: Concept
    approved: tuple[Concept, ...]

    @property
    def rev(self) -> int:
        """The number of its revision."""
        return self.revision.rev


def concept_states(path: Path, glossary: str) -> Iterator[ConceptStates]:
    """Yield the visible concepts of `glossary` by id, over a connection of its own.

    All of them are as they are at one moment. Raises StoreFault.
    """
    with _reading(path) as connection:
        found = connection.execute(_EARLIER, (glossary, glossary))
        earlier = groupby(found, lambda row: str(row[0]))
        waiting = next(earlier, None)
        for id_, rev, document in connection.execute(_CONCEPTS, (glossary,)):
            while waiting is not None and waiting[0] < id_:
                waiting = next(earlier, None)
            before = [*waiting[1]] if waiting is not None and waiting[0] == id_ else []
            approved = tuple(
                concept_of(glossary, state)
                for _, own, state in before
                if own and _APPROVED in state
            )
            documents = (document, *(state for *_, state in reversed(before)))
            yield ConceptStates(Revision(rev, documents), concept_of(glossary, document), approved)


class StatesBetween(NamedTuple):
    """A concept as it was and as it is; None where it did not exist, or does no more."""

    id: str
    then: ConceptStates | None
    now: ConceptStates | None


def changed_since(path: Path, glossary: str, seq: int) -> Iterator[StatesBetween]:
    """Yield the concepts of `glossary` that changed after the change `seq`, as they were then.

    Raises StoreFault.
    """
    with _reading(path) as connection:
        changes = connection.execute(_CHANGES, (glossary, glossary, seq))
        for id_, rows in groupby(changes, lambda row: str(row[0])):
            then: str | None = None
            earlier: list[str] = []
            met = False
            approved_then = 0
            for _, at, before, approved in rows:
                if at > seq and not met:
                    then, met, approved_then = before, True, len(earlier)
                if approved:
                    earlier.append(before)
            states = tuple(concept_of(glossary, before) for before in earlier)
            found = connection.execute(_ONE, (glossary, id_)).fetchone()
            yield StatesBetween(
                id_,
                _states(glossary, 0, then, approved=states[:approved_then]),
                _states(glossary, *(found or (0, None)), approved=states),
            )


def gone(path: Path, glossary: str) -> list[str]:
    """Return the ids of the concepts of `glossary` that were deleted. Raises StoreFault."""
    with _reading(path) as connection:
        return [str(id_) for (id_,) in connection.execute(_GONE, (glossary,))]


def glossary_names(path: Path) -> list[str]:
    """Return the names of the glossaries that have a visible concept. Raises StoreFault."""
    with _reading(path) as connection:
        names = connection.execute("SELECT name FROM glossary ORDER BY name").fetchall()
        some = f"SELECT 1 FROM concept WHERE glossary = ? AND ({SHOWN}) IS NOT NULL LIMIT 1"
        return [str(name) for (name,) in names if connection.execute(some, (name,)).fetchone()]


def _states(
    glossary: str, rev: int, document: str | None, *, approved: tuple[Concept, ...]
) -> ConceptStates | None:
    if document is None:
        return None
    return ConceptStates(Revision(rev), concept_of(glossary, document), approved)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that sees what is stored at this moment, whatever is stored meanwhile."""
    try:
        with contextlib.closing(read_only(path)) as connection:
            connection.execute("BEGIN")
            yield connection
    except sqlite3.Error as error:
        raise fault_of(path, error) from error
