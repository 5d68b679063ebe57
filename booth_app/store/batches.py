"""Batches: many concepts stored in short commits, seen by nobody until all of them are there.

A person's save waits for one short commit at most, and a batch that does not get to its end leaves
nothing: what a killed program left is put back when the store is opened next.
"""

import contextlib
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, insert, update

from booth_app.store import tables
from booth_app.store.concept_rows import change, rows_of
from booth_app.store.concepts import begin
from booth_app.store.faults import StoreFault
from booth_app.store.file_bases import rows_over
from booth_app.store.hidden import displaced, put_back_some
from booth_app.store.history import Stamp
from booth_app.store.judged_writes import JudgedWrites
from booth_app.store.judging import Brought, Judged, Wanted, decided
from booth_app.store.parked import Parked, Problem, delete_some
from booth_app.store.reviews import Review
from booth_app.store.said import Source, forget_some, source_of
from booth_app.store.store import Store
from booth_app.store.verdicts import Counts, Item, Stood, Verdicts, ids_of

_COMMIT: Final = 0.012
"""Seconds a commit should take: a save that waits for it and then stores takes twice that."""
_FEWEST, _MOST = 10, 400  # concepts a commit
_BREATH: Final = 0.001
"""Seconds between two commits, in which a save that waits gets its turn: locks are not fair."""


class Batch:
    """One batch for one glossary, made where it is missing. `show` or `give_up` ends it.

    `review` says what file its concepts are from; those that wait are parked in it, and with
    `only_judged` all of them: then nothing else is stored. `source` is whose word they are, where
    that is not to be told from `origin` and `note`.
    """

    def __init__(
        self,
        store: Store,
        glossary: str,
        origin: str,
        note: str = "",
        *,
        review: Review | None = None,
        only_judged: bool = False,
        source: Source | None = None,
    ) -> None:
        self.glossary = glossary
        self._store = store
        self._stamp = Stamp(person=store.person, origin=origin)
        file = review or Review(id="", glossary=glossary, file=note, format="")
        self._parked = Parked(_signed(file, self._stamp)) if review else None
        said_by = source or source_of(origin, note)
        self._verdicts = Verdicts(store.reader, glossary, file.holds, said_by)
        self._only_judged = only_judged
        self.clashed: set[str] = set()
        """The concepts of which something that was decided clashes with a later change."""
        self._size = _FEWEST
        store.under_way.add(self.id)
        with store.writing() as connection:
            row = {**self._stamp.batch_columns(), "note": note, "visible": False}
            connection.execute(insert(tables.batch).values(row))
            begin(connection, self._stamp, glossary)

    @property
    def counts(self) -> Counts:
        """What became of its concepts so far."""
        return self._verdicts.counts

    @property
    def id(self) -> str:
        """Its id, and that of its review."""
        return self._stamp.batch

    @property
    def parked(self) -> int:
        """How many rows its review has."""
        return self._parked.count if self._parked else 0

    def add(self, items: Sequence[Item]) -> None:
        """Judge concepts and store what is to be stored, in short commits."""
        at = 0
        while at < len(items):
            with self._store.writing() as connection:
                started = time.perf_counter()
                done = self._add(connection, items[at : at + self._size], started + _COMMIT)
            taken = time.perf_counter() - started
            wanted = int(done * _COMMIT / taken)
            self._size = min(max((self._size + wanted) // 2, _FEWEST), _MOST)
            at += done
            time.sleep(_BREATH)

    def show(self, problems: Sequence[Problem] = ()) -> None:
        """Let everybody see all of it, in one small transaction; `problems` are the file's."""
        with self._store.writing() as connection:
            self._add_displaced(connection)
            if self.counts.stored and not self._only_judged:
                shown = update(tables.batch).where(tables.batch.c.id == self.id)
                connection.execute(shown.values(visible=True))
            else:
                put_back_some(connection, self.id, 1)  # there is nothing: the batch itself goes
            if self._parked is not None:
                self._parked.show(connection, problems)
        self._store.under_way.discard(self.id)

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Add what is wrong with the file to the rows of its review."""
        if self._parked is not None:
            with self._store.writing() as connection:
                self._parked.add_problems(connection, problems)

    def give_up(self) -> None:
        """Leave it unseen; the store's own thread puts it back, or the next start where it cannot.

        Of a hundred thousand concepts that takes ten seconds, which nobody should have to wait for.
        """
        self._store.under_way.discard(self.id)
        self._store.later(self._put_back)

    def _put_back(self) -> None:
        with contextlib.suppress(StoreFault):  # what ended it was told
            sweep(self._store, [self.id])

    def _add(self, connection: Connection, some: Sequence[Item], until: float) -> int:
        """Judge and store concepts up to that time, and return how many: merging takes longer."""
        rows = {row.id: row for row in rows_of(connection, self.glossary, ids_of(some))}
        stood = {
            row.id: Stood(row.state, row.rev, row.batch)
            for row in rows.values()
            if row.batch != self.id
        }
        writes = JudgedWrites(self.glossary)
        parked: list[tuple[Brought, Judged]] = []
        ask, done = rows_over(connection), 0
        for item in some:
            done += 1
            each = self._verdicts.judged(item, stood, ask)
            if each.stores and not self._only_judged:
                writes.store(item.id, rows.get(item.id), each.document)
            if not self._only_judged and (told := self._verdicts.said(item, each, stood, ask)):
                writes.said.append(told)
            waits = each.waits and not each.parked
            if isinstance(item, Brought) and (waits or self._only_judged):
                parked.append((item, each))
            elif waits:
                self.clashed.add(item.id)
            if time.perf_counter() > until:
                break
        writes.write(connection, self._stamp)
        if self._parked is not None:
            self._parked.add(connection, parked)
        return done

    def _add_displaced(self, connection: Connection) -> None:
        """Merge what people's changes went before with these: the file's side is not lost."""
        noted = {each.id: each for each in displaced(connection, self.id)}
        for row in rows_of(connection, self.glossary, list(noted)) if noted else ():
            if row.batch == self.id:
                continue  # the person's change was not stored after all
            _, _, before, after = noted[row.id]
            each = decided(self.glossary, Wanted(row.id, before, after), row.state)
            if each.stores:
                change(connection, self.glossary, [(row, each.document)], self._stamp)
            if each.waits and self._parked is None:
                self.clashed.add(row.id)
            elif each.waits and self._parked is not None and after is not None:
                self._parked.add(connection, [(Brought(row.id, after), each)])


def left_over(store: Store) -> list[str]:
    """Return the batches that were begun and never shown, and that nobody works on."""
    return [batch for batch in store.reader.hidden_batches() if batch not in store.under_way]


def sweep(store: Store, batches: Sequence[str]) -> None:
    """Put back what these hidden batches did, in short commits; not all where the store closes."""
    for batch in batches:
        left = True
        while left and not store.hurries:
            with store.writing() as connection:
                left = (
                    delete_some(connection, batch, _MOST)
                    or forget_some(connection, batch, _MOST)
                    or put_back_some(connection, batch, _MOST // 2)
                )
            time.sleep(_BREATH)


def _signed(review: Review, stamp: Stamp) -> Review:
    return replace(review, id=stamp.batch, person=stamp.person, at=stamp.at)
