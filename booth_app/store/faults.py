"""What the world can do to the store. Each fault carries the one sentence a person is shown."""

import contextlib
import errno
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY: Final = 0xFF
_NO_TEXT: Final = "Could not decode to UTF-8"

_SPACE: Final = "free some space on its disk"
_OTHERS: Final = "close what else has it open, then try again"
_ACCESS: Final = "make it readable and writable, or choose another folder with --data-dir"
_ELSE: Final = "try again, and if it stays so choose another folder with --data-dir"
_TO_DO: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_FULL: _SPACE,
    sqlite3.SQLITE_BUSY: _OTHERS,
    sqlite3.SQLITE_LOCKED: _OTHERS,
    sqlite3.SQLITE_PERM: _ACCESS,
    sqlite3.SQLITE_READONLY: _ACCESS,
    sqlite3.SQLITE_CANTOPEN: _ACCESS,
}
_NO_SPACE: Final = frozenset({sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP})
"""Faults of the file that SQLite keeps beside a database: a full disk has no room for it."""
_TO_DO_OF_SYSTEM: Final[Mapping[int, str]] = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EACCES: _ACCESS,
    errno.EPERM: _ACCESS,
    errno.EROFS: _ACCESS,
}
"""What a person can do, by SQLite's primary result code and by the system's error number."""


class StoreFault(Exception):
    """The store cannot do what was asked; `str()` of it is the sentence to show."""


class DataFolderUnusable(StoreFault):
    """The data folder cannot be made, read or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The data folder {folder} cannot be used ({reason}); choose another with --data-dir."
        )


class BoothIsOpen(StoreFault):
    """Another program holds the writer's lock."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Booth is open on {folder}")


class NewerDatabase(StoreFault):
    """A newer Booth wrote the database; it is left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer Booth; update Booth to open it.")


class MigrationFailed(StoreFault):
    """An older database could not be brought up to date; it is left as it was."""

    def __init__(self, path: Path, copy: Path, reason: str) -> None:
        super().__init__(
            f"{path} could not be brought up to date ({reason}); it is unchanged, a copy is {copy}."
        )


class DatabaseDamaged(StoreFault):
    """SQLite found the file malformed. Opened again under the lock, it is repaired."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is damaged; close Booth and start it again to have it repaired.")


class DatabaseUnusable(StoreFault):
    """An operational fault: disk full, input or output error, locked for too long.

    What a person can do about it is told from `error`, the one it comes from.
    """

    def __init__(self, path: Path, reason: str, error: BaseException | None = None) -> None:
        super().__init__(
            f"{path} could not be used ({reason}), so nothing was changed; {_to_do(error)}."
        )


class DatabaseGone(StoreFault):
    """The file was deleted, moved or replaced under the program that writes it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was deleted or moved while Booth was using it, so nothing more is kept; "
            "put it back, or start Booth again."
        )


class NotWritable(StoreFault):
    """A change was asked of a store that was opened for reading."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Saving waits: another program is writing to {folder}")


def reason_of(error: BaseException) -> str:
    """Return what went wrong on one line: the system's own words where it has some."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())


def _to_do(error: BaseException | None) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _SPACE if code in _NO_SPACE else _TO_DO.get(code & _PRIMARY, _ELSE)
    return _TO_DO_OF_SYSTEM.get(getattr(error, "errno", None) or 0, _ELSE)


def is_damage(error: BaseException) -> bool:
    """Tell whether `error` means a malformed file; operational errors never do."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own: text in the database that is none
        return isinstance(error, sqlite3.OperationalError) and _NO_TEXT in str(error)
    return (code & _PRIMARY) in _DAMAGED


def fault_of(path: Path, error: BaseException) -> StoreFault:
    """Return the fault that SQLite's `error` on the database at `path` amounts to."""
    return damage(path) if is_damage(error) else DatabaseUnusable(path, reason_of(error), error)


def damage(path: Path) -> DatabaseDamaged:
    """Return the fault that something in the database at `path` is not what was stored.

    A mark is left beside it, so that the next opening looks at all of it.
    """
    with contextlib.suppress(OSError):
        suspicion(path).touch()
    return DatabaseDamaged(path)


def suspicion(path: Path) -> Path:
    """Return the file whose presence says that the database at `path` may be damaged."""
    return path.with_name(path.name + "-suspect")
