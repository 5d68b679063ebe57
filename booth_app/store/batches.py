"""Batches: many concepts stored in short commits, seen by nobody until all of them are there.

A person's save waits for one short commit at most, and a batch that does not get to its end leaves
nothing: what a killed program left is put back when the store is opened next.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy import Connection, insert, select, update

from booth_app.store import tables
from booth_app.store.concept_rows import Change, Row, add, change, rows_of
from booth_app.store.concepts import begin
from booth_app.store.hidden import put_back_some
from booth_app.store.history import BUNDLED, Stamp
from booth_app.store.store import Store

_COMMIT: Final = 0.012
"""Seconds a commit should take: a save that waits for it and then stores takes twice that."""
_FEWEST, _MOST = 10, 400  # concepts a commit
_BREATH: Final = 0.001
"""Seconds between two commits, in which a save that waits gets its turn: locks are not fair."""

_FROM_FILES: Final = (BUNDLED, "import", "release")
"""Origins of states that came from a file: what a file says is compared with the last of them."""


@dataclass(slots=True)
class Counts:
    """What became of a batch's concepts.

    `conflicts` differ from the stored ones, which a person changed since they came from a file:
    they stay as the person left them.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    conflicts: int = 0

    @property
    def stored(self) -> int:
        """How many were new or changed."""
        return self.new + self.changed


class Batch:
    """One batch for one glossary, made where it is missing. `show` or `give_up` ends it."""

    def __init__(self, store: Store, glossary: str, origin: str, note: str = "") -> None:
        self.glossary = glossary
        self.counts = Counts()
        self._store = store
        self._stamp = Stamp(person=store.person, origin=origin)
        self._size = _FEWEST
        store.under_way.add(self.id)
        with store.writing() as connection:
            row = {**self._stamp.batch_columns(), "note": note, "visible": False}
            connection.execute(insert(tables.batch).values(row))
            begin(connection, self._stamp, glossary)

    @property
    def id(self) -> str:
        """Its id."""
        return self._stamp.batch

    def add(self, documents: Sequence[tuple[str, str]]) -> None:
        """Store concepts, each an id and its document, in short commits."""
        rest = iter(documents)
        while some := list(islice(rest, self._size)):
            started = time.perf_counter()
            with self._store.writing() as connection:
                self._add(connection, some)
            taken = time.perf_counter() - started
            wanted = int(len(some) * _COMMIT / taken)
            self._size = min(max((self._size + wanted) // 2, _FEWEST), _MOST)
            time.sleep(_BREATH)

    def show(self) -> None:
        """Let everybody see all of it, in one small transaction."""
        with self._store.writing() as connection:
            shown = update(tables.batch).where(tables.batch.c.id == self.id)
            connection.execute(shown.values(visible=True))
        self._store.under_way.discard(self.id)

    def give_up(self) -> None:
        """Put everything back, in short commits."""
        self._store.under_way.discard(self.id)
        sweep(self._store, [self.id])

    def _add(self, connection: Connection, some: Sequence[tuple[str, str]]) -> None:
        rows = {row.id: row for row in rows_of(connection, self.glossary, [id_ for id_, _ in some])}
        new: dict[str, str] = {}
        changes: list[Change] = []
        for id_, document in some:
            row = rows.get(id_)
            if id_ in new or (row is not None and row.batch == self.id):
                self.counts.conflicts += 1  # the same concept twice: the first one counts
            elif row is None:
                new[id_] = document
            elif row.state == document:
                self.counts.same += 1
            else:
                changes += self._decided(connection, row, document)
        add(connection, self.glossary, list(new.items()), self._stamp)
        change(connection, self.glossary, changes, self._stamp)
        self.counts.new += len(new)
        self.counts.changed += len(changes)

    def _decided(self, connection: Connection, row: Row, document: str) -> Iterator[Change]:
        """Yield the change to make; none where the person's own state stays."""
        base = self._last_from_a_file(connection, row)
        if base == row.state:
            yield row, document
        elif base == document:
            self.counts.same += 1
        else:
            self.counts.conflicts += 1

    def _last_from_a_file(self, connection: Connection, row: Row) -> str | None:
        """Return the document that the concept last had from a file, None for none."""
        if row.origin in _FROM_FILES:
            return row.state
        changes = tables.change.c
        own = (changes.glossary == self.glossary) & (changes.concept == row.id)
        from_file = select(changes.seq).where(own, changes.origin.in_(_FROM_FILES))
        last = connection.execute(from_file.order_by(changes.seq.desc()).limit(1)).scalar()
        if last is None:
            return None
        after = select(changes.before).where(own, changes.seq > last)
        return connection.execute(after.order_by(changes.seq).limit(1)).scalar()


def left_over(store: Store) -> list[str]:
    """Return the batches that were begun and never shown, and that nobody works on."""
    return [batch for batch in store.reader.hidden_batches() if batch not in store.under_way]


def sweep(store: Store, batches: Sequence[str]) -> None:
    """Put back what these hidden batches did, in short commits."""
    for batch in batches:
        left = True
        while left:
            with store.writing() as connection:
                left = put_back_some(connection, batch, _MOST // 2)
            time.sleep(_BREATH)
