"""The one writing connection. Whoever makes it holds the writer's lock."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from booth_app.store.faults import DatabaseGone, fault_of
from booth_app.store.pragmas import BUSY_TIMEOUT, CHECKPOINT, WRITING


class Database:
    """A writer: one connection, one transaction at a time, each begun IMMEDIATE.

    Any thread may write; they take turns. Every fault of SQLite comes out as a `StoreFault`, and
    so does a file that was deleted or moved: the system would go on writing to it, and lose all.
    `foreign_keys` is off only while a migration may rebuild tables.
    """

    def __init__(self, path: Path, *, foreign_keys: bool = True) -> None:
        self._path = path
        self._turn = threading.RLock()
        self._foreign_keys = foreign_keys
        self._engine = self._made()
        self._file: tuple[int, int] | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection inside a transaction: kept on leaving, undone by an exception."""
        with self._turn, self._faults(), self._engine.begin() as connection:
            self._check_file()
            yield connection

    def close(self) -> None:
        """Move what is in the WAL into the database and close."""
        with self._turn, self._faults():
            try:
                # SQLAlchemy's own connections are always in a transaction, a checkpoint never is.
                raw = self._engine.raw_connection()
                for pragma in CHECKPOINT:
                    raw.cursor().execute(pragma)
                raw.close()
            finally:
                self._engine.dispose()

    def _check_file(self) -> None:
        try:
            found = os.stat(self._path)
        except OSError as error:
            raise DatabaseGone(self._path) from error
        file = (found.st_dev, found.st_ino)
        self._file = self._file or file
        if file != self._file:
            raise DatabaseGone(self._path)

    def _made(self) -> Engine:
        engine = create_engine(
            URL.create("sqlite", database=str(self._path)),  # a path may hold ? and %
            poolclass=StaticPool,
            connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT},
        )
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None  # or the driver would begin its own, deferred transactions
        for pragma in (*WRITING, f"PRAGMA foreign_keys={'ON' if self._foreign_keys else 'OFF'}"):
            raw.execute(pragma)
        # A network share cannot hold a WAL; SQLite answers with the mode it has.
        if raw.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            raw.execute("PRAGMA journal_mode=DELETE")

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise  # a fault of ours
        except DBAPIError as error:
            raise fault_of(self._path, error.orig or error) from error
        except sqlite3.Error as error:
            raise fault_of(self._path, error) from error


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
