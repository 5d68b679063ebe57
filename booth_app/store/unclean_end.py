"""Takes in what a killed writer left in the WAL; on a full disk, too, as far as SQLite can."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from booth_app.paths import DataFolder
from booth_app.store.backups import is_sound
from booth_app.store.faults import fault_of
from booth_app.store.pragmas import BUSY_TIMEOUT, CHECKPOINT
from booth_app.store.reading import has_no_room

_ALONE: Final = "PRAGMA locking_mode=EXCLUSIVE"
"""Keeps in memory what SQLite would keep in a file beside the database."""


def taken_in(data: DataFolder) -> bool:
    """Take in what an unclean end left, and tell whether all of it is sound.

    Only under the writer's lock. Where the disk is full, that is done without the file that is
    shared with others, and then without the cache, which can be made again. Raises StoreFault:
    what was left is there as it was.
    """
    path = data.database
    try:
        with _where_there_is_room():
            return _sound(path)
        with _where_there_is_room():
            return _sound_alone(path)
        _clear(data.cache)
        return _sound_alone(path)
    except sqlite3.Error as error:
        raise fault_of(path, error) from error


@contextlib.contextmanager
def _where_there_is_room() -> Iterator[None]:
    """Let a full disk end the block, and nothing else."""
    try:
        yield
    except sqlite3.Error as error:
        if not has_no_room(error):
            raise


def _sound(path: Path) -> bool:
    """Check the database with its WAL, which may stay where there is no room to empty it."""
    with contextlib.closing(_connected(path)) as connection:
        if not is_sound(connection):
            return False
        with _where_there_is_room():
            _empty_wal(connection)
        return True


def _sound_alone(path: Path) -> bool:
    """Check the database with its WAL, which is to be empty then: nobody could read it."""
    with contextlib.closing(_connected(path)) as connection:
        connection.execute(_ALONE)
        if not is_sound(connection):
            return False
        _empty_wal(connection)
        return True


def _connected(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT)


def _empty_wal(connection: sqlite3.Connection) -> None:
    for pragma in CHECKPOINT:
        connection.execute(pragma)


def _clear(folder: Path) -> None:
    """Delete what is in `folder`, as far as that can be done."""
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)
