"""Reading without a trace: what SQLite puts beside a database for its readers goes with them."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_BESIDE: Final = ("-wal", "-shm")


@contextlib.contextmanager
def without_trace(path: Path) -> Iterator[None]:
    """Leave nothing beside the database at `path` that was not there before the block.

    Who only reads cannot take it away. Who may write does by closing, where nobody else has the
    database open.
    """
    beside = [path.with_name(path.name + ending) for ending in _BESIDE]
    was_bare = not any(file.exists() for file in beside)
    try:
        yield
    finally:
        if was_bare and any(file.exists() for file in beside):
            with contextlib.suppress(sqlite3.Error):
                _close_last(path)


def _close_last(path: Path) -> None:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
