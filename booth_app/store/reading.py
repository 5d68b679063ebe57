"""Reading what is stored, through the standard library alone: no SQLAlchemy, never a write."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from booth_app.store.faults import fault_of
from booth_app.store.pragmas import BUSY_TIMEOUT, READING
from booth_app.terminology.concept import ConceptKey

_KEYS_AT_ONCE: Final = 400  # two parameters a key; SQLite takes at least 999 parameters

HIDDEN: Final = "SELECT id FROM batch WHERE visible = 0"
"""The batches that nobody sees yet; another condition may follow."""

_DOCUMENT: Final = (
    "CASE WHEN concept.batch IN ({hidden}) THEN (SELECT before FROM change WHERE"
    " change.glossary = concept.glossary AND change.concept = concept.id"
    " AND change.batch = concept.batch)"
    " WHEN concept.deleted THEN NULL ELSE concept.document END"
)
SHOWN_WITH: Final = _DOCUMENT.format(hidden=f"{HIDDEN} AND id <> ?")
"""The same, but that people see already what one hidden batch did: its id is a parameter."""

SHOWN: Final = _DOCUMENT.format(hidden=HIDDEN)
"""The document of a row of `concept` as people see it: before what a hidden batch did to it.

NULL for what is deleted or not yet there.
"""


class StoredDocument(NamedTuple):
    """A concept's identity and its document (JSON)."""

    glossary: str
    id: str
    document: str


class Reader:
    """A read-only connection that any thread may use; they take turns.

    Faults of SQLite come out as `StoreFault`. A database that another program writes is read as
    its last commit left it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = threading.Lock()
        with _faults(path):
            self._opened_at = _stamp(path)
            self._connection = read_only(path)

    def close(self) -> None:
        """Close the connection."""
        with self._turn:
            self._connection.close()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of `statement`."""
        with self._turn, _faults(self.path):
            if isinstance(self._connection, _FileAlone):
                self._look_again()
            return self._connection.execute(statement, values).fetchall()

    def documents(self, keys: Iterable[ConceptKey]) -> list[StoredDocument]:
        """Return the visible concepts among `keys`, in one query for up to 400 of them."""
        wanted, found = list(keys), []
        for at in range(0, len(wanted), _KEYS_AT_ONCE):
            some = wanted[at : at + _KEYS_AT_ONCE]
            pairs = ",".join(["(?,?)"] * len(some))
            found += self.rows(
                # Joined: a row value IN (VALUES …) would read the whole table.
                f"WITH wanted (g, i) AS (VALUES {pairs}) SELECT glossary, id, {SHOWN}"
                " FROM wanted CROSS JOIN concept ON glossary = g AND id = i",
                [part for key in some for part in key],
            )
        return [StoredDocument(*row) for row in found if row[-1] is not None]

    def changed_since(self, seq: int, with_batch: str = "") -> list[ConceptKey]:
        """Return the concepts that changed after `seq`, the oldest change first.

        What the hidden batch `with_batch` did counts, but for concepts that it made.
        """
        rows = self.rows(
            f"SELECT glossary, concept FROM change WHERE seq > ? AND batch NOT IN ({HIDDEN}"
            " AND id <> ?) AND (batch <> ? OR rev > 1)"
            " GROUP BY glossary, concept ORDER BY max(seq)",
            (seq, with_batch, with_batch),
        )
        return [ConceptKey(*row) for row in rows]

    def last_change(self, with_batch: str = "") -> int:
        """Return the number of the newest change that has no hidden one before it, else 0.

        The changes of `with_batch` are not counted as hidden.
        """
        hidden = self.rows(
            f"SELECT min(seq) FROM change WHERE batch IN ({HIDDEN} AND id <> ?)", (with_batch,)
        )
        [(first,)] = hidden
        before = "" if first is None else f"WHERE seq < {first}"
        return int(self.rows(f"SELECT coalesce(max(seq), 0) FROM change {before}")[0][0])

    def hidden_batches(self) -> list[str]:
        """Return the batches that nobody sees: on their way, or left by a killed program."""
        return [str(row[0]) for row in self.rows(HIDDEN)]

    def in_batch(self, batch: str, most: int) -> list[ConceptKey]:
        """Return at most so many of the concepts that a batch made or changed."""
        statement = "SELECT glossary, concept FROM change WHERE batch = ? LIMIT ?"
        return [ConceptKey(*row) for row in self.rows(statement, (batch, most))]

    def identity(self) -> str:
        """Return the id the database was made with: caches of another one do not fit it."""
        return str(self.rows("SELECT value FROM meta WHERE key = 'database'")[0][0])

    def _look_again(self) -> None:
        """Open the database anew where somebody has written it: there was room by then."""
        now = _stamp(self.path)
        if now != self._opened_at:
            self._connection.close()
            self._connection, self._opened_at = read_only(self.path), now


def all_documents(path: Path, with_batch: str = "", holding: str = "") -> Iterator[StoredDocument]:
    """Yield every visible concept in the order of its row, over a connection of its own.

    What the hidden batch `with_batch` did is seen already. `holding`: those alone whose document
    has this text in it.
    """
    statement = (
        "SELECT glossary, id, shown FROM"
        f" (SELECT pk, glossary, id, {SHOWN_WITH} AS shown FROM concept)"
        " WHERE shown IS NOT NULL AND (? = '' OR instr(shown, ?)) ORDER BY pk"
    )
    with _faults(path), contextlib.closing(read_only(path)) as connection:
        values = (with_batch, holding, holding)
        yield from map(StoredDocument._make, connection.execute(statement, values))


def glossary_documents(path: Path, glossary: str, holding: str = "") -> Iterator[StoredDocument]:
    """Yield the visible concepts of a glossary, over a connection of its own.

    `holding`: those alone whose document has this text in it.
    """
    statement = (
        f"SELECT glossary, id, shown FROM (SELECT glossary, id, {SHOWN} AS shown FROM concept"
        " WHERE glossary = ?) WHERE shown IS NOT NULL AND (? = '' OR instr(shown, ?))"
    )
    with _faults(path), contextlib.closing(read_only(path)) as connection:
        values = (glossary, holding, holding)
        yield from map(StoredDocument._make, connection.execute(statement, values))


def read_only(path: Path) -> sqlite3.Connection:
    """Return a new read-only connection to the database at `path`, which must exist.

    SQLite keeps a file beside it while it is read. Where the disk is too full for that, the
    database is read alone, if all that was stored is in it.
    """
    connection = _connected(path)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error as error:
        if not has_no_room(error) or _stamp(path)[-1]:
            return connection  # whoever asks it something is told
        connection.close()
        connection = _connected(path, "&immutable=1", _FileAlone)
    return connection


class _FileAlone(sqlite3.Connection):
    """Sees the database as it was when it was opened, and not what is written since."""


_NO_ROOM: Final = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL)


def has_no_room(error: sqlite3.Error) -> bool:
    """Tell whether `error` may come from a disk that is full."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _NO_ROOM


def _connected(
    path: Path, how: str = "", kind: type[sqlite3.Connection] = sqlite3.Connection
) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{how}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
        factory=kind,
    )
    for pragma in READING:
        connection.execute(pragma)
    return connection


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what changes when the database is written: when, its size, the size of its WAL."""
    sizes = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            found = file.stat()
        except OSError:
            sizes += [0, 0]
        else:
            sizes += [found.st_mtime_ns if file == path else 0, found.st_size]
    return tuple(sizes)


@contextlib.contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(path, error) from error
