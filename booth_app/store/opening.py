"""What a database at rest needs before it is opened, done under the writer's lock alone."""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.paths import DataFolder
from booth_app.store.backups import back_up, backups, is_sound, sync
from booth_app.store.decoded import all_concepts
from booth_app.store.faults import (
    BoothIsOpen,
    DatabaseDamaged,
    DatabaseUnusable,
    MigrationFailed,
    NewerDatabase,
    StoreFault,
    fault_of,
    is_damage,
    reason_of,
    suspicion,
)
from booth_app.store.ids import ulid
from booth_app.store.lock import WriterLock
from booth_app.store.migrating import SCHEMA
from booth_app.store.reading import read_only
from booth_app.store.unclean_end import taken_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

Told = Callable[[str], None]
"""Takes a sentence for the person; may be called from any thread."""

_SMALL: Final = 32 * 1024 * 1024
"""Bytes up to which each opening checks the whole database: some 2 ms a megabyte."""

_TABLES: Final = (
    *("meta", "glossary", "batch", "concept", "change"),
    *("meeting", "meeting_person", "meeting_change", "standing", "prepared"),
    *("review", "review_row", "missed", "release", "column_map", "said"),
)

_PATIENCE: Final = 20.0
"""Seconds a first start waits for another program that is making the same database."""
_PAUSE: Final = 0.05  # seconds between two looks


class State(Enum):
    """A database as a look at it finds it."""

    MISSING = auto()
    UNCLEAN = auto()
    OLDER = auto()
    DAMAGED = auto()
    SOUND = auto()


def state(path: Path) -> State:
    """Return how the database at `path` is, without changing or fully checking it.

    UNCLEAN: its last writer was killed, or is writing now: the lock tells which. Raises
    `NewerDatabase`, and `DatabaseUnusable` for operational faults.
    """
    with _system_faults(path):
        unclean = any(_filled(journal) for journal in _journals(path))
        if not _filled(path):
            return State.DAMAGED if unclean else State.MISSING
        if unclean or suspicion(path).exists():
            return State.UNCLEAN
    return _shape(path)


def make_ready(data: DataFolder, told: Told) -> None:
    """Leave a sound database of the newest shape: make, check, migrate or repair it.

    Only under the writer's lock. Raises `NewerDatabase`, `MigrationFailed` or another
    `StoreFault`; whatever was there is then still there.
    """
    path = data.database
    found = state(path)
    if found is State.UNCLEAN:
        found = _shape(path) if taken_in(data) and _can_be_read(path) else State.DAMAGED
        suspicion(path).unlink(missing_ok=True)
    if found is State.MISSING and backups(data):
        found = State.DAMAGED  # a file that was there is gone, or was emptied
    if found is State.MISSING:
        create(path)
    elif found is State.OLDER:
        told(f"The database was brought up to date; as it was it is in {_bring_up_to_date(data)}.")
    elif found is State.DAMAGED:
        from booth_app.store.repair import repair

        repair(data, told)


def make_ready_if_due(data: DataFolder, told: Told) -> None:
    """Make the database ready for a reader; beside a writer, read what is there.

    Raises BoothIsOpen where another program makes it ready for too long, DatabaseDamaged where one
    has it open that is damaged, and what `make_ready` raises.
    """
    lock = WriterLock(data.lock)
    lock.check()
    deadline = time.monotonic() + _PATIENCE
    while (found := state(data.database)) is not State.SOUND:
        try:
            lock.take()
        except BoothIsOpen:
            if found is State.UNCLEAN:
                return  # it is being written, and readable
            if found is State.DAMAGED:
                raise DatabaseDamaged(data.database) from None
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
            continue
        with lock:
            make_ready(data, told)
        return


def create(path: Path, fill: Callable[["Connection"], None] | None = None) -> None:
    """Make a fresh database at `path`, beside it first; `fill` may add rows before it counts."""
    from sqlalchemy import insert

    from booth_app.store.database import Database
    from booth_app.store.migrating import make_tables
    from booth_app.store.tables import meta

    unfinished = path.with_name(path.name + ".new")
    with _system_faults(path):
        for stale in (unfinished, *_journals(unfinished)):
            stale.unlink(missing_ok=True)
    database = Database(unfinished)
    try:
        with database.writing() as connection:
            make_tables(connection)
            connection.execute(insert(meta).values(key="database", value=ulid()))
            if fill is not None:
                fill(connection)
    finally:
        database.close()
    with _system_faults(path):
        sync(unfinished)
        # A WAL belongs to the file of its name, whatever that holds: none may be left to meet ours.
        for stale in _journals(path):
            stale.unlink(missing_ok=True)
        unfinished.replace(path)
        sync(path.parent)


def _journals(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")


@contextlib.contextmanager
def _system_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseUnusable(path, reason_of(error), error) from error


def _filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _shape(path: Path) -> State:
    try:
        with contextlib.closing(read_only(path)) as connection:
            revision = _revision(connection)
            if revision > SCHEMA:
                raise NewerDatabase(path)
            sound = path.stat().st_size > _SMALL or is_sound(connection)
            if revision == SCHEMA:
                sound = sound and _has_all_tables(connection)
    except sqlite3.Error as error:
        if is_damage(error):
            return State.DAMAGED
        raise fault_of(path, error) from error
    if not (revision and sound):
        return State.DAMAGED
    return State.SOUND if revision == SCHEMA else State.OLDER


def _revision(connection: sqlite3.Connection) -> str:
    """Return the revision of a database, empty for one that is not Booth's."""
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(tables).fetchone() == (0,):
        return ""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found[0][0]) if len(found) == 1 else ""


def _has_all_tables(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute(f"SELECT 1 FROM {', '.join(_TABLES)} LIMIT 0")
        named = connection.execute("SELECT value FROM meta WHERE key = 'database'")
        return named.fetchone() is not None
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # no such table
            return False
        raise


def _can_be_read(path: Path) -> bool:
    """Tell whether all concepts can be read, where something raised a doubt."""
    if not suspicion(path).exists():
        return True
    try:
        for _ in all_concepts(path):
            pass
    except DatabaseDamaged:
        return False
    return True


def _bring_up_to_date(data: DataFolder) -> Path:
    from booth_app.store.database import Database
    from booth_app.store.migrating import migrate

    copy = back_up(data)
    database = Database(data.database, foreign_keys=False)
    try:
        with database.writing() as connection:
            migrate(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise DatabaseUnusable(data.database, "rows would refer to nothing")
    except StoreFault as error:
        raise MigrationFailed(data.database, copy, reason_of(error)) from error
    finally:
        database.close()
    return copy
