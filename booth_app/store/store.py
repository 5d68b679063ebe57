"""The store of one data folder: read by anyone, written by the one who holds the lock."""

import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from booth_app.paths import DataFolder
from booth_app.store import backups
from booth_app.store.faults import NotWritable, StoreFault
from booth_app.store.history import Stamp
from booth_app.store.ids import ulid
from booth_app.store.lock import WriterLock
from booth_app.store.opening import State, Told, make_ready, make_ready_if_due, state
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sqlalchemy import Connection

    from booth_app.store.database import Database

_PATIENCE: Final = 1.0
"""Seconds for which closing waits for what the next start could do as well."""


class Store:
    """What is kept on disk. `reader` reads it; `writing` changes it where the lock allows.

    Usable from any thread. Everything that writes imports SQLAlchemy when it is first called.
    """

    def __init__(self, data: DataFolder, person: str, told: Told) -> None:
        self.data = data
        self.person = person
        self.told = told
        self.under_way: set[str] = set()
        """The batches that this program is storing: hidden, and not left over."""
        self.reader = Reader(data.database)
        self._lock: WriterLock | None = None
        self._database: Database | None = None
        self._executor: Executor | None = None
        self._starting = threading.Lock()
        self._closing: float | None = None
        self._batches: dict[str, str] = defaultdict(ulid)

    @classmethod
    def open(
        cls,
        data: DataFolder,
        person: str,
        *,
        write: bool,
        lock: WriterLock | None = None,
        told: Told | None = None,
    ) -> Self:
        """Open the store of `data`; what is due (creation, migration, repair) is done first.

        `write` asks for the lock, or uses the caller's `lock`, which it then leaves to the
        caller. For reading, the lock is taken only while something is due. Raises `BoothIsOpen`
        where another program holds it, `DataFolderUnusable`, `NewerDatabase`, `MigrationFailed`
        or another `StoreFault`.
        """
        told = told or _silent
        if write:
            held = lock or WriterLock(data.lock)
            held.take()
            try:
                return cls._for_writing(data, person, held, told, owned=lock is None)
            except BaseException:
                if lock is None:
                    held.free()
                raise
        make_ready_if_due(data, told)
        return cls(data, person, told)

    @classmethod
    def sound(cls, data: DataFolder, person: str) -> Self | None:
        """Open the store of `data` for reading; None where anything at all is due first."""
        return cls(data, person, _silent) if state(data.database) is State.SOUND else None

    @property
    def can_write(self) -> bool:
        """Whether changes can be stored at this moment."""
        return self._database is not None

    @property
    def hurries(self) -> bool:
        """Whether it has been closing for a while: what can wait is left for the next start."""
        return self._closing is not None and time.monotonic() - self._closing > _PATIENCE

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """Give a connection inside a transaction, kept on leaving; raises `NotWritable`."""
        if self._database is None:
            raise NotWritable(self.data.root)
        with self._database.writing() as connection:
            yield connection

    def stamp(self, origin: str) -> Stamp:
        """Return what changes made now carry: all of one origin and run are one batch."""
        return Stamp(person=self.person, origin=origin, batch=self._batches[origin])

    @contextmanager
    def borrowed(self) -> Iterator[None]:
        """Make a store that was opened for reading able to write inside the block.

        Raises `BoothIsOpen` where another program holds the lock.
        """
        if self.can_write:
            yield
            return
        with WriterLock(self.data.lock):
            self._attach()
            try:
                yield
            finally:
                self._detach()

    def later(self, work: Callable[[], object]) -> None:
        """Run `work` in the store's own thread, after what was asked before; faults are told.

        Once the store closes nothing more is begun.
        """
        with self._starting:
            if self._closing is not None:
                return
            if self._executor is None:
                from concurrent.futures import ThreadPoolExecutor

                self._executor = ThreadPoolExecutor(1, "store")
            self._executor.submit(self._run, work)

    def back_up(self) -> None:
        """Make a backup now where anything changed since the last one, and wait for it.

        Raises `DatabaseUnusable` where none can be made.
        """
        if not backups.is_current(self.data):
            backups.back_up(self.data)

    def back_up_if_due(self) -> None:
        """Make a backup in the store's own thread where one is due."""
        self.later(self._back_up_if_due)

    def sweep(self) -> None:
        """Put back what batches did that were never shown, in short commits."""
        from booth_app.store.batches import left_over, sweep

        sweep(self, left_over(self))

    @contextmanager
    def closed_on_fault(self) -> Iterator[None]:
        """Close the store where the block, which builds on it, does not get through."""
        try:
            yield
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Finish what waits, close the connections and free the lock where it is ours."""
        with self._starting:
            self._closing = time.monotonic()
        if self._executor is not None:
            self._executor.shutdown(wait=True)
        self.reader.close()
        try:
            self._detach()
        finally:
            if self._lock is not None:
                self._lock.free()

    @classmethod
    def _for_writing(
        cls, data: DataFolder, person: str, lock: WriterLock, told: Told, *, owned: bool
    ) -> Self:
        make_ready(data, told)
        store = cls(data, person, told)
        store._lock = lock if owned else None
        with store.closed_on_fault():
            store._attach()
            if store.reader.hidden_batches():
                store.later(store.sweep)
        return store

    def _attach(self) -> None:
        from booth_app.store.database import Database

        self._database = Database(self.data.database)

    def _detach(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            database.close()

    def _back_up_if_due(self) -> None:
        if backups.due(self.data, datetime.now(UTC)):
            backups.back_up(self.data)

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
        except StoreFault as fault:
            self.told(str(fault))
        except Exception:  # a fault of ours, which the executor would swallow
            thread = threading.current_thread()
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), thread)))


def _silent(_sentence: str) -> None:
    """Tell nobody."""
